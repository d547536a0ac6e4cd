import Foundation
import TestSupport
import Testing

/// Quarantined rows of a run go back into an inbox, and through the next run.
@Suite struct RequeueTests {
  private static let feed = "pipelines/feeds/havenstad-wonen/feed.yml"

  @Test func rowsOfARunAreDeliveredAgainOnTheDayTheyWereReceived() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let run = NightFixture.current(folder)
    let quarantine = try NightFixture.table(
      run.appendingPathComponent("quarantine/havenstad-wonen.csv.gz"))
    let inbox = try NightFixture.inbox(in: folder)
    let outcome = try Program.run([
      "requeue", run.path, "--feed", Self.feed, "--inbox", inbox.path, "--json",
    ])
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    let written = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    #expect(written.reduce(0) { $0 + ($1["rows"] as? Int ?? 0) } == quarantine.count)
    let names = written.compactMap { $0["path"] as? String }.map {
      URL(fileURLWithPath: $0).lastPathComponent
    }
    #expect(names.allSatisfy { $0.hasSuffix("_aanvulling-1.csv.gz") })

    // Somebody corrects one of the rows; each byte of the others stays.
    let name = try #require(names.first)
    let supplement = inbox.appendingPathComponent(name)
    var lines = try latinLines(NightFixture.inflate(supplement))
    let original = name.replacingOccurrences(of: "_aanvulling-1", with: "")
    let good = try latinLines(
      NightFixture.inflate(Repository.url("fixtures/deliveries/" + original)))
    lines[1] = try #require(good.dropFirst().first { $0.contains(";Huurachterstand;") })
    let corrected = try #require((lines.joined(separator: "\n") + "\n").data(using: .isoLatin1))
    try FileManager.default.removeItem(at: supplement)
    try FileManager.default.removeItem(at: inbox.appendingPathComponent(name + ".sha256"))
    try NightFixture.deflate(corrected, to: supplement)

    let second = try NightFixture.run(inbox: inbox.path, into: folder)
    #expect(second.exitCode == 3, "\(second.complaints)")
    let next = NightFixture.current(folder)
    #expect(next != run)
    let ledger = try NightFixture.table(next.appendingPathComponent("ledger.csv.gz"))
    let rows = ledger.filter { $0["delivery"] == name }
    #expect(rows.count == lines.count - 1)
    #expect(Set(rows.compactMap { $0["row"] }).count == rows.count)
    #expect(rows.contains { $0["fate"] != "malformed" })
    let receipts = try NightFixture.table(
      next.appendingPathComponent("receipts/havenstad-wonen.csv"))
    let received = Set(receipts.filter { $0["delivery"] == name }.compactMap { $0["received_at"] })
    let day = name.split(separator: "_")[2]
    #expect(received == ["\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.suffix(2))"])

    // Nothing of the original was replaced.
    let before = try NightFixture.table(run.appendingPathComponent("ledger.csv.gz"))
    func rowsOfOriginal(_ ledger: [[String: String]]) -> Set<String> {
      Set(ledger.filter { $0["delivery"] == original }.compactMap { $0["row"] })
    }
    #expect(rowsOfOriginal(ledger) == rowsOfOriginal(before))
  }

  private func latinLines(_ data: Data) throws -> [String] {
    try #require(String(data: data, encoding: .isoLatin1)).split(whereSeparator: \.isNewline)
      .map(String.init)
  }

  @Test func theSameRunGivesTheSameSupplement() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    var contents: [[String: Data]] = []
    for name in ["one", "two"] {
      let outcome = try Program.run([
        "requeue", folder.path("output/current"), "--feed", Self.feed, "--inbox",
        folder.path(name),
      ])
      #expect(outcome.output.contains(" rows of havenstad-wonen_"))
      contents.append(try NightFixture.files(of: folder.url.appendingPathComponent(name)))
    }
    #expect(contents[0] == contents[1])
    #expect(!contents[0].isEmpty)
  }
}
