import Foundation
import Model
import Samples
import Testing
import TestSupport

/// The committed fixtures are what the command gives, and hold nobody's number.
@Suite struct FixtureTests {
  @Test func theFixturesComeFromTheCommand() throws {
    let sample = try SampleFolder(signals: 2400, seed: 2026)
    let folder = Repository.url("fixtures/deliveries")
    let committed = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(committed == sample.summary.files.sorted())
    for name in committed {
      // The text, so that another release of zlib does not matter here.
      let text = try inflated(folder.appendingPathComponent(name).path)
      #expect(text == (try sample.bytes(name)), "\(name) differs: run `make fixtures`")
    }
    let truth = try Data(contentsOf: Repository.url("fixtures/truth.csv"))
    #expect(truth == (try Data(contentsOf: sample.folder.url.appendingPathComponent("truth.csv"))))
  }

  @Test func theFixturesHoldEveryFateOfARunWithoutHistory() throws {
    let fates = Dictionary(
      grouping: try Truth.read(Repository.url("fixtures/truth.csv")), by: \.fate
    ).mapValues(\.count)
    #expect(
      fates == [
        "listed": 1804, "superseded": 340, "technical-duplicate": 34, "below-threshold": 54,
        "outside-window": 48, "no-arrears": 16, "refused": 24, "legal-person": 29,
        "outside-municipality": 40, "malformed": 11,
      ])
  }

  @Test func noNumberOfNineDigitsPassesTheElevenTest() throws {
    let sample = try SampleFolder(signals: 30_000, seed: 51)
    for name in sample.summary.files {
      for cell in try sample.cells(name).joined() {
        for run in cell.split(whereSeparator: { !$0.isASCII || !$0.isNumber }) where run.count == 9
        {
          #expect(!passesElevenTest(run), "\(name) holds one (value withheld)")
        }
      }
    }
  }

  @Test func theElevenTestKnowsPublishedNumbers() {
    #expect(passesElevenTest("111222333") && passesElevenTest("123456782"))
    #expect(!passesElevenTest("123456789") && !passesElevenTest("987654321"))
  }

  @Test func theTestKeyIsThePublishedOne() throws {
    let text = try String(contentsOf: Repository.url("fixtures/keys/test.keys"), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let digits = Array("0123456789abcdef")
    let key = (0..<32).map { "\(digits[$0 / 16])\(digits[$0 % 16])" }.joined()
    #expect(lines == ["0556", "0606", "0622", "*"].map { "\($0) test \(key)" })
  }

  private func passesElevenTest(_ digits: Substring) -> Bool {
    var sum = 0
    for (index, digit) in digits.enumerated() {
      sum += (digit.wholeNumberValue ?? 0) * (index == 8 ? -1 : 9 - index)
    }
    return sum % 11 == 0
  }
}
