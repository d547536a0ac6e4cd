import Foundation
import Model
import Samples
import TestSupport
import Testing

@Suite struct RegisterSampleTests {
  private func files(seed: UInt64) throws -> (rows: [[String]], truth: String) {
    let folder = try TemporaryFolder()
    try SampleGenerator(signals: 3000, seed: seed).writeRegister(to: folder.path("register"))
    let text = String(
      decoding: try inflated(folder.path("register/0606/register.csv.gz")), as: UTF8.self)
    let day = try String(
      contentsOfFile: folder.path("register/0606/register.csv.gz.date"), encoding: .utf8)
    #expect(CalendarDate(iso: day.trimmingCharacters(in: .newlines)) != nil)
    let rows = text.split(separator: "\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    return (
      rows, try String(contentsOfFile: folder.path("register/truth.csv"), encoding: .utf8)
    )
  }

  @Test func everyRowHasEveryColumnAndNoNumberButThePublished() throws {
    let (rows, truth) = try files(seed: 3)
    #expect(rows.count > 500)
    #expect(rows.allSatisfy { $0.count == 28 })
    let numbers = rows.dropFirst().map { $0[1] }.filter { !$0.isEmpty }
    #expect(numbers == ["111222333", "123456782", "999990019"])
    let flags = Set(
      truth.split(separator: "\n").compactMap { $0.split(separator: ",").dropFirst(2).first })
    for word in ["overleden", "verhuisd-buiten", "geheim", "in-onderzoek", "verhuisd-binnen"] {
      #expect(flags.contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test func theSameSeedGivesTheSameRegister() throws {
    let (rows, truth) = try files(seed: 3)
    let again = try files(seed: 3)
    #expect(rows == again.rows && truth == again.truth)
    #expect(try files(seed: 4).rows != rows)
  }
}
