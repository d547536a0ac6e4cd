import Diagnostics
import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// What a partner reads of its rejected rows and deliveries.
@Suite struct RejectionsTests {
  private func written(_ table: Rejections) throws -> [String] {
    let folder = try TemporaryFolder()
    try StageFile.write(table, to: folder.path("table.csv"), compressed: false)
    return try String(contentsOfFile: folder.path("table.csv"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  @Test func saysWhereAndWhatToCorrect() throws {
    var table = Rejections()
    table.append(
      Diagnostic(.gzipTruncated, at: Location(feed: "a", file: "a.csv.gz"), ["bytes": "9"]),
      in: "a.csv.gz")
    table.append(
      Diagnostic(
        .birthDateUnreadable, at: Location(row: 7, line: 8, column: "Geboren"),
        ["count": "3", "expected": "31-10-2026", "found": "2 letters"]), in: "a.csv.gz")
    table.append(
      Diagnostic(
        .amountUnreadable, at: Location(column: "Bedrag"),
        ["expected": "1.234,56", "found": "2 letters"]), in: "a.csv.gz", row: 4, line: 5)
    table.append(
      Diagnostic(.deliveryMissing, ["period": "2026-10", "due": "2026-11-10"]), in: "")
    #expect(
      try written(table) == [
        "delivery,row,line,column,code,severity,count,hint",
        "a.csv.gz,,,,FEED-004,error,,Het bestand is niet heel aangekomen. Lever het opnieuw aan.",
        "a.csv.gz,,8,Geboren,FEED-200,warning,3,"
          + "\"Schrijf een geboortedatum zoals 31-10-2026. De melding is wel aangenomen, zonder "
          + "geboortedatum.\"",
        "a.csv.gz,4,5,Bedrag,FEED-102,warning,1,\"Vul een bedrag in zoals 1.234,56.\"",
        ",,,,FEED-022,error,,De levering over 2026-10 is nog niet binnen. Lever die alsnog aan.",
      ])
  }

  /// What was found, the words of an operating system, guesses and other files stay inside.
  @Test func nothingThatWasFoundReachesThePartner() throws {
    var table = Rejections()
    for code in DiagnosticCode.all where !code.partnerHint.isEmpty && code != .unevenRow {
      let names = DiagnosticText.factNames(in: code.sentence + code.help)
      let facts = Dictionary(
        names.map { name in
          let mayBeTold = [
            "expected", "limit", "count", "rows", "rejected", "period", "due", "received",
            "newest", "before", "least", "most",
          ]
          return (name, mayBeTold.contains(name) ? "1" : "Zeegers")
        }, uniquingKeysWith: { first, _ in first })
      table.append(Diagnostic(code, at: Location(row: 1, line: 2), facts), in: "a.csv.gz")
    }
    let lines = try written(table)
    #expect(lines.count > 30)
    #expect(!lines.contains { $0.contains("Zeegers") })
    #expect(!lines.contains { $0.contains("{") || $0.contains("not given") })
  }

  @Test func theSameWordsAreKeptOnce() throws {
    var table = Rejections()
    let problem = Diagnostic(.personUnusable, at: Location(feed: "a", file: "a.csv.gz"))
    table.append(problem, in: "a.csv.gz", row: 1, line: 2)
    let bytes = table.arena.count
    for row in 2...1000 { table.append(problem, in: "a.csv.gz", row: row, line: row + 1) }
    #expect(table.count == 1000)
    #expect(table.arena.count == bytes)
  }

  @Test func aRowDigestIsReadAsItIsWritten() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<100 {
      let digest = RowDigest(high: random.next(), low: random.next())
      let arena = ByteArena()
      digest.append(to: arena)
      #expect(arena.count == 32)
      #expect(RowDigest(hexadecimal: arena.bytes) == digest)
    }
    let wrong = ByteArena()
    wrong.append(string: String(repeating: "g", count: 32))
    #expect(RowDigest(hexadecimal: wrong.bytes) == nil)
    #expect(RowDigest(hexadecimal: wrong.bytes[0..<31]) == nil)
  }
}
