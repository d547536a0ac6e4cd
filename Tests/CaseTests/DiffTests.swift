import Foundation
import TestSupport
import Testing

/// Two runs are compared: what is new, gone and changed, and because of what.
@Suite struct DiffTests {
  /// The households of a list with all that a comparison tells of them.
  private func households(_ run: URL, _ code: String) throws -> [String: [String: String]] {
    let rows = try NightFixture.table(run.appendingPathComponent("\(code)/prioritised.csv.gz"))
    return Dictionary(
      rows.map { ($0["household_id"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func difference(_ before: URL, _ after: URL) throws -> [String: [String: Any]] {
    let outcome = try Program.run(["diff", before.path, after.path, "--json"])
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    let data = Data(outcome.output.utf8)
    let found = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let municipalities = try #require(found["municipalities"] as? [[String: Any]])
    return Dictionary(
      municipalities.map { ($0["code"] as? String ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private func ids(_ list: Any?) throws -> Set<String> {
    Set(try #require(list as? [[String: Any]]).compactMap { $0["household"] as? String })
  }

  @Test func aRunWithoutAPartnerIsComparedWithTheWhole() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let inbox = try NightFixture.inbox(in: other)
    for name in try FileManager.default.contentsOfDirectory(atPath: inbox.path)
    where name.hasPrefix("zorgvast") {
      try FileManager.default.removeItem(at: inbox.appendingPathComponent(name))
    }
    _ = try NightFixture.run(inbox: inbox.path, into: other)
    let (before, after) = (NightFixture.current(folder), NightFixture.current(other))
    let found = try difference(before, after)
    #expect(found.keys.sorted() == NightFixture.municipalities)
    for (code, told) in found {
      let (first, second) = (try households(before, code), try households(after, code))
      let (new, gone) = (try ids(told["new"]), try ids(told["gone"]))
      #expect(new == Set(second.keys).subtracting(first.keys))
      #expect(gone == Set(first.keys).subtracting(second.keys) && !gone.isEmpty)
      // Every household of the later list is told of exactly once.
      let changed = try ids(told["changed"])
      let moved = try #require(told["only_moved"] as? Int)
      let same = try #require(told["same"] as? Int)
      #expect(new.count + changed.count + moved + same == second.count)
      for (id, line) in second where !new.contains(id) && !changed.contains(id) {
        #expect(line["total_cents"] == first[id]?["total_cents"])
        #expect(line["deadline"] == first[id]?["deadline"])
      }
    }
    let text = try Program.run(["diff", before.path, after.path])
    #expect(text.output.contains("not in the other run"))
    let normalised = try NightFixture.table(before.appendingPathComponent("0606/normalised.csv.gz"))
    for row in normalised.prefix(200) {
      guard let surname = row["surname"], surname.count > 5 else { continue }
      #expect(!text.output.contains(surname))
    }
  }

  @Test func aRunIsTheSameAsItself() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let run = NightFixture.current(folder)
    for (code, told) in try difference(run, run) {
      #expect(try told["same"] as? Int == households(run, code).count)
      #expect(try ids(told["changed"]).isEmpty)
    }
    #expect(try Program.run(["diff", run.path, folder.path("nothing")]).exitCode == 66)
  }
}
