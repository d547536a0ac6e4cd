import Foundation
import TestSupport
import Testing

/// Several municipalities in one installation.
@Suite struct RegionTests {
  private func run(
    _ folder: TemporaryFolder, _ codes: [String], output: String
  ) throws -> Program.Outcome {
    try Program.run(
      [
        "run", NightFixture.pipeline, "--inbox", "fixtures/deliveries", "--output",
        folder.path(output), "--state", folder.path("state"), "--reference-date",
        NightFixture.referenceDate, "--no-state-update",
      ] + codes.flatMap { ["--municipality", $0] })
  }

  private func files(_ folder: TemporaryFolder, _ output: String, _ code: String) throws
    -> [String: Data]
  {
    try NightFixture.files(
      of: folder.url.appendingPathComponent("\(output)/current/\(code)").resolvingSymlinksInPath())
  }

  @Test func runsOfOneMunicipalityEachAreTogetherTheRunOfBoth() throws {
    let folder = try TemporaryFolder()
    let together = try run(folder, ["0606", "0622"], output: "both")
    for code in ["0606", "0622"] {
      let alone = try run(folder, [code], output: "alone-\(code)")
      let (one, both) = (
        try files(folder, "alone-\(code)", code), try files(folder, "both", code)
      )
      #expect(one.keys.sorted() == both.keys.sorted())
      for (path, bytes) in both { #expect(one[path] == bytes, "\(code)/\(path) differs") }
      let result = try result(folder, "both", code)
      #expect(result["exit_code"] as? Int == Int(alone.exitCode))
    }
    #expect([0, 3].contains(together.exitCode))
  }

  private func result(
    _ folder: TemporaryFolder, _ output: String, _ code: String
  ) throws -> [String: Any] {
    let data = try Data(
      contentsOf: folder.url.appendingPathComponent("\(output)/current/\(code)/result.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func aResultSaysHowEachMunicipalityStands() throws {
    let folder = try TemporaryFolder()
    let outcome = try NightFixture.run(into: folder)
    let ledger = try NightFixture.table(
      NightFixture.current(folder).appendingPathComponent("ledger.csv.gz"))
    var worst = 0
    for code in NightFixture.municipalities {
      let result = try result(folder, "output", code)
      #expect(result["municipality"] as? String == code)
      #expect(result["reference_date"] as? String == NightFixture.referenceDate)
      let exit = try #require(result["exit_code"] as? Int)
      #expect(result["status"] as? String == (exit == 0 ? "complete" : "incomplete"))
      worst = max(worst, exit)
      let fates = try #require(result["rows_by_fate"] as? [String: Int])
      for (fate, count) in fates {
        #expect(count == ledger.count { $0["municipality"] == code && $0["fate"] == fate })
      }
    }
    #expect(worst == Int(outcome.exitCode))
  }

  @Test func aLateDeliveryStandsInTheResultsAndTheOverview() throws {
    let folder = try TemporaryFolder()
    let inbox = try NightFixture.inbox(in: folder)
    try FileManager.default.removeItem(
      at: inbox.appendingPathComponent(try NightFixture.delivery(of: "waterdruppel")))
    let outcome = try NightFixture.run(
      inbox: inbox.path, into: folder, extra: ["--reference-date", "2026-11-25"])
    #expect(outcome.exitCode == 3)
    let result = try result(folder, "output", "0606")
    let deliveries = try #require(result["deliveries"] as? [[String: Any]])
    #expect(
      deliveries.contains {
        $0["feed"] as? String == "waterdruppel" && $0["status"] as? String == "missing"
      })
    let page = try overview(folder)
    #expect(page.contains("De levering waterdruppel over oktober 2026 is niet gekomen."))
    #expect(page.contains("Onvolledig"))
  }

  private func overview(_ folder: TemporaryFolder) throws -> String {
    try String(
      contentsOf: NightFixture.current(folder).appendingPathComponent("overzicht.html"),
      encoding: .utf8)
  }

  @Test func theOverviewShowsOnlyWhatTheReportsShow() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let page = try overview(folder)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    #expect(!page.contains("<script") && !page.contains("http://") && !page.contains("https://"))
    for name in ["Maassluis", "Schiedam", "Vlaardingen"] {
      #expect(page.contains("<th scope=\"row\">\(name)</th>"))
    }
    // No postcode, phone number or id, and no small number of people.
    #expect(page.matches(of: /\b[1-9][0-9]{3} ?[A-Z]{2}\b/).isEmpty)
    #expect(page.matches(of: /\b[0-9a-f]{32}\b/).isEmpty)
    let rows = page.matches(of: /<tr><th scope="row">(.*?)<\/tr>/)
    #expect(rows.count == 3)
    for row in rows {
      let cells = row.output.1.matches(of: /<td class="number">(.*?)<\/td>/).map { $0.output.1 }
      #expect(cells.count == 7)
      for cell in cells.dropLast() where cell != "verborgen" {
        let number = try #require(Int(cell.replacing(".", with: "")))
        #expect(number == 0 || number >= 10 && number % 5 == 0, "\(cell)")
      }
    }
  }
}
