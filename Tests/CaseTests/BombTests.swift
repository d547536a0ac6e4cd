import Foundation
import TestSupport
import Testing

/// Small bombs against lowered limits: the refusal, and that memory does not grow with the text.
///
/// `Benchmarks/bombs.sh` measures the big ones against the shipped limits.
@Suite struct BombTests {
  private static let file = "havenstad-wonen_2026-10_20261104.csv.gz"
  /// The text of a bomb.
  private static let size = 12 << 20
  /// What a run may hold more than a run without a bomb.
  private static let room = 40 << 20

  struct Bomb: Sendable, CustomTestStringConvertible {
    var name: String
    var code: String
    var limit: String
    var text: @Sendable () -> Data
    var testDescription: String { name }
  }

  private static let header = Canary.header.joined(separator: ";") + "\r\n"
  private static let rows = Canary(rows: 200).text().dropFirst(header.utf8.count)

  /// A text again and again until it has the size of a bomb.
  private static func repeated(_ text: Data, after beginning: String = "") -> Data {
    var bomb = Data(beginning.utf8)
    bomb.reserveCapacity(size + text.count)
    while bomb.count < size { bomb += text }
    return bomb
  }

  static let bombs: [Bomb] = [
    Bomb(name: "zeros", code: "FEED-017", limit: "") { Data(count: size) },
    Bomb(name: "one endless cell", code: "FEED-008", limit: "") {
      Data(repeating: 0x30, count: size)
    },
    Bomb(name: "rows, too many bytes", code: "FEED-006", limit: "maximum-bytes: 4000000") {
      repeated(rows, after: header)
    },
    Bomb(name: "rows, too many", code: "FEED-007", limit: "maximum-rows: 20000") {
      repeated(rows, after: header)
    },
    Bomb(name: "an open quotation mark", code: "FEED-009", limit: "") {
      repeated(Data(repeating: 0x6B, count: 1 << 16), after: header + "\"")
    },
    Bomb(name: "a row of 100,000 cells", code: "FEED-008", limit: "") {
      repeated(rows, after: header + String(repeating: ";", count: 99_999) + "\r\n")
    },
    Bomb(name: "lines without anything", code: "FEED-006", limit: "maximum-bytes: 4000000") {
      repeated(Data("\r\n".utf8 + [0x0A]), after: header)
    },
  ]

  @Test(arguments: bombs)
  func aBombIsRefusedAndHoldsNoMemory(_ bomb: Bomb) throws {
    let night = try SmallNight(feed: Canary.feed, file: Self.file)
    let quiet = try peak(of: night.run(["--json"], output: "quiet"), exit: 3)
    if !bomb.limit.isEmpty { try night.changeFeed("file:\n", to: "file:\n  \(bomb.limit)\n") }
    try compress(bomb.text(), to: night)
    let outcome = try night.run(["--json"])
    let loud = try peak(of: outcome, exit: 3)
    #expect(outcome.complaints.contains("error \(bomb.code) "), "\(outcome.complaints)")
    #expect(loud < quiet + Self.room, "\((loud - quiet) >> 20) MiB more than without")
  }

  @Test func gzipMembersOfNoTextEndInARefusalOrAreReadOver() throws {
    let night = try SmallNight(feed: Canary.feed, file: Self.file)
    let quiet = try peak(of: night.run(["--json"], output: "quiet"), exit: 3)
    let member = Data([
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ])
    var bytes = Data()
    for _ in 0..<200_000 { bytes += member }
    try night.folder.write(bytes, to: "inbox/" + Self.file)
    let loud = try peak(of: night.run(["--json"]), exit: 3)
    #expect(loud < quiet + Self.room, "\((loud - quiet) >> 20) MiB more than without")
  }

  /// The most memory that a run held, from its manifest.
  private func peak(of outcome: Program.Outcome, exit: Int32) throws -> Int {
    #expect(outcome.exitCode == exit, "\(outcome.complaints)")
    let manifest = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require((manifest as? [String: Any])?["peak_rss_bytes"] as? Int)
  }

  /// Compresses with another program, which takes less time than the code under test without optimisation.
  private func compress(_ text: Data, to night: SmallNight) throws {
    let plain = try night.folder.write(text, to: "bomb")
    try night.folder.write("", to: "inbox/" + Self.file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-nc", plain]
    process.standardOutput = try FileHandle(forWritingTo: night.delivery)
    try process.run()
    process.waitUntilExit()
    try FileManager.default.removeItem(atPath: plain)
  }
}
