// What can go wrong around a run that does not change its lists.
extension DiagnosticCode {
  public static let metricsNotWritten = DiagnosticCode(
    "OPS-001", .information, "the metrics {path} cannot be written: {reason}",
    help:
      "check that the folder is there and that this user may write in it; the lists are as they should be"
  )

  public static let sealAbsent = DiagnosticCode(
    "OPS-002", .stopped(.keyMissing), "the program that seals, {program}, is of no use: {reason}",
    help: "nothing was published; install age, or correct seal.program in the pipeline")
  public static let sealFailed = DiagnosticCode(
    "OPS-003", .stopped(.inputOutput), "{path} cannot be sealed: {reason}",
    help:
      "nothing was published; try the program by hand with the recipients of the municipality, and run again"
  )

  static let operationsCodes: [DiagnosticCode] = [metricsNotWritten, sealAbsent, sealFailed]
}
