import TestSupport
import Testing

@testable import Model

@Suite("Small numbers cannot be found out")
struct SuppressionPropertyTests {
  private static func periods(_ count: Int) -> [IndicatorPeriod] {
    (0..<count).map { IndicatorPeriod(code: "\($0)", name: "\($0)") }
  }

  private static func table(_ counts: [[Int]]) -> CountTable {
    var table = CountTable(
      periods: periods(counts.count), groups: (counts.first ?? []).indices.map { "g\($0)" })
    for (row, values) in counts.enumerated() {
      for (group, value) in values.enumerated() { table.add(value, period: row, group: group) }
    }
    return table
  }

  /// Counts that are often nought or small.
  private static func counts(
    rows: Int, groups: Int, _ random: inout SeededGenerator, most: Int
  ) -> [[Int]] {
    (0..<rows).map { _ in
      (0..<groups).map { _ in
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<2: 0
        case 2..<5: Int.random(in: 1...7, using: &random)
        default: Int.random(in: 0...most, using: &random)
        }
      }
    }
  }

  @Test("Every table that fits what is published is tried: a hidden number stays 1 to 7 for all")
  func everyTable() throws {
    var random = SeededGenerator(seed: 20_261_128)
    var (hidden, visible, split) = (0, 0, 0)
    for _ in 0..<300 {
      let groups = Int.random(in: 2...3, using: &random)
      let counts = Self.counts(
        rows: Int.random(in: 1...2, using: &random), groups: groups, &random, most: 14)
      guard counts.allSatisfy({ $0.reduce(0, +) > SmallCells.largest }) else { continue }
      // Whether it would be shown by month or not: it must be safe.
      let table = PublishedTable(
        protecting: counts, counts.count == 1 ? [] : Self.periods(counts.count),
        (0..<groups).map { "g\($0)" })
      guard let table else { continue }
      if !table.periods.isEmpty { split += 1 }
      let possible = CellAttacker.possible(table, rowSums: counts.map { $0.reduce(0, +) })
      for (row, values) in counts.enumerated() {
        for (group, value) in values.enumerated() {
          let shown = table.periods.isEmpty ? table.totals[group] : table.cells[row][group]
          #expect(possible[row][group].contains(value), "\(counts)")
          guard shown.isHidden else {
            visible += 1
            #expect(value == 0 || value > 7)
            continue
          }
          hidden += 1
          guard (1...7).contains(value) else { continue }
          #expect(possible[row][group].isSuperset(of: 1...7), "\(counts), \(row), \(group)")
        }
      }
    }
    // The test would also pass if nothing were ever shown.
    #expect(hidden > 100 && visible > 80 && split > 20)
  }

  @Test("Bounds over all tables about the same rows are never narrower than 1 to 7")
  func bounds() throws {
    var random = SeededGenerator(seed: 7)
    var (hidden, split) = (0, 0)
    for _ in 0..<400 {
      let rows = Int.random(in: 1...5, using: &random)
      let first = Self.counts(
        rows: rows, groups: Int.random(in: 2...6, using: &random), &random, most: 90)
      let sums = first.map { $0.reduce(0, +) }
      // The same rows, split in another way.
      let second = sums.map { sum -> [Int] in
        let part = Int.random(in: 0...sum, using: &random)
        let small = min(sum - part, Int.random(in: 0...9, using: &random))
        return [part, small, sum - part - small]
      }
      let totals = PublishedTotals(
        periods: Self.periods(rows), counts: sums, whole: .whole)
      var known = totals.counts.map { CellAttacker.bounds($0, least: 0) }
      known.append(CellAttacker.bounds(totals.total, least: 0))
      let whole = known.count - 1
      var relations: [CellAttacker.Sum] = []
      if whole > 0 { relations.append(.init(parts: Array(0..<whole), whole: whole)) }
      var small: [Int] = []
      for counts in [first, second] {
        let kept = Array(counts[0].indices)
        let isSplit = counts.count > 1 && counts.allSatisfy { $0.reduce(0, +) > 7 }
        let table =
          isSplit && Bool.random(using: &random)
          ? PublishedTable(protecting: counts, Self.periods(rows), kept.map { "g\($0)" })
          : Self.table(counts).published(keepsEmpty: true)
        guard let table else { continue }
        if !table.periods.isEmpty { split += 1 }
        let base = known.count
        for (group, total) in table.totals.enumerated() {
          let value = counts.reduce(0) { $0 + $1[kept[group]] }
          if total.isHidden, (1...7).contains(value) { small.append(known.count) }
          known.append(CellAttacker.bounds(total, least: 1))
        }
        relations.append(.init(parts: table.groups.indices.map { base + $0 }, whole: whole))
        for row in table.periods.indices {
          let start = known.count
          for (group, cell) in table.cells[row].enumerated() {
            let value = counts[row][kept[group]]
            if cell.isHidden, (1...7).contains(value) { small.append(known.count) }
            known.append(
              CellAttacker.bounds(cell, least: table.totals[group].isHidden ? 0 : 1))
          }
          if whole > 0 {
            relations.append(.init(parts: table.groups.indices.map { start + $0 }, whole: row))
          }
        }
        for group in table.groups.indices where !table.periods.isEmpty {
          relations.append(
            .init(
              parts: table.periods.indices.map {
                base + table.groups.count * ($0 + 1) + group
              }, whole: base + group))
        }
      }
      hidden += small.count
      let narrowed = CellAttacker.narrow(known, relations)
      for position in small {
        #expect(narrowed[position].lowerBound <= 1, "\(first) \(second)")
        #expect(narrowed[position].upperBound >= 7, "\(first) \(second)")
      }
    }
    #expect(hidden > 500 && split > 100)
  }

  @Test("The attacker finds out what is not protected")
  func attackerWorks() {
    let known = [
      CellAttacker.bounds(PublishedCount(hiding: 3), least: 1),
      CellAttacker.bounds(PublishedCount(hiding: 40), least: 1),
      CellAttacker.bounds(PublishedCount(hiding: 43), least: 0),
    ]
    let narrowed = CellAttacker.narrow(known, [.init(parts: [0, 1], whole: 2)])
    #expect(narrowed[0].upperBound < 10)
    let exact = CellAttacker.narrow(
      [1...1_000_000, 40...40, 43...43], [.init(parts: [0, 1], whole: 2)])
    #expect(exact[0] == 3...3)
  }

  @Test(
    "A small number takes the next smallest with it where rounding does not hide it well enough")
  func secondary() throws {
    let alone = try #require(Self.table([[3, 12, 200]]).published())
    #expect(alone.totals.map(\.rounded) == [nil, 10, 200])
    let narrow = try #require(Self.table([[1, 10, 200]]).published())
    #expect(narrow.totals.map(\.rounded) == [nil, nil, 200])
  }

  @Test("A group that is small in all is shown in no month, noughts among them")
  func smallGroup() throws {
    let table = try #require(
      Self.table([[2, 50, 60, 30], [0, 70, 80, 35], [3, 20, 25, 40]]).published())
    #expect(table.totals[0].isHidden)
    #expect(table.cells.allSatisfy { $0[0].isHidden })
  }

  @Test("Nothing is shown of a table that is small or cannot be protected")
  func nothing() {
    #expect(Self.table([[1, 3, 3]]).published() == nil)
    #expect(Self.table([[3, 3, 2]]).published() == nil)
    #expect(Self.table([[0, 0]]).published() == nil)
  }

  @Test("Counts are rounded to five, and nought is nought")
  func rounding() throws {
    #expect((8...12).map { PublishedCount(hiding: $0).rounded } == [10, 10, 10, 10, 10])
    #expect(PublishedCount(hiding: 13).rounded == 15)
    #expect(PublishedCount(hiding: 0).rounded == 0)
    #expect((1...7).allSatisfy { PublishedCount(hiding: $0).isHidden })
    #expect((PublishedCount(hiding: 8) + PublishedCount(hiding: 3)).isHidden)
  }

  @Test("Shares come from rounded numbers of enough, medians from enough values")
  func figures() {
    let (part, whole, few) = (
      PublishedCount(hiding: 33), PublishedCount(hiding: 101), PublishedCount(hiding: 26)
    )
    #expect(PublishedFigure(percent: part, of: whole)?.tenths == 350)
    #expect(PublishedFigure(percent: part, of: few) == nil)
    #expect(PublishedFigure(percent: .hidden, of: whole) == nil)
    #expect(PublishedFigure(ratio: whole, to: part)?.tenths == 29)
    #expect(PublishedFigure(whole, perThousandOf: 80_000)?.tenths == 13)
    var values: [Int64] = [9, 1, 5, 3, 7, 2, 8]
    #expect(PublishedFigure(medianOf: &values, roundedTo: 1) == nil)
    values.append(100)
    #expect(PublishedFigure(medianOf: &values, roundedTo: 1)?.tenths == 50)
    var random = SeededGenerator(seed: 3)
    for count in 8..<60 {
      var many = (0..<count).map { _ in Int64.random(in: 0...20, using: &random) }
      let middle = many.sorted()[(count - 1) / 2]
      #expect(PublishedFigure(medianOf: &many, roundedTo: 1)?.tenths == Int(middle) * 10)
    }
  }
}
