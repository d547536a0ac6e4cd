import Foundation
import TestSupport
import Testing

/// Every case of `fixtures/malformed` through `validate` and through a run.
///
/// Besides what a case expects, some things hold for all: no value is said, every row of a delivery that is
/// accepted ends in the ledger, of one that is refused no row does, and the good delivery beside it is
/// listed.
@Suite struct MalformedTests {
  @Test func thereAreCases() {
    #expect(MalformedCase.all.count >= 16)
  }

  @Test(arguments: MalformedCase.all)
  func caseHolds(_ malformed: MalformedCase) throws {
    try #require(!malformed.about.isEmpty, "\(malformed.name)/case.json cannot be read")
    let night = try SmallNight(malformed)
    let validation = try validation(of: night)
    let run = try run(of: night)
    let found = MalformedCase.Expected(validate: validation, run: run)
    let environment = ProcessInfo.processInfo.environment
    if environment["UPDATE_CASES"] == "1" {
      #expect(environment["CI"] == nil, "cases are not rewritten in CI")
      if environment["CI"] == nil, found != malformed.expected { try malformed.write(found) }
      return
    }
    let expected = try #require(
      malformed.expected, "run make update-cases, read what it wrote, and commit it")
    #expect(expected == found)
  }

  /// What `validate` says of the delivery, in JSON and in words.
  private func validation(of night: SmallNight) throws -> MalformedCase.Validation {
    let words = try night.validate()
    let outcome = try night.validate("--json")
    #expect(words.exitCode == outcome.exitCode)
    let secrets = try Secrets(of: night)
    secrets.expectNone(in: words.output + words.complaints, "validate")
    secrets.expectNone(in: outcome.output + outcome.complaints, "validate --json")
    let said = try JSONDecoder().decode(Said.self, from: Data(outcome.output.utf8))
    #expect(said.rows == said.readable + said.unreadable)
    let findings = said.problems.map { problem in
      MalformedCase.Finding(
        code: problem.code, count: problem.rows, row: problem.row, line: problem.line,
        column: problem.column, says: problem.problem)
    }
    for finding in findings where outcome.exitCode != 0 {
      #expect(words.output.contains(finding.code) || words.complaints.contains(finding.code))
    }
    #expect([0, 65].contains(outcome.exitCode))
    return MalformedCase.Validation(
      exit: outcome.exitCode, rows: said.rows, readable: said.readable,
      unreadable: said.unreadable, findings: findings)
  }

  /// What a run makes of the delivery and of its companion.
  private func run(of night: SmallNight) throws -> MalformedCase.Run {
    let outcome = try night.run()
    #expect([0, 3, 4].contains(outcome.exitCode), "\(outcome.complaints)")
    let written = try night.written()
    let secrets = try Secrets(of: night)
    secrets.expectNone(in: outcome.output + outcome.complaints, "run")
    for name in ["manifest.json", "issues.jsonl"] {
      let text = try String(
        contentsOf: written.appendingPathComponent(name), encoding: .utf8)
      secrets.expectNone(in: text, name)
    }
    let ledger = try NightFixture.table(written.appendingPathComponent("ledger.csv.gz"))
    let inputs = try #require(
      NightFixture.manifest(of: written)["inputs"] as? [[String: Any]])
    let input = inputs.first { $0["delivery"] as? String == night.file }
    let own = ledger.filter { $0["delivery"] == night.file }
    let status = input?["status"] as? String ?? "none"
    if status == "accepted" {
      let rows = try night.rowsOfDelivery()
      #expect(own.count == rows.count)
      let numbers = own.compactMap { $0["row"].flatMap(Int.init) }.sorted()
      #expect(numbers == Array(1...max(1, rows.count)).prefix(rows.count).map { $0 })
    } else {
      #expect(own.isEmpty)
      #expect(outcome.exitCode == 3)
    }
    let companion = ledger.filter { $0["delivery"] == night.companionFile }
    #expect(companion.count == 2 && companion.allSatisfy { $0["fate"] == "listed" })
    let list = written.appendingPathComponent("0606/werklijst.csv")
    #expect(FileManager.default.fileExists(atPath: list.path) == (outcome.exitCode != 4))
    return MalformedCase.Run(
      exit: outcome.exitCode, status: status, reason: input?["reason"] as? String,
      fates: Dictionary(own.map { ($0["fate"] ?? "", 1) }, uniquingKeysWith: +))
  }

  private struct Said: Decodable {
    struct Problem: Decodable {
      var code: String
      var rows: Int
      var row: Int?
      var line: Int?
      var column: String?
      var problem: String
    }
    var rows: Int
    var readable: Int
    var unreadable: Int
    var problems: [Problem]
  }
}
