internal import Diagnostics
internal import Model

/// Compares two runs from their folders.
public struct RunComparison: Sendable {
  private let before: String
  private let after: String

  /// Names the two runs.
  ///
  /// - Parameters:
  ///   - before: The folder of a run, such as `output/runs/2026-11-08-…`.
  ///   - after: The folder of another.
  public init(before: String, after: String) {
    self.before = before
    self.after = after
  }

  /// Compares them.
  ///
  /// - Returns: What differs, municipality by municipality.
  /// - Throws: A diagnostic if a run is absent or damaged, or the two hold no municipality together.
  /// - Complexity: O(*n*) in the signals of both runs.
  public func difference() throws -> RunDifference {
    let (first, second) = (RunReader(folder: before), RunReader(folder: after))
    let folders = first.municipalityFolders()
    let others = Dictionary(
      second.municipalityFolders().map { (FileSystem.name(of: $0), $0) },
      uniquingKeysWith: { first, _ in first })
    let pairs = folders.compactMap { folder in
      others[FileSystem.name(of: folder)].map { (folder, $0) }
    }
    guard !pairs.isEmpty else {
      throw Diagnostic(
        .notFound,
        [
          "what": "a municipality that both runs hold",
          "hint": "give the folders of two runs of one pipeline",
        ])
    }
    let digests = (first.manifest?.definitionsSHA256, second.manifest?.definitionsSHA256)
    return RunDifference(
      before: before, after: after,
      sameDefinitions: digests.0.flatMap { one in digests.1.map { one == $0 } },
      municipalities: try pairs.map { folder, other in
        try MunicipalityComparison(
          before: RunSide(folder: folder), after: RunSide(folder: other)
        ).difference(code: FileSystem.name(of: folder))
      })
  }
}

/// One municipality of one run, as far as it is compared.
struct RunSide {
  let list: Prioritised
  /// The line of each household on the list.
  let lines: [HouseholdID: Int]
  /// Every signal: its household, when it stands on the list, and what became of it.
  let signals: [SignalID: Signal]
  /// The signals on each line.
  let members: [HouseholdID: [SignalID]]

  /// Where a signal stands.
  struct Signal: Hashable {
    var household: HouseholdID
    var fate: String
  }

  /// Reads the side.
  ///
  /// - Throws: A diagnostic if a file is absent or damaged.
  init(folder: String) throws {
    var tables = MunicipalityTables()
    let files = MunicipalityFiles(folder: folder)
    for dataset in [Dataset.distinct, .matched, .prioritised] {
      try files.read(dataset, into: &tables, stage: "diff")
    }
    try tables.checkAgreement(of: [.distinct, .matched])
    list = tables.prioritised
    lines = Dictionary(
      list.householdID.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var signals: [SignalID: Signal] = [:]
    var members: [HouseholdID: [SignalID]] = [:]
    for row in 0..<tables.matched.count {
      let id = tables.matched.keys.signalID[row]
      let outcome = tables.matched.outcome(ofRow: row)
      let stands = tables.distinct.disposition[row] == .kept && !outcome.leavesList
      guard stands || signals[id] == nil else { continue }
      let fate =
        stands || !outcome.leavesList ? tables.distinct.fate(row).rawValue : outcome.fate.rawValue
      let household = stands ? tables.matched.householdID[row] : .absent
      if stands { members[household, default: []].append(id) }
      signals[id] = Signal(household: household, fate: fate)
    }
    self.signals = signals
    self.members = members
  }

  /// The cells of a line that a comparison tells of, by the names of their columns.
  func fields(of line: Int) -> [(name: String, value: String)] {
    func text(_ cell: TextCell) -> String { list.arena[cell].string }
    return [
      ("class", list.priorityClass[line].rawValue), ("deadline", "\(list.deadline[line])"),
      ("first_attempt_by", "\(list.firstAttemptBy[line])"), ("means", text(list.means[line])),
      ("signals", "\(list.signals[line])"), ("partner_types", text(list.partnerTypes[line])),
      ("total_cents", "\(list.totalCents[line])"), ("match_kind", text(list.matchKind[line])),
      ("rule_set", text(list.ruleSet[line])), ("routes", codes(list.routes[line])),
      ("team", text(list.team[line])),
      ("planned_on", list.plannedOn[line].map { "\($0)" } ?? ""),
    ]
  }

  /// The codes of a line's reasons.
  func reasons(of line: Int) -> [String] {
    codes(list.reasons[line]).split(separator: "|").map(String.init)
  }

  private func codes(_ cell: TextCell) -> String {
    list.arena[cell].split(at: UInt8(ascii: "|"))
      .map { $0.split(at: UInt8(ascii: ":")).first?.string ?? "" }.joined(separator: "|")
  }
}
