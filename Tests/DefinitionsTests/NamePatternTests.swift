import Definitions
import Model
import Testing

@Suite struct NamePatternTests {
  @Test(arguments: [
    ("a_{period}_{received}.csv.gz", "a_2026-10_20261104.csv.gz", "2026-10", "2026-11-04"),
    ("a_{period}.csv.gz", "a_2026-02.csv.gz", "2026-02", ""),
    ("{period}{received}.csv.gz", "2026-0220260301.csv.gz", "2026-02", "2026-03-01"),
    ("{received}-{period}.csv.gz", "20240229-2024-02.csv.gz", "2024-02", "2024-02-29"),
  ])
  func `A name is read`(pattern: String, name: String, period: String, received: String) throws {
    let reading = try #require(NamePattern(pattern).read(name))
    #expect(reading.period == period)
    #expect((reading.received?.description ?? "") == received)
  }

  @Test(arguments: [
    "a_2026-13_20261104.csv.gz", "a_2026-10_20261131.csv.gz", "a_2026-10_20261104.csv",
    "a_2026-10_20261104.csv.gz.part", "b_2026-10_20261104.csv.gz", "a_2026-10_2026110.csv.gz", "",
    "a_2026-10_20261104_aanvulling-0.csv.gz", "a_2026-10_20261104_aanvulling-01.csv.gz",
    "a_2026-10_20261104_aanvulling-.csv.gz", "a_2026-10_20261104_aanvulling-1",
    "a_2026-10_20261104_aanvulling-1_aanvulling-2.csv.gz", "a_", "a_2026-10",
    "a_２026-10_20261104.csv.gz", "A_2026-10_20261104.csv.gz",
  ])
  func `Another name is not`(name: String) {
    #expect(NamePattern("a_{period}_{received}.csv.gz").read(name) == nil)
  }

  @Test func `A supplement has the period and the day of its delivery`() throws {
    let pattern = NamePattern("a_{period}_{received}.csv.gz")
    let whole = "a_2026-10_20261104.csv.gz"
    let first = NamePattern.supplement(to: whole, number: 1)
    #expect(first == "a_2026-10_20261104_aanvulling-1.csv.gz")
    #expect(
      NamePattern.supplement(to: first, number: 12) == "a_2026-10_20261104_aanvulling-12.csv.gz")
    var reading = try #require(pattern.read(first))
    #expect(reading.supplement == 1)
    reading.supplement = nil
    #expect(reading == pattern.read(whole))
  }

  @Test func weeksAndDeliveriesWithoutARhythmAreReadByTheirOwnForm() {
    let week = NamePattern("a_{period}_{received}.csv.gz", every: .week)
    #expect(week.read("a_2026-W53_20270104.csv.gz")?.period == "2026-W53")
    #expect(week.read("a_2025-W53_20270104.csv.gz") == nil)
    #expect(week.read("a_2026-12_20270104.csv.gz") == nil)
    let crisis = NamePattern("a_{received}.csv.gz", every: .irregular)
    #expect(crisis.read("a_20270104.csv.gz")?.period == "")
    #expect(crisis.read("a_2026-12_20270104.csv.gz") == nil)
  }
}
