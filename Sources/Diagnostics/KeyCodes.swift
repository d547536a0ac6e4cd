// What can be wrong with the file that holds the secrets.
extension DiagnosticCode {
  public static let keyFileUnsafe = DiagnosticCode(
    "KEY-001", .stopped(.keyMissing), "the key file {path} is not used: {reason}",
    help: "{hint}")
  public static let credentialAbsent = DiagnosticCode(
    "KEY-002", .stopped(.keyMissing), "the credential {name} cannot be found: {reason}",
    help:
      "add LoadCredentialEncrypted={name}:FILE to the service that starts the run; outside systemd, name "
      + "keys.file in the pipeline")
  public static let keysUndated = DiagnosticCode(
    "KEY-003", .stopped(.keyMissing),
    "the keys of {municipality} do not tell which of them holds on each day",
    help:
      "give each key a name of its own, and each but the first a date of its own: from 2027-01-01")

  static let keyCodes: [DiagnosticCode] = [keyFileUnsafe, credentialAbsent, keysUndated]
}
