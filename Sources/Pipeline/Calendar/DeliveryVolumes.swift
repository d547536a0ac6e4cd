internal import Definitions
internal import Model

/// The rows of the last deliveries of a feed, to hold the next one against.
///
/// One delivery stands for each period: corrections that add rows are not among them, and one that
/// replaces another takes its place.
struct DeliveryVolumes {
  /// How many deliveries are looked back at.
  static let span = 12

  /// A delivery out of bounds.
  struct Breach {
    var isShrunk: Bool
    /// How many deliveries it was held against.
    var count: Int
    /// The fewest and most rows within bounds.
    var least: Int
    var most: Int
  }

  let bounds: VolumeBounds
  private var known: [(sha256: String, rows: Int)] = []

  init(bounds: VolumeBounds) { self.bounds = bounds }

  mutating func add(_ delivery: AcceptedDelivery) {
    known.append((delivery.sha256, delivery.rows))
  }

  mutating func replace(_ before: AcceptedDelivery, with delivery: AcceptedDelivery) {
    guard let index = known.lastIndex(where: { $0.sha256 == before.sha256 }) else { return }
    known[index] = (delivery.sha256, delivery.rows)
  }

  /// How a number of rows is out of bounds against the median; `nil` when it is not, or too little is
  /// known to say so.
  func breach(by rows: Int) -> Breach? { breach(by: rows, against: known.map(\.rows)) }

  /// Whether a correction is of a size to stand in the place of a delivery.
  ///
  /// It is when it is within bounds of that delivery; or when it is right against the deliveries before,
  /// and the one that it replaces was not.
  func accepts(_ delivery: AcceptedDelivery, inPlaceOf before: AcceptedDelivery) -> Bool {
    if !isOutside(delivery.rows, twiceMedian: before.rows * 2) { return true }
    let others = known.filter { $0.sha256 != before.sha256 }.map(\.rows)
    return others.count >= bounds.fromDeliveries && breach(by: before.rows, against: others) != nil
      && breach(by: delivery.rows, against: others) == nil
  }

  private func breach(by rows: Int, against all: [Int]) -> Breach? {
    let last = all.suffix(DeliveryVolumes.span).sorted()
    guard last.count >= max(bounds.fromDeliveries, 1) else { return nil }
    let twice = last[(last.count - 1) / 2] + last[last.count / 2]
    guard isOutside(rows, twiceMedian: twice) else { return nil }
    return Breach(
      isShrunk: rows * 2 < twice, count: last.count,
      least: (twice * bounds.atLeastPercent + 199) / 200, most: twice * bounds.atMostPercent / 200)
  }

  private func isOutside(_ rows: Int, twiceMedian twice: Int) -> Bool {
    guard rows >= bounds.fromRows || twice >= bounds.fromRows * 2 else { return false }
    return rows * 200 < twice * bounds.atLeastPercent || rows * 200 > twice * bounds.atMostPercent
  }
}
