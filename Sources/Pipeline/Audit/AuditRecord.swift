internal import FoundationEssentials
internal import Model

/// What was done with the data of a municipality.
public enum AuditAction: String, Codable, CaseIterable, Sendable {
  case run
  case importOutcomes = "import"
  case export
  case explain
  case subject
  case erase
  case forget
  /// The state was brought up to a newer version.
  case upgrade
  /// A person said that the files as they stand are right, such as after a backup was put back.
  case adopt
}

/// One thing that was done: what, in which run, why, and how much.
///
/// No personal data: the record outlives what it is about.
public struct AuditedAct: Sendable {
  public var action: AuditAction
  /// The run that it made or concerned; empty if none.
  public var run: String
  /// Why, in the words of who did it; empty where none is asked.
  public var reason: String
  /// How much, by name.
  public var counts: [String: Int]

  /// Names an act.
  public init(
    _ action: AuditAction, run: String = "", reason: String = "", counts: [String: Int] = [:]
  ) {
    self.action = action
    self.run = run
    self.reason = reason
    self.counts = counts
  }
}

/// Where an act stands in a record.
public enum AuditPhase: String, Codable, Sendable {
  /// It begins; the state may change from here on.
  case begin
  /// It is complete.
  case end
  /// It ended with an error.
  case failed
  /// It changed nothing.
  case once
  /// It was interrupted before it changed anything, as the next act found.
  case stopped
  /// It was interrupted, and the next act found the state whole.
  case recovered
}

/// One line of an audit log.
///
/// Each holds the SHA-256 of the line before it, so that none can be changed, left out or put elsewhere
/// without the rest telling.
public struct AuditRecord: Codable, Sendable {
  /// From 1.
  public var number: Int
  /// SHA-256 of the line before; 64 zeros in the first.
  public var previous: String
  /// When, in UTC.
  public var at: String
  /// The user of the machine, and who stood behind it if the system tells.
  public var by: String
  public var municipality: String
  public var action: AuditAction
  public var phase: AuditPhase
  public var run: String?
  public var reason: String?
  public var counts: [String: Int]?
  /// SHA-256 of each state file after the act, or before it where it begins, by name.
  public var files: [String: String]

  /// What the first record holds in place of a digest.
  static let beginning = String(repeating: "0", count: 64)

  /// The line of the record, without its end.
  ///
  /// - Throws: An encoding error, which would be a defect.
  func line() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Reads a line; `nil` if it is none.
  init?(line: ByteView) {
    let bytes = Data(bytes: line.start, count: line.count)
    guard let record = try? JSONDecoder().decode(AuditRecord.self, from: bytes) else { return nil }
    self = record
  }

  /// Puts a record together.
  init(
    _ act: AuditedAct, _ phase: AuditPhase, number: Int, previous: String, at: String, by: String,
    municipality: MunicipalityCode, files: [String: String]
  ) {
    self.number = number
    self.previous = previous
    self.at = at
    self.by = by
    self.municipality = municipality.description
    action = act.action
    self.phase = phase
    run = act.run.isEmpty ? nil : act.run
    reason = act.reason.isEmpty ? nil : act.reason
    counts = act.counts.isEmpty ? nil : act.counts
    self.files = files
  }
}
