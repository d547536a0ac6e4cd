import Foundation
import TestSupport
import Testing

/// Same inputs, same bytes: whatever the threads, the order of rows, or how often.
@Suite struct DeterminismTests {
  @Test func repeatedAndOnOtherNumbersOfThreadsTheBytesAreTheSame() throws {
    let first = try TemporaryFolder()
    _ = try NightFixture.run(into: first, extra: ["--jobs", "1"])
    let expected = try NightFixture.files(of: NightFixture.current(first))
    #expect(expected.count > 30)
    for jobs in ["1", "2", "7"] {
      let other = try TemporaryFolder()
      _ = try NightFixture.run(into: other, extra: ["--jobs", jobs])
      let found = try NightFixture.files(of: NightFixture.current(other))
      #expect(found.keys.sorted() == expected.keys.sorted())
      for (name, bytes) in expected { #expect(found[name] == bytes, "\(name) with \(jobs) jobs") }
    }
  }

  @Test func shuffledRowsChangeOnlyTheRowColumns() throws {
    let seed: UInt64 = 2026_11_09
    var generator = SeededGenerator(seed: seed)
    let first = try TemporaryFolder()
    _ = try NightFixture.run(into: first)
    let expected = try NightFixture.files(of: NightFixture.current(first))

    let other = try TemporaryFolder()
    let inbox = try NightFixture.inbox(in: other)
    for name in try FileManager.default.contentsOfDirectory(atPath: inbox.path)
    where name.hasSuffix(".csv.gz") {
      let url = inbox.appendingPathComponent(name)
      let text = try NightFixture.inflate(url)
      var lines = text.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
      let header = lines.removeFirst()
      lines.shuffle(using: &generator)
      try FileManager.default.removeItem(at: url)
      let shuffled = ([header] + lines).map { $0 + Data([0x0A]) }.reduce(Data(), +)
      try NightFixture.deflate(shuffled, to: url)
    }
    _ = try NightFixture.run(inbox: inbox.path, into: other)
    let run = NightFixture.current(other)
    let found = try NightFixture.files(of: run)
    #expect(found.keys.sorted() == expected.keys.sorted())
    var filesWithRows = 0
    for (name, bytes) in expected where found[name] != bytes {
      if name == "issues.jsonl" {
        #expect(try withoutRows(lines: found[name]) == withoutRows(lines: bytes))
        continue
      }
      filesWithRows += 1
      #expect(name.contains(".csv"), "\(name) differs and has no column row")
      let left = try NightFixture.table(
        NightFixture.current(first).appendingPathComponent(name))
      let right = try NightFixture.table(run.appendingPathComponent(name))
      #expect(left.map(withoutRow) == right.map(withoutRow), "\(name) differs beyond row")
      // A receipt of a delivery says what came, byte for byte, as does what the run took in.
      let isReceipt =
        name.hasPrefix("receipts/") && name.hasSuffix(".deliveries.csv")
        || name == "accepted-deliveries.csv.gz"
      #expect(left.first?[isReceipt ? "sha256" : "row"] != nil, "\(name)")
    }
    #expect(filesWithRows > 5, "the shuffle did nothing")
  }

  private func withoutRow(_ row: [String: String]) -> [String: String] {
    var row = row
    for place in ["row", "line", "sha256"] { row[place] = nil }
    return row
  }

  private func withoutRows(lines: Data?) throws -> [String] {
    String(decoding: try #require(lines), as: UTF8.self).split(separator: "\n").map {
      String($0).replacing(#/"row":\d+,?/#, with: "")
    }
  }
}
