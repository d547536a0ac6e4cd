public import Definitions
internal import Model
public import Pipeline

/// Marks the signals that say what another one says already.
///
/// A *claim* is what one partner reports under one reference about one person; a threat (eviction, end
/// of supply, end of cover) is a claim of its own. Of the signals on a claim that follow each other
/// within the window:
///
/// - copies of a report (same kind, day and amount) are `technical-duplicate`;
/// - a newer report makes the older ones `superseded`; when it reports more, it says from how much;
/// - a report of no more than an earlier one that the municipality picked up is a `repeat`, and a copy
///   of such a claim's report a `technical-duplicate`, whether that one is of an earlier run or of this one;
/// - a report on a claim that is known and that nobody picked up yet is kept, and `joins` that claim.
///
/// An earlier signal that was not picked up never makes a later one fall away, not even its copy: the
/// list of a night must be whole without the list before it. Partners never deduplicate each other.
///
/// - Invariant: every signal keeps its place; what a `sameAs` points to is kept or stands in history.
/// - Complexity: O(*n* log *n*).
/// - Source: `ddas-vroegsignalering`, `voorsein-keuze`.
public struct Deduplicate: MunicipalityStage {
  public static let name = "deduplicate"
  public static let summary =
    "Marks rows sent twice, reports that a newer one replaces, and repeats of what was picked up."
  public static let version = 3
  public static let reads: [Dataset] = [.history, .cases, .contactAttempts, .received, .normalised]
  public static let writes: [Dataset] = [.distinct]
  public static let settings = [
    Setting(
      "window-months", 1...24, default: 6, unit: "months",
      summary: "how far apart two reports may be to be about the same arrears")
  ]

  private let windowMonths: Int

  public init(settings: [String: Int]) {
    windowMonths = settings["window-months"] ?? Self.settings[0].defaultValue
  }

  public func run(_ tables: inout MunicipalityTables, _ context: StageContext) throws {
    let received = tables.received
    var distinct = Distinct()
    distinct.keys = received.keys
    distinct.disposition = Array(repeating: .kept, count: received.count)
    distinct.sameAs = Array(repeating: .absent, count: received.count)
    distinct.grownFromCents = Array(repeating: nil, count: received.count)

    distinct.joins = Array(repeating: .absent, count: received.count)

    let rows = ClaimRows(received, tables.normalised, tables.history)
    let acted = ActedOn(tables.cases, tables.contactAttempts)
    var claims = ClaimGroups(rows)
    claims.forEach { claim in
      let own = claim.prefix { $0 < rows.own }
      let earlier = EarlierReports(
        history: tables.history,
        rows: claim.dropFirst(own.count).map { rows.earlier[$0 - rows.own] },
        windowMonths: windowMonths)
      for series in series(of: Array(own), received) {
        if repeats(series, acted, received, &distinct) { continue }
        decide(series, received, &distinct)
        if !earlier.rows.isEmpty { settle(series, earlier, tables, &distinct) }
      }
    }
    tables.distinct = distinct
  }

  /// Splits the reports on a claim, oldest first, where more than the window lies between two.
  private func series(of claim: [Int], _ received: Received) -> [[Int]] {
    let ordered = claim.sorted { left, right in
      let (first, second) = (received.signalledOn[left], received.signalledOn[right])
      if first != second { return first < second }
      let (less, more) = (received.amountCents[left], received.amountCents[right])
      if less != more { return less < more }
      let (kind, other) = (received.kind[left].rawValue, received.kind[right].rawValue)
      // Canonical order decides last; rows stand in it.
      return kind != other ? kind < other : left > right
    }
    var series: [[Int]] = []
    for row in ordered {
      if let last = series.last?.last,
        received.signalledOn[row] <= received.signalledOn[last].adding(months: windowMonths)
      {
        series[series.count - 1].append(row)
      } else {
        series.append([row])
      }
    }
    return series
  }

