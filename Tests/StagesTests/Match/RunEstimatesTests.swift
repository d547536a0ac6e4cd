import Definitions
import Model
import TestSupport
import Testing

@testable import Stages

@Suite("What a municipality's data tell about themselves")
struct RunEstimatesTests {
  let model: LinkageModel

  init() throws { model = try ShippedModel.load() }

  func estimates(_ rows: [DeliveredRow]) throws -> RunEstimates {
    RunEstimates(try MatchFixture.records(rows), model: model)
  }

  /// Two rows of one surname in each of so many houses.
  func houses(
    _ count: Int, from first: Int = 1, _ one: (initials: String, given: String, born: String),
    _ other: (initials: String, given: String, born: String)
  ) -> [DeliveredRow] {
    (first..<first + count).flatMap { house in
      [one, other].map {
        var row = MatchTests.row($0.initials, "Bakker", $0.born, at: String(house))
        row.givenNames = $0.given
        return row
      }
    }
  }

  /// The default weighs as much as a hundred pairs.
  func personOverRelatives(_ onePerson: Double, _ relatives: Double) -> Int32 {
    let odds = model.personOverRelatives
    return max(
      0,
      BitWeight.of(
        onePerson + 100 * odds / (1 + odds), over: relatives + 100 / (1 + odds)))
  }

  @Test func `Nothing known leaves the defaults`() throws {
    let found = try estimates([])
    #expect(found.prior == BitWeight.of(model.recordsPerPerson, over: 4096))
    #expect(found.personOverRelatives == BitWeight.of(model.personOverRelatives, over: 1))
    #expect(found.trustsBirthDates)
  }

  @Test func `One person twice speaks against relatives, two people for them`() throws {
    let jan = (initials: "J.", given: "", born: "1955-03-02")
    let piet = (initials: "P.", given: "", born: "1980-05-06")
    #expect(
      try estimates(houses(50, jan, jan)).personOverRelatives
        == personOverRelatives(50, 0))
    #expect(
      try estimates(houses(50, jan, piet)).personOverRelatives
        == personOverRelatives(0, 50))
    #expect(
      try estimates(houses(30, jan, jan) + houses(20, from: 40, jan, piet))
        .personOverRelatives == personOverRelatives(30, 20))
    #expect(
      try estimates(houses(300, jan, piet)).personOverRelatives == 0)
    // One year, month or day alike tells neither.
    let other = (initials: "P.", given: "", born: "1980-05-02")
    #expect(
      try estimates(houses(50, jan, other)).personOverRelatives
        == personOverRelatives(0, 0))
  }

  @Test func `A house with many signals counts for no more than a few`() throws {
    let rows = (0..<100).map { _ in MatchTests.row("J.", "Bakker", "1955-03-02") }
    #expect(
      try estimates(rows).personOverRelatives == personOverRelatives(24 * 23 / 2, 0))
  }

  @Test func `Birth dates are trusted until many of one person differ`() throws {
    let jan = (initials: "J.", given: "Jan", born: "1955-03-02")
    let mistyped = (initials: "J.", given: "Jan", born: "1956-04-03")
    let son = (initials: "J.", given: "Jan", born: "1980-05-06")
    let sure = houses(250, jan, jan)
    #expect(try estimates(sure).trustsBirthDates)
    // A handful proves nothing about the others, however small the municipality.
    #expect(try estimates(sure + houses(4, from: 300, jan, mistyped)).trustsBirthDates)
    #expect(try !estimates(sure + houses(5, from: 300, jan, mistyped)).trustsBirthDates)
    // Many in few are no more than a hundredth of many.
    let many = houses(1500, from: 400, jan, jan)
    #expect(try estimates(many + houses(5, from: 300, jan, mistyped)).trustsBirthDates)
    // A generation apart they are father and son.
    #expect(try estimates(sure + houses(50, from: 300, jan, son)).trustsBirthDates)
  }

  @Test(arguments: UInt64(1)...20)
  func `The prior is what the pairs say under it`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var estimates = RunEstimates(MatchRecords(), model: model)
    let before = estimates.prior
    let records = Int.random(in: 100...50_000, using: &random)
    var histogram = WeightHistogram()
    var weights: [Int32] = []
    for _ in 0..<Int.random(in: 0...3000, using: &random) {
      let weight = Int32.random(in: -600...2900, using: &random)
      histogram.add(weight)
      weights.append(weight)
    }
    estimates.estimatePrior(from: histogram, records: records, model: model)
    // Once more without the histogram: the expected matches among so many pairs.
    let shift = estimates.prior - before
    let matches = weights.reduce(20.0) { $0 + BitWeight.probability($1 + shift) }
    let pairs =
      Double(records) * Double(records - 1) / 2 + 20 * 4096 / model.recordsPerPerson
    #expect(abs(BitWeight.of(matches, over: pairs) - estimates.prior) <= 5, "seed \(seed)")
  }

  @Test func `Parts of a histogram add up`() {
    var (whole, one, other) = (WeightHistogram(), WeightHistogram(), WeightHistogram())
    for weight in stride(from: Int32(-2_000), to: 4_000, by: 37) {
      whole.add(weight)
      if weight % 2 == 0 { one.add(weight) } else { other.add(weight) }
    }
    one.add(other)
    #expect(one.expectedMatches(shiftedBy: 0) == whole.expectedMatches(shiftedBy: 0))
    #expect(one.expectedMatches(shiftedBy: 100) > one.expectedMatches(shiftedBy: 0))
  }
}
