import Definitions
import Model
import TestSupport
import Testing

@testable import Stages

@Suite("Pairs that are of strangers at a glance")
struct PairScreenTests {
  /// A pair must weigh so much, in hundredths of a bit.
  static let least: Int32 = -600

  /// How many pairs of records the screen leaves out; none of them may weigh enough.
  static func leftOut(_ records: MatchRecords, prior: Int32, _ note: String) throws -> Int {
    let model = try ShippedModel.load()
    let comparison = PairComparison(records: records, rarity: ValueRarity(records))
    var estimates = RunEstimates(records, model: model)
    estimates.prior = prior
    let weigher = PairWeigher(comparison, model: model, estimates: estimates)
    let screen = PairScreen(comparison, model: model, prior: prior, least: least)
    let rows = (0..<records.count).map { records[$0] }
    var count = 0
    rows.withUnsafeBufferPointer { rows in
      guard let first = rows.baseAddress else { return }
      for right in rows.indices {
        for left in 0..<right where !screen.lets(first + left, first + right) {
          count += 1
          let agreement = comparison.agreement(left, right)
          #expect(weigher.sums(agreement).stranger < least, "\(note)")
          #expect(!screen.lets(first + right, first + left), "\(note)")
        }
      }
    }
    return count
  }

  @Test(arguments: UInt64(1)...20)
  func `No pair that weighs enough is left out, however strangely rows are filled`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var rows = MatchPropertyTests.rows(60, &random)
    for row in rows.indices {
      rows[row].givenNames =
        ["", "Jan", "Johan", "Bakker", "Smit", "Petra", "Pietra"].randomElement(using: &random)
        ?? ""
      rows[row].phone = ["", "0670111222", "0670111333"].randomElement(using: &random) ?? ""
      rows[row].reference = ["", "A1", "A2"].randomElement(using: &random) ?? ""
      rows[row].postcode = ["3111AB", "3111AC", "3112AB", ""].randomElement(using: &random) ?? ""
      if row % 7 == 0 {
        rows[row].surname = ["Zhang", "Cheung", "M?ller", "Berg Koopman"][row % 4]
      }
    }
    let records = try MatchFixture.records(rows)
    for prior: Int32 in [-1800, -900, 0] {
      _ = try Self.leftOut(records, prior: prior, "seed \(seed), prior \(prior)")
    }
  }

  @Test
  func `Of an invented municipality most pairs are left out, and none that weighs enough`() throws {
    let records = try MatchFixture.records(SampleRecords.rows(260, seed: 40))
    let count = try Self.leftOut(records, prior: -1700, "the sample")
    let all = records.count * (records.count - 1) / 2
    #expect(count * 10 > all * 9, "\(count) of \(all)")
  }

  @Test(arguments: UInt64(1)...10)
  func `Birth dates agree as their digits say`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let dates = (0..<80).map { _ in
      PartialDate(
        year: [1955, 1965, 1980, 1981, 1908].randomElement(using: &random) ?? 1980,
        month: [0, 1, 7, 3, 12].randomElement(using: &random) ?? 0) ?? .absent
    }
    let days = dates.map { date in
      date.month == 0
        ? date
        : PartialDate(
          year: date.year, month: date.month,
          day: [0, 1, 7, 3, 12, 21].randomElement(using: &random) ?? 0) ?? date
    }
    for left in days {
      for right in days {
        #expect(PairComparison.agreement(left, right) == Self.digitByDigit(left, right))
      }
    }
  }

  /// The same by looking at all digits.
  static func digitByDigit(_ left: PartialDate, _ right: PartialDate) -> BirthDateAgreement {
    if left.isAbsent || right.isAbsent { return .absent }
    if left == right { return left.isComplete ? .same : .partial }
    guard left.isComplete, right.isComplete else {
      if left.agrees(with: right) { return .partial }
      return left.year == right.year ? .near : .different
    }
    func digits(_ date: PartialDate) -> [Character] {
      Array(String(String(100_000_000 + Int(date.packed)).dropFirst()))
    }
    let differing = zip(digits(left), digits(right)).filter { $0 != $1 }.count
    if PairComparison.isEstimate(left) && PairComparison.isEstimate(right) {
      return differing == 1 ? .near : .different
    }
    let isReversed =
      left.year == right.year && left.day == right.month && left.month == right.day
    if differing == 1 || isReversed { return .typingError }
    let alike = [left.year == right.year, left.month == right.month, left.day == right.day]
    return alike.filter { $0 }.count == 2 ? .near : .different
  }
}
