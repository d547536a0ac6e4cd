/// A figure that follows from published numbers, or from enough people to tell of none of them.
public struct PublishedFigure: Hashable, Sendable {
  /// Ten times the figure.
  public let tenths: Int

  private init(tenths: Int) { self.tenths = tenths }

  /// How many of a hundred, from rounded numbers; `nil` when one is hidden or the whole is too small.
  public init?(percent part: PublishedCount, of whole: PublishedCount) {
    guard let part = part.rounded, let whole = whole.rounded,
      whole >= SmallCells.leastDenominator
    else { return nil }
    tenths = min(100, (200 * part + whole) / (2 * whole)) * 10
  }

  /// How many to each one of another, from rounded numbers; `nil` when one is hidden or the other is too
  /// small.
  public init?(ratio count: PublishedCount, to other: PublishedCount) {
    guard let count = count.rounded, let other = other.rounded,
      other >= SmallCells.leastDenominator
    else { return nil }
    tenths = (20 * count + other) / (2 * other)
  }

  /// How many for each thousand of a number that everybody knows; `nil` when the count is hidden.
  public init?(_ count: PublishedCount, perThousandOf known: Int) {
    guard let count = count.rounded, known > 0 else { return nil }
    tenths = (20_000 * count + known) / (2 * known)
  }

  /// How many times a number that everybody knows goes into a count; `nil` when the count is hidden.
  public init?(_ count: PublishedCount, inPartsOf known: Int) {
    guard let count = count.rounded, known > 0 else { return nil }
    tenths = (20 * count + known) / (2 * known)
  }

  /// The middle one of some values, rounded; `nil` when there are too few.
  ///
  /// Of an even number it is the lower of the two in the middle.
  ///
  /// - Parameters:
  ///   - values: In any order; they are moved.
  ///   - step: What the median is rounded to, above 0.
  /// - Complexity: O(*n*) as a rule.
  public init?(medianOf values: inout [Int64], roundedTo step: Int64) {
    guard values.count >= SmallCells.leastMedian, step > 0 else { return nil }
    let median = values.select((values.count - 1) / 2)
    tenths = Int((median + step / 2) / step * step) * 10
  }

  /// A number that is about no person: deliveries, days, what a municipality decided.
  public init(impersonal number: Int) { tenths = number * 10 }
}

extension [Int64] {
  /// The value that would stand at a position if all were sorted.
  fileprivate mutating func select(_ position: Int) -> Int64 {
    var (low, high) = (0, count - 1)
    while low < high {
      let pivot = Swift.max(
        Swift.min(self[low], self[high]),
        Swift.min(Swift.max(self[low], self[high]), self[low + (high - low) / 2]))
      var (left, right) = (low, high)
      while left <= right {
        while self[left] < pivot { left += 1 }
        while self[right] > pivot { right -= 1 }
        if left <= right {
          swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if position <= right {
        high = right
      } else if position >= left {
        low = left
      } else {
        break
      }
    }
    return self[position]
  }
}
