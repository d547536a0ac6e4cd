@testable import Model

/// Somebody who wants to know a hidden number and has nothing but what is published.
///
/// Two ways that share no code with the suppression: by bounds that are narrowed as long as they move,
/// over everything published about the same rows; and by trying every table that could be, for small ones.
struct CellAttacker {
  /// What a number can be.
  typealias Bounds = ClosedRange<Int>

  /// What a published number tells of the true one.
  ///
  /// A hidden one is at least `least`.
  static func bounds(_ count: PublishedCount, least: Int) -> Bounds {
    guard let rounded = count.rounded else { return least...1_000_000 }
    return rounded == 0 ? 0...0 : max(8, rounded - 2)...(rounded + 2)
  }

  /// The sums that hold between numbers: the parts and the whole, by position.
  struct Sum {
    let parts: [Int]
    let whole: Int
  }

  /// Narrows bounds by sums until nothing moves.
  static func narrow(_ start: [Bounds], _ sums: [Sum]) -> [Bounds] {
    var bounds = start
    func tighten(_ position: Int, _ low: Int, _ high: Int) -> Bool {
      let (old, new) = (
        bounds[position],
        (max(bounds[position].lowerBound, low), min(bounds[position].upperBound, high))
      )
      guard new.0 <= new.1, new.0 != old.lowerBound || new.1 != old.upperBound else { return false }
      bounds[position] = new.0...new.1
      return true
    }
    var moved = true
    while moved {
      moved = false
      for sum in sums {
        let low = sum.parts.reduce(0) { $0 + bounds[$1].lowerBound }
        let high = sum.parts.reduce(0) { $0 + bounds[$1].upperBound }
        if tighten(sum.whole, low, high) { moved = true }
        for part in sum.parts {
          let otherLow = low - bounds[part].lowerBound
          let otherHigh = high - bounds[part].upperBound
          let whole = bounds[sum.whole]
          if tighten(part, whole.lowerBound - otherHigh, whole.upperBound - otherLow) {
            moved = true
            break
          }
        }
      }
    }
    return bounds
  }

  /// Every value that each cell takes in any table that fits what is published, if the sums of rows are
  /// known to the unit: two rows at most.
  static func possible(_ table: PublishedTable, rowSums: [Int]) -> [[Set<Int>]] {
    let groups = table.groups.count
    let rows = table.periods.isEmpty ? [table.totals] : table.cells
    func fits(_ row: [PublishedCount], sum: Int, position: Int = 0) -> [[Int]] {
      let hiddenWhole = !table.periods.isEmpty && table.totals[position].isHidden
      let bounds = bounds(row[position], least: hiddenWhole ? 0 : 1)
      if position == groups - 1 { return bounds.contains(sum) ? [[sum]] : [] }
      guard bounds.lowerBound <= sum else { return [] }
      return (bounds.lowerBound...min(sum, bounds.upperBound)).flatMap { value in
        fits(row, sum: sum - value, position: position + 1).map { [value] + $0 }
      }
    }
    let choices = zip(rows, rowSums).map { fits($0, sum: $1) }
    let totals = table.totals.map { bounds($0, least: 1) }
    var found = rows.map { _ in (0..<groups).map { _ in Set<Int>() } }
    for first in choices[0] {
      for second in choices.count > 1 ? choices[1] : [[Int](repeating: 0, count: groups)] {
        guard
          choices.count == 1
            || (0..<groups).allSatisfy({ totals[$0].contains(first[$0] + second[$0]) })
        else { continue }
        for group in 0..<groups {
          found[0][group].insert(first[group])
          if choices.count > 1 { found[1][group].insert(second[group]) }
        }
      }
    }
    return found
  }
}
