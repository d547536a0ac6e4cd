/// Some data rows of a delivery, such as `3,7-9`.
public struct RowSelection: Hashable, Sendable {
  private let ranges: [ClosedRange<UInt32>]

  /// Reads numbers and ranges of numbers, from 1, parted by commas.
  ///
  /// - Returns: `nil` if the text is anything else.
  public init?(_ text: String) {
    var ranges: [ClosedRange<UInt32>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...2).contains(ends.count), ends.allSatisfy({ $0.allSatisfy(\.isWholeNumber) }),
        let first = UInt32(ends[0]), let last = UInt32(ends[ends.count - 1]), first > 0,
        first <= last
      else { return nil }
      ranges.append(first...last)
    }
    self.ranges = ranges
  }

  /// Whether a row is one of them.
  public func contains(_ row: UInt32) -> Bool { ranges.contains { $0.contains(row) } }

  /// The rows that are named one by one; a range takes what there is in it.
  public var named: [UInt32] { ranges.filter { $0.count == 1 }.map(\.lowerBound) }
}
