// What can go wrong with the files that a person opens.
extension DiagnosticCode {
  public static let workbookFailed = DiagnosticCode(
    "OUT-001", .stopped(.cannotCreate), "the list {path} cannot be written: {reason}",
    help: "check the room on the disk and the permissions of the output folder")

  static let outputCodes: [DiagnosticCode] = [workbookFailed]
}
