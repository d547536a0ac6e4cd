internal import Definitions
internal import Model
internal import Pipeline

/// Keeps out rows that may not come in again: of people who were erased, and those past their term.
///
/// A delivery may lie in the inbox for longer than its rows may be kept. Nothing is derived from such a row,
/// and not even its reference stays.
///
/// - Source: `avg/17`, `avg/5`.
struct KeptOut: Sendable {
  private struct Own {
    let terms: RetentionTerms
    let erased: Set<SignalID>
    let pickedUp: Set<SignalID>
  }

  private let limits: IntakeLimits
  private let own: [UInt16: Own]
  private let municipalities: [MunicipalityDefinition]
  /// The terms of every municipality, also of those of other parts of the run.
  private let terms: [(municipality: MunicipalityDefinition, terms: RetentionTerms)]

  init(_ limits: IntakeLimits, _ pipeline: PipelineDefinition) {
    self.limits = limits
    municipalities = pipeline.municipalities
    terms = pipeline.allMunicipalities.map {
      ($0, RetentionTerms($0.retention, on: limits.referenceDate))
    }
    var own: [UInt16: Own] = [:]
    for municipality in municipalities {
      own[municipality.code.number] = Own(
        terms: RetentionTerms(municipality.retention, on: limits.referenceDate),
        erased: limits.erased[municipality.code] ?? [],
        pickedUp: limits.pickedUp[municipality.code] ?? [])
    }
    self.own = own
  }

  /// Takes the ids and the verdicts of rows that may not come in again.
  ///
  /// - Complexity: O(*n*) in the rows.
  func withhold(
    from delivery: DecodedDelivery, _ verdicts: inout [Verdict], _ ids: inout [SignalID]
  ) {
    let days = delivery.signals.receivedAt
    for row in verdicts.indices where !ids[row].isAbsent {
      guard let own = own[verdicts[row].municipality] else { continue }
      if !own.erased.isEmpty, own.erased.contains(ids[row]) {
        (verdicts[row].fate, verdicts[row].reason) = (.refused, Verdict.erased)
        ids[row] = .absent
        continue
      }
      let start = limits.start(of: days[row], inDelivery: delivery.sha256)
      // Most rows are young: whether somebody acted on them makes no difference.
      if start >= max(own.terms.notPickedUp, own.terms.pickedUp) { continue }
      if own.terms.keeps(from: start, isPickedUp: own.pickedUp.contains(ids[row])) { continue }
      (verdicts[row].fate, verdicts[row].reason) = (.outsideWindow, Verdict.retention)
      ids[row] = .absent
    }
  }

  /// Which rows of a delivery that nobody could read leave no trace: all once it is past its term, otherwise
  /// those of people who were erased.
  func withheld(from delivery: DecodedDelivery, _ keys: [UInt16: MunicipalityKeys])
    -> WithheldRows
  {
    if isPast(delivery) { return WithheldRows(isWhole: true) }
    var withheld = WithheldRows()
    for municipality in municipalities where delivery.feed.serves(municipality.code) {
      guard let own = own[municipality.code.number], !own.erased.isEmpty,
        let keys = keys[municipality.code.number]
      else { continue }
      for row in delivery.rejected where own.erased.contains(keys.unreadable(row.digest)) {
        withheld.rows.insert(row.row)
      }
    }
    return withheld
  }

  /// Whether a delivery is past its term in every municipality that its feed serves.
  private func isPast(_ delivery: DecodedDelivery) -> Bool {
    guard let received = delivery.receivedAt else { return false }
    let start = limits.start(of: received, inDelivery: delivery.sha256)
    return terms.allSatisfy { municipality, terms in
      !delivery.feed.serves(municipality.code) || !terms.keeps(from: start, isPickedUp: false)
    }
  }
}

/// Rows that nobody could read of which nothing is kept but that they came.
struct WithheldRows {
  /// Whether it is every row of the delivery.
  var isWhole = false
  var rows: Set<UInt32> = []

  func holds(_ row: RejectedRow) -> Bool { isWhole || rows.contains(row.row) }
}