  /// Keeps the newest report of a series.
  private func decide(_ series: [Int], _ received: Received, _ distinct: inout Distinct) {
    guard series.count > 1, let newest = series.last else { return }
    let standing = received.keys.signalID[newest]
    var next = newest
    for row in series.dropLast().reversed() {
      if isCopy(row, of: next, received) {
        distinct.disposition[row] = .technicalDuplicate
      } else {
        distinct.disposition[row] = .superseded
        next = row
        let before = received.amountCents[row]
        if distinct.grownFromCents[newest] == nil, before < received.amountCents[newest] {
          distinct.grownFromCents[newest] = before
        }
      }
      distinct.sameAs[row] = standing
    }
  }

  /// Lets a report that somebody acted on stand for those after it that report no more.
  ///
  /// Its delivery is still there, so that it is not of history; it is decided as if it were.
  ///
  /// - Returns: Whether it stands for them.
  private func repeats(
    _ series: [Int], _ acted: ActedOn, _ received: Received, _ distinct: inout Distinct
  ) -> Bool {
    let ids = received.keys.signalID
    guard let newest = series.last, let place = series.lastIndex(where: { acted.on(ids[$0]) }),
      series[place] != newest
    else { return false }
    let standing = series[place]
    // A late signal is a step that an early one was not.
    let isNewKind = received.kind[newest] == .lateSignal && received.kind[standing] != .lateSignal
    guard received.amountCents[newest] <= received.amountCents[standing], !isNewKind else {
      return false
    }
    decide(Array(series[...place]), received, &distinct)
    for row in series[(place + 1)...] {
      let isCopy = isCopy(row, of: standing, received)
      distinct.disposition[row] =
        isCopy ? .technicalDuplicate : row == newest ? .repeated : .superseded
      distinct.sameAs[row] = ids[standing]
    }
    return true
  }

  /// Whether two rows are the same report, sent twice.
  private func isCopy(_ row: Int, of other: Int, _ received: Received) -> Bool {
    received.kind[row] == received.kind[other]
      && received.signalledOn[row] == received.signalledOn[other]
      && received.amountCents[row] == received.amountCents[other]
  }

  /// Holds the newest report of a series against what the municipality knew before.
  private func settle(
    _ series: [Int], _ earlier: EarlierReports, _ tables: MunicipalityTables,
    _ distinct: inout Distinct
  ) {
    guard let newest = series.last else { return }
    let (received, history) = (tables.received, tables.history)
    let address = tables.normalised.addressKey[newest]
    switch earlier.standing(of: newest, received, address) {
    case .new: return
    case .joins(let known):
      distinct.joins[newest] = history.signalID[known]
      noteGrowth(of: newest, since: known, received, history, &distinct)
    case .again(let known): noteGrowth(of: newest, since: known, received, history, &distinct)
    case .copy(let known):
      end(series, as: .technicalDuplicate, of: history.signalID[known], &distinct)
    case .repeat(let known):
      end(series, as: .repeated, of: history.signalID[known], &distinct)
    }
  }

  /// Lets a signal of an earlier run stand for the newest report of a series, and for what that stood
  /// for.
  private func end(
    _ series: [Int], as disposition: Disposition, of earlier: SignalID, _ distinct: inout Distinct
  ) {
    for row in series { distinct.sameAs[row] = earlier }
    if let newest = series.last {
      distinct.disposition[newest] = disposition
      distinct.grownFromCents[newest] = nil
    }
  }

  /// Says from how much a claim has grown since it was known, if it has.
  private func noteGrowth(
    of row: Int, since known: Int, _ received: Received, _ history: History,
    _ distinct: inout Distinct
  ) {
    let before = history.amountCents[known]
    if distinct.grownFromCents[row] == nil, received.amountCents[row] > before,
      received.signalledOn[row] >= history.signalledOn[known]
    {
      distinct.grownFromCents[row] = before
    }
  }
}
