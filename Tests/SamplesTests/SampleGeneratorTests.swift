import Foundation
import Model
import Samples
import Testing
import TestSupport

@Suite struct SampleGeneratorTests {
  @Test func sameSeedGivesTheSameBytes() throws {
    let first = try SampleFolder(signals: 900, seed: 11)
    let second = try SampleFolder(signals: 900, seed: 11)
    let other = try SampleFolder(signals: 900, seed: 12)
    #expect(first.summary.files.count == 10)
    for name in first.summary.files + ["truth.csv"] {
      let bytes = try Data(contentsOf: first.folder.url.appendingPathComponent(name))
      #expect(bytes == (try Data(contentsOf: second.folder.url.appendingPathComponent(name))))
      #expect(bytes != (try Data(contentsOf: other.folder.url.appendingPathComponent(name))))
    }
  }

  @Test(arguments: [0, 1, 2, 7, 100, 1001, 5000])
  func thereAreAsManyRowsAsAsked(signals: Int) throws {
    let sample = try SampleFolder(signals: signals, seed: 3)
    #expect(sample.summary.rows == signals)
    #expect(sample.summary.fates.values.reduce(0, +) == signals)
    #expect(try sample.truth().count == signals)
    let rows = try sample.summary.files.map { try sample.cells($0).count - 1 }
    #expect(rows.reduce(0, +) == signals)
  }

  @Test func theTruthHasOneLineForEachDataRow() throws {
    let sample = try SampleFolder(signals: 3000, seed: 5)
    var expected: [String] = []
    for name in sample.summary.files {
      for row in try sample.cells(name).indices.dropFirst() { expected.append("\(name) \(row)") }
    }
    let truth = try sample.truth()
    #expect(truth.map { "\($0.delivery) \($0.row)" } == expected)
    #expect(truth.allSatisfy { $0.delivery.hasPrefix($0.feed + "_") })
    #expect(truth.allSatisfy { Fate(rawValue: $0.fate) != nil })
    #expect(truth.allSatisfy { $0.person.hasPrefix("p" + $0.household.dropFirst() + "-") })
  }

  @Test func aLargerSampleHoldsTheSmallerOnesPeople() throws {
    let small = try SampleFolder(signals: 200, seed: 9).truth()
    let large = Set(try SampleFolder(signals: 2000, seed: 9).truth().map(\.person))
    // The last households of a sample are cut to fit its size; the others stay.
    #expect(small.filter { !large.contains($0.person) }.count <= 20)
  }

  @Test func aSampleOfTheCountryServesWhomItIsGiven() throws {
    let codes = [(363, 1011), (14, 9711), (935, 6211)]
    let country = SampleMunicipalities.country(
      codes.compactMap { number, area in
        MunicipalityCode(number: number).map {
          SampleMunicipality(code: $0, place: "Plaats \(number)", postcodes: [area])
        }
      })
    let sample = try SampleFolder(signals: 1500, seed: 4, municipalities: country)
    #expect(sample.summary.fates[.outsideMunicipality] == 0)
    let places = try sample.cells("waterdruppel_2026-10_20261104.csv.gz").dropFirst()
      .filter { $0.count == 12 }.map { $0[4].lowercased() }
    #expect(Set(places) == ["plaats 363", "plaats 14", "plaats 935"])
  }

  @Test func periodsAreFreeToChoose() throws {
    let day = try #require(CalendarDate(iso: "2025-01-06"))
    let periods = (0..<4).map {
      SamplePeriod(name: "2025-0\($0 + 1)", firstReceived: day.adding(months: $0))
    }
    let sample = try SampleFolder(signals: 1200, seed: 8, periods: periods)
    #expect(sample.summary.files.count == 20)
    #expect(sample.summary.files.contains("zorgvast_2025-04_20250407.csv.gz"))
    #expect(sample.summary.rows == 1200)
  }

  @Test func aFolderThatCannotBeMadeIsAnError() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("", to: "file")
    #expect(throws: (any Error).self) {
      try SampleGenerator(signals: 5, seed: 1).write(to: file + "/below")
    }
  }
}
