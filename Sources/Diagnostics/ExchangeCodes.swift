// What can go wrong with what leaves the house.
extension DiagnosticCode {
  public static let exchangeUndefined = DiagnosticCode(
    "EXC-001", .stopped(.definition),
    "the file of municipality {municipality} does not say who supplies its data",
    help: "add the section exchange to municipalities/{municipality}.yml")
  public static let exportIsThere = DiagnosticCode(
    "EXC-002", .stopped(.cannotCreate), "files of an earlier export are there already",
    help: "give another --output: what may have been sent is never written over")

  static let exchangeCodes: [DiagnosticCode] = [exchangeUndefined, exportIsThere]
}
