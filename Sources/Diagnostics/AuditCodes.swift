// What can be wrong with the log of what was done.
extension DiagnosticCode {
  public static let auditDamaged = DiagnosticCode(
    "AUDIT-001", .stopped(.stateDamaged), "the audit log {path} cannot be used: {reason}",
    help:
      "find out who changed the folder; put back the latest backup of all files of the municipality together"
  )
  public static let auditHeadUnknown = DiagnosticCode(
    "AUDIT-002", .stopped(.stateDamaged),
    "no line of the audit log of {municipality} has the digest {head}",
    help: "lines up to that head were changed or are gone; compare with a backup of the log")
  public static let adoptedStateDamaged = DiagnosticCode(
    "AUDIT-003", .stopped(.stateDamaged), "the state {path} cannot be adopted: {reason}",
    help: "put back another backup; only a file that SQLite finds whole can be adopted")

  static let auditCodes: [DiagnosticCode] = [auditDamaged, auditHeadUnknown, adoptedStateDamaged]
}
