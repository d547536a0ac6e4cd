import Diagnostics
import Model
import Pipeline
import Testing

@Suite struct IssueLogTests {
  @Test func rowsOfOneKindAndPlaceAreOneParagraph() throws {
    var log = IssueLog()
    for row in [9, 4, 7] { log.add(problem(row: row, column: "SALDO")) }
    log.add(problem(row: 5, column: "SINDS"))
    #expect(log.paragraphs.count == 2)
    #expect(log.paragraphs[0].contains("row 4 "), "\(log.paragraphs[0])")
    #expect(log.paragraphs[0].hasSuffix("and 2 more like this"))
    #expect(log.status == .incomplete)
  }

  @Test func everyProblemIsALineWithSortedKeys() throws {
    var log = IssueLog()
    log.add(problem(row: 9, column: "SALDO"))
    log.add(
      Diagnostic(.deliveryMissing, at: Location(feed: "w"), ["period": "2026-10", "due": "d"]))
    var text = ""
    try log.writeLines { text += $0.string }
    let lines = text.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix(#"{"code":"FEED-102","column":"SALDO","delivery":"a.csv.gz""#))
    #expect(lines[1].contains("2026-10"))
  }

  @Test func theWorstProblemDecidesHowARunEnds() {
    var log = IssueLog()
    #expect(log.status == .complete)
    log.add(Diagnostic(.deliveryTwice, ["other": "b.csv.gz"]))
    #expect(log.status == .complete)
    log.add(problem(row: 1, column: "SALDO"))
    #expect(log.status == .incomplete)
    log.add(Diagnostic(.tooManyRejects, ["rejected": "9", "rows": "10", "limit": "5"]))
    #expect(log.status == .refused)
  }

  private func problem(row: Int, column: String) -> Diagnostic {
    Diagnostic(
      .amountUnreadable,
      at: Location(feed: "waterdruppel", file: "a.csv.gz", row: row, line: row + 1, column: column),
      ["expected": "12.50", "found": "3 letters"])
  }
}
