public import Definitions
public import Diagnostics
public import Model

/// Takes in worklists that came back.
public struct OutcomeImport: Sendable {
  private let pipeline: PipelineDefinition
  private let memory: any CaseMemory
  private let known: [String]
  private let referenceDate: CalendarDate
  private let isTrial: Bool
  private let lockSeconds: Int

  /// Prepares an import.
  ///
  /// - Parameters:
  ///   - pipeline: Its municipalities and their keys.
  ///   - memory: Where cases are kept.
  ///   - known: The titles of all columns of a worklist.
  ///   - referenceDate: The day on which the list came back.
  ///   - isTrial: Whether nothing is kept.
  ///   - lockSeconds: How long to wait for a run that holds the state.
  public init(
    _ pipeline: PipelineDefinition, memory: any CaseMemory, known: [String],
    referenceDate: CalendarDate, isTrial: Bool = false, lockSeconds: Int = 0
  ) {
    self.pipeline = pipeline
    self.memory = memory
    self.known = known
    self.referenceDate = referenceDate
    self.isTrial = isTrial
    self.lockSeconds = lockSeconds
  }

  /// Takes in a file: what is right goes in, whatever else is wrong, for each municipality at once or not at all.
  ///
  /// The order of the lines changes nothing.
  ///
  /// - Parameter path: The list, as a workbook or CSV.
  /// - Returns: What became of the lines.
  /// - Throws: A diagnostic if the file is no list, a key is missing or the state is damaged.
  /// - Complexity: O(*n* log *n*).
  public func take(in path: String) throws -> OutcomeReport {
    let file = try OutcomeFile(path: path, known: known)
    let keys = try KeyFile(of: pipeline)
    var report = OutcomeReport()
    report.ignoredColumns = Set(file.notes.compactMap(\.location.column)).sorted()
    report.notes = file.notes
    let remarks = file.lines.count { $0.hasRemark }
    if remarks > 0 {
      report.remarks = remarks
      report.notes.append(Diagnostic(.outcomeRemarksIgnored, ["count": "\(remarks)"]))
    }
    var ends = file.lines.map { LineEnd($0) }
    for index in ends.indices { check(&ends[index]) }
    refuseTwice(&ends)
    for municipality in pipeline.municipalities {
      let own = ends.indices.filter { ends[$0].line.municipality == municipality.code }
        .filter { ends[$0].isToBeTaken }
        .sorted { (ends[$0].line.household, $0) < (ends[$1].line.household, $1) }
      guard !own.isEmpty else { continue }
      let hash = try keys.keys(
        for: municipality.code, dataAreReal: pipeline.dataAreReal, on: referenceDate
      ).outreach
      let held = try memory.hold(municipality.code, waiting: lockSeconds)
      try held.change(AuditedAct(.importOutcomes)) { act in
        try memory.changeCases(of: municipality, on: referenceDate, isTrial: isTrial) { book in
          for index in own { try take(&ends[index], into: book, hash) }
        }
        act.counts["lines"] = own.count
        act.counts["changed"] = isTrial ? 0 : own.count { ends[$0].isChanged }
      }
    }
    for end in ends { report.add(end) }
    return report
  }

  /// Holds what a line says of its list against the pipeline.
  private func check(_ end: inout LineEnd) {
    let line = end.line
    guard !line.household.isAbsent else { return end.refuse() }
    if line.isEmpty { return }
    guard let code = line.municipality,
      pipeline.municipalities.contains(where: { $0.code == code })
    else {
      return end.refuse(.outcomeMunicipalityUnknown, WorklistTitles.municipality)
    }
    guard let date = line.listDate, date <= referenceDate else {
      return end.refuse(
        .outcomeListDateUnusable, WorklistTitles.referenceDate,
        ["date": referenceDate.description])
    }
  }

  /// Takes in none of several lines of one household that say different things.
  private func refuseTwice(_ ends: inout [LineEnd]) {
    struct Key: Hashable {
      var municipality: MunicipalityCode?
      var household: HouseholdID
    }
    let lines = ends.indices.filter { ends[$0].isToBeTaken }
    let groups = Dictionary(grouping: lines) { index in
      Key(municipality: ends[index].line.municipality, household: ends[index].line.household)
    }
    for group in groups.values where group.count > 1 {
      let first = ends[group[0]].line
      guard !group.allSatisfy({ ends[$0].line.saysTheSame(as: first) }) else { continue }
      for index in group { ends[index].refuse(.outcomeHouseholdTwice, WorklistTitles.household) }
    }
  }

