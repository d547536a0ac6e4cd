public import Model

/// What `receive` decides of one decoded row by itself: for whom it is, and whether it may be processed.
public struct Verdict: Equatable, Sendable {
  /// The municipality's number; 0 when it is none of ours.
  public var municipality: UInt16
  /// `listed` when the row is admitted; what becomes of it then is decided later.
  public var fate: Fate
  /// Why not, without values; empty when admitted.
  public var reason: String

  /// Creates a verdict.
  public init(municipality: UInt16, fate: Fate, reason: String) {
    self.municipality = municipality
    self.fate = fate
    self.reason = reason
  }
}

extension Verdict {
  /// Why a row is set aside that is of a municipality in another part of the run.
  public static let elsewhere = "other part"
}

/// A delivery with all that can be decided of it without looking at another one.
///
/// Deliveries are judged side by side and admitted one after the other.
public struct JudgedDelivery: Sendable {
  public var delivery: DecodedDelivery
  /// One for each of the delivery's signals.
  public var verdicts: [Verdict]
  /// One for each of the delivery's signals; absent where nothing may be derived from the row.
  public var signalIDs: [SignalID]
  /// Every row in canonical order.
  public var order: [DeliveredRow]

  /// Puts the parts together.
  public init(
    _ delivery: DecodedDelivery, verdicts: [Verdict], signalIDs: [SignalID],
    order: [DeliveredRow]
  ) {
    self.delivery = delivery
    self.verdicts = verdicts
    self.signalIDs = signalIDs
    self.order = order
  }

  /// The rejected rows in canonical order.
  ///
  /// - Complexity: O(*n*) in the rows of the delivery.
  var rejected: [RejectedRow] {
    guard !delivery.rejected.isEmpty else { return [] }
    return order.filter { $0.decoded == nil }.map { delivery.rejected[$0.rejected] }
  }
}

/// A row of a delivery: decoded, by its place in the table, or rejected, by its place in the list.
public struct DeliveredRow: Sendable {
  private let place: Int32

  /// A row of the table of signals.
  public init(decoded place: Int) { self.place = Int32(truncatingIfNeeded: place) }

  /// A row of the list of rejected ones.
  public init(rejected place: Int) { self.place = Int32(truncatingIfNeeded: -1 - place) }

  /// The place in the table of signals; `nil` for a rejected row.
  public var decoded: Int? { place >= 0 ? Int(place) : nil }

  /// The place in the list of rejected rows; meant for a row that is not decoded.
  public var rejected: Int { Int(-1 - place) }
}
