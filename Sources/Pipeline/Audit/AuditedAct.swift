/// What was done to, or with, what a municipality remembers.
public enum AuditAction: String, Sendable {
  case run
  case importOutcomes = "import"
  case export, forget, erase, subject, explain, requeue, upgrade, adopt
}

/// One act on the state of a municipality, as the audit tells it.
public struct AuditedAct: Sendable {
  public var action: AuditAction
  /// The run that it is about; empty if it is about none.
  public var run: String
  /// Why, in the words of whoever asked for it; never a value of a person.
  public var reason: String
  /// How many of what.
  public var counts: [String: Int]

  /// Puts the parts together.
  public init(
    _ action: AuditAction, run: String = "", reason: String = "", counts: [String: Int] = [:]
  ) {
    self.action = action
    self.run = run
    self.reason = reason
    self.counts = counts
  }
}
