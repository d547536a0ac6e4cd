internal import Definitions
internal import Diagnostics
public import Model

/// Tells a person everything that is kept, and nothing of anybody else.
///
/// - Source: `avg/15`.
public struct SubjectAccess: Sendable {
  private let request: RightsRequest
  private let memory: any PersonMemory

  /// Prepares it.
  public init(_ request: RightsRequest, memory: any PersonMemory) {
    self.request = request
    self.memory = memory
  }

  /// Collects what is kept about a person.
  ///
  /// - Parameter person: An id from a list.
  /// - Returns: The answer.
  /// - Throws: A diagnostic if nothing is kept, or something cannot be read.
  public func answer(_ person: PersonID) throws -> SubjectAnswer {
    let held = try request.hold(request.municipalities, memory)
    defer { withExtendedLifetime(held.lock) {} }
    let shelf = try RunShelf(output: request.output)
    for municipality in request.municipalities {
      guard let found = try PersonSearch(.person(person), municipality, memory, shelf.runs) else {
        continue
      }
      guard !found.traces.areTold(by: request.reason) else {
        throw Diagnostic(.reasonTellsValue)
      }
      let known = try memory.rows(of: found.signals, persons: found.persons, in: municipality)
      var answer = SubjectAnswer(found, known, on: request.date)
      answer.signals.rows = try terms(of: known, found, municipality)
      try addRuns(to: &answer, found, municipality, shelf.runs)
      answer.partners.rows = Set(
        (known.signals + answer.delivered.rows).compactMap { cells in
          cells["partner"].map { ["partner": $0, "partner_type": cells["partner_type"] ?? ""] }
        }
      ).sorted { ($0["partner"] ?? "") < ($1["partner"] ?? "") }
      try held.states[municipality.code]?.note(
        AuditedAct(
          .subject, reason: request.reason,
          counts: ["signals": found.signals.count, "runs": answer.runs.rows.count]))
      return answer
    }
    throw Diagnostic(.nothingKept)
  }

  /// The signals, each with the last day on which it is kept.
  private func terms(
    of known: SubjectRows, _ found: PersonSearch, _ municipality: MunicipalityDefinition
  ) throws -> [[String: String]] {
    let earlier = try memory.earlierStarts(of: municipality)
    return known.signals.map { cells in
      var cells = cells
      guard let received = cells["received_at"].flatMap({ CalendarDate(iso: $0) }) else {
        return cells
      }
      let start =
        cells["signal_id"].flatMap { SignalID($0) }.flatMap { earlier[$0] } ?? received
      let terms = municipality.retention
      let months = cells["picked_up"] == "1" ? terms.pickedUpMonths : terms.notPickedUpMonths
      cells["kept_until"] = min(start, received).adding(months: months).description
      return cells
    }
  }

  /// Adds where the person stands in runs, and what was delivered as the current run holds it.
  private func addRuns(
    to answer: inout SubjectAnswer, _ found: PersonSearch, _ municipality: MunicipalityDefinition,
    _ runs: [RunArchive]
  ) throws {
    let feeds = Set(
      request.pipeline.feeds.filter { $0.serves(municipality.code) }.map(\.id.name))
    var delivered: [SignalID: [String: String]] = [:]
    for run in runs {
      let (own, folder) = (run.manifest.runID, "\(run.folder)/\(found.code)")
      for name in ["history", "received", "set-aside"] {
        guard let rows = try WrittenRows.ifPresent(name, in: folder) else { continue }
        let mine = (0..<rows.count).filter {
          rows.signal($0).map { found.signals.contains($0) } ?? false
        }
        guard !mine.isEmpty else { continue }
        answer.runs.rows.append(["run": own, "file": name, "rows": "\(mine.count)"])
        guard name != "history" else { continue }
        for row in mine {
          if let id = rows.signal(row) { delivered[id] = rows.named(row) }
        }
      }
      for path in run.files(in: "quarantine") where !path.contains(".headers.") {
        let rows = try WrittenRows(path: "\(run.folder)/\(path)")
        for row in 0..<rows.count where feeds.contains(rows[row, "feed"]) {
          guard let content = rows.bytes(row, "content") else { continue }
          let (isOf, isSure) = found.traces.finds(content)
          guard isOf else { continue }
          // Of a namesake at the same address it is not for this person to read.
          answer.unreadable.rows.append(
            rows.named(row, without: isSure ? [] : ["content"]).merging(["run": own]) { $1 })
        }
      }
    }
    answer.delivered.rows = delivered.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// Everything that is kept about one person.
public struct SubjectAnswer: Encodable, Sendable {
  /// Rows of one kind, and what they are.
  public struct Group: Encodable, Sendable {
    public var description: String
    public var rows: [[String: String]] = []
  }

  public var municipality: String
  public var askedOn: String
  /// The ids under which the person was or is known.
  public var personIDs: [String]
  public var signals: Group
  public var delivered: Group
  public var households: Group
  public var cases: Group
  public var attempts: Group
  public var reviews: Group
  public var changes: Group
  public var partners: Group
  public var runs: Group
  public var unreadable: Group
  /// Whether a citizen service number is kept; the number itself stands in the register of persons.
  public var keepsCitizenServiceNumber: Bool

  enum CodingKeys: String, CodingKey {
    case municipality, signals, delivered, households, cases, attempts, reviews, changes, partners
    case runs, unreadable
    case askedOn = "asked_on"
    case personIDs = "person_ids"
    case keepsCitizenServiceNumber = "keeps_citizen_service_number"
  }

  init(_ found: PersonSearch, _ known: SubjectRows, on date: CalendarDate) {
    municipality = found.code
    askedOn = date.description
    personIDs = found.persons.map(\.description).sorted()
    signals = Group(
      description:
        "Reports of arrears that are remembered, with the name, address and contact data as they "
        + "are compared; kept_until is the last day.", rows: known.signals)
    delivered = Group(description: "The same reports as partners delivered them.")
    households = Group(
      description: "On which list the reports stood, and from when until when.",
      rows: known.listed)
    cases = Group(
      description:
        "What was done about them: each line is a case of the household as it stood after a day.",
      rows: known.cases)
    attempts = Group(
      description: "When and how contact was sought in these cases.", rows: known.attempts)
    reviews = Group(
      description:
        "What people answered when it was doubtful whether a report is of the same person; the "
        + "other report is left out.", rows: known.reviews)
    changes = Group(
      description:
        "When several records turned out to be of this person, or one of several; ids of others "
        + "are left out.", rows: known.changes)
    partners = Group(description: "Who reported.")
    runs = Group(description: "In which files of which nights the reports stand.")
    unreadable = Group(
      description:
        "Rows that could not be read and seem to be about this person; without their content where "
        + "only name and address or date of birth agree.")
    keepsCitizenServiceNumber = known.holdsNumber
  }
}