  /// Brings a line into its case, or begins one.
  private func take(_ end: inout LineEnd, into book: any CaseBook, _ hash: SipHash) throws {
    let line = end.line
    guard let date = line.listDate,
      let known = try book.household(line.household, onListOf: date)
    else { return end.refuse(.outcomeHouseholdUnknown, WorklistTitles.household) }
    let position = KnownCase.position(
      in: known.cases, ofLineOf: line.household, signals: known.signals)
    let held = Set(known.cases.flatMap(\.signals))
    let unheld = known.signals.filter { !held.contains($0) }
    var changed = position.map { known.cases[$0] }
    let merge = CaseMerge(
      line, before: changed?.before ?? CaseEntries(), now: changed?.now ?? CaseEntries(),
      receivedOn: known.receivedOn, referenceDate: referenceDate)
    end.notes += merge.notes
    guard merge.entries != changed?.now ?? CaseEntries() else { return }
    if changed == nil {
      changed = KnownCase(
        id: Self.id(of: unheld, hash), household: line.household, matchedOn: date, signals: [],
        now: CaseEntries())
    }
    guard var changed else { return }
    changed.now = merge.entries
    changed.signals.formUnion(unheld)
    try book.keep(changed)
    end.isChanged = true
  }

  /// The pseudonym of a case: of the first of the signals with which it begins.
  private static func id(of signals: [SignalID], _ hash: SipHash) -> CaseID {
    let message = ByteArena(capacity: 64)
    if let first = signals.min() { message.append(first) }
    let (high, low) = hash.hash(message.bytes)
    return CaseID(high: high, low: low)
  }
}

/// What becomes of a line.
struct LineEnd {
  let line: OutcomeLine
  var notes: [Diagnostic]
  var isChanged = false
  private var isRefusedWhole = false

  init(_ line: OutcomeLine) {
    self.line = line
    notes = line.notes
  }

  /// Whether it says something, and nothing forbids to look at it.
  var isToBeTaken: Bool { !isRefusedWhole && !line.isEmpty }

  /// Whether something of it was not taken in.
  var isRefused: Bool { notes.contains { $0.code.effect.exitStatus != .complete } }

  /// Leaves the whole line out.
  mutating func refuse() { isRefusedWhole = true }

  /// Leaves the whole line out, and says why.
  mutating func refuse(
    _ code: DiagnosticCode, _ title: String, _ facts: [String: String] = [:]
  ) {
    isRefusedWhole = true
    var place = line.place
    place.column = title
    notes.append(Diagnostic(code, at: place, facts))
  }
}

/// What became of the lines of a list.
public struct OutcomeReport: Sendable {
  /// Lines with a household or an entry.
  public var read = 0
  /// Lines of which all was taken in, and something was new.
  public var taken = 0
  /// Lines of which some was taken in, and some was not.
  public var partly = 0
  /// Lines that say what was known.
  public var unchanged = 0
  /// Lines on which nothing is filled in.
  public var empty = 0
  /// Lines of which nothing was taken in, because something is wrong.
  public var refused = 0
  /// Lines with a remark, which is not kept.
  public var remarks = 0
  /// Titles of columns that no worklist has.
  public var ignoredColumns: [String] = []
  /// What is wrong or to be known, in the order of the file.
  public var notes: [Diagnostic] = []

  /// Creates a report of no lines.
  init() {}

  /// How the command ends.
  public var status: ExitStatus {
    notes.contains { $0.code.effect.exitStatus != .complete } ? .incomplete : .complete
  }

  /// Counts a line.
  mutating func add(_ end: LineEnd) {
    read += 1
    notes += end.notes
    switch (end.isChanged, end.isRefused) {
    case (true, false): taken += 1
    case (true, true): partly += 1
    case (false, true): refused += 1
    case (false, false): if end.line.isEmpty { empty += 1 } else { unchanged += 1 }
    }
  }
}
