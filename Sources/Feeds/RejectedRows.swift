internal import Definitions
internal import Diagnostics
internal import Model
internal import Pipeline

/// The rows of a delivery that cannot be used, while it is read.
///
/// A row costs numbers and its own bytes. What is to be said of it is worded once for all rows that
/// share it, so that a delivery of nothing but bad rows is read as fast as a good one.
struct RejectedRows {
  private struct Cause: Hashable {
    var fault: RowFault
    var found: FoundKind?
  }

  /// In the order in which they were met.
  var rows: [RejectedRow] = []
  /// Each reason once, in the order in which they were met.
  private(set) var reasons: [Diagnostic] = []
  /// Where the texts of ``rows`` stand.
  let arena = ByteArena(capacity: 64)
  private var known: [Cause: UInt32] = [:]

  /// The number of a reason, which is worded when it is met for the first time.
  ///
  /// - Parameters:
  ///   - fault: What is wrong.
  ///   - found: What kind of text the cell at fault holds, if a cell is.
  ///   - plan: The columns of the delivery.
  ///   - location: The delivery.
  /// - Returns: An index into ``reasons``.
  mutating func reason(
    for fault: RowFault, _ found: FoundKind?, plan: ColumnPlan, location: Location
  ) -> UInt32 {
    let cause = Cause(fault: fault, found: found)
    if let number = known[cause] { return number }
    var place = location
    place.column = (fault.position ?? plan.position(of: fault.field)).map { plan.headers[$0] }
    let (code, facts) = fault.diagnostic(plan, found: found?.description ?? "")
    let number = UInt32(reasons.count)
    reasons.append(Diagnostic(code, at: place, facts))
    known[cause] = number
    return number
  }
}
