import Foundation
import TestSupport
import Testing

/// What `describe algorithm` tells the public of the definitions in force.
@Suite struct AlgorithmTests {
  private static let names = ["algoritmeregister.md", "modelkaart.md", "dpia-bijlage.md"]

  @Test func everyMunicipalityGetsItsOwnDocuments() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      ["describe", "algorithm", "pipelines/nightly.yml", "--output", folder.path("open")])
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    #expect(outcome.output.isEmpty)
    let towns = ["0556": "Maassluis", "0606": "Schiedam", "0622": "Vlaardingen"]
    for (code, town) in towns {
      for name in Self.names {
        let text = try String(
          contentsOfFile: folder.path("open/\(code)/\(name)"), encoding: .utf8)
        #expect(text.contains(town))
        for other in towns.values where other != town { #expect(!text.contains(other)) }
        for key in towns.keys where key != code {
          #expect(!text.contains("municipalities/\(key).yml"))
        }
      }
    }
  }

  @Test func whatIsPrintedIsWhatIsWritten() throws {
    let folder = try TemporaryFolder()
    let words = ["describe", "algorithm", "pipelines/nightly.yml", "--municipality", "0606"]
    _ = try Program.run(words + ["--output", folder.path("open")])
    let outcome = try Program.run(words + ["--json"])
    let printed = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: [String: String]])
    for name in Self.names {
      let text = try String(contentsOfFile: folder.path("open/0606/\(name)"), encoding: .utf8)
      #expect(printed["0606"]?[name] == text)
    }
  }

  /// Nothing that the definitions hold is left out: every rule with its reason, every column.
  @Test func everyRuleAndEveryColumnIsThere() throws {
    let words = ["describe", "algorithm", "pipelines/nightly.yml", "--municipality", "0606"]
    let text = try Program.run(words).output
    let rules = try String(
      contentsOf: Repository.url("pipelines/rules/standaard.yml"), encoding: .utf8)
    let codes = rules.matches(of: /- code: (\S+)/).map { String($0.1) }
    #expect(codes.count > 10)
    for code in codes { #expect(text.contains("| \(code) |")) }
    for reason in rules.matches(of: /reason: "?([^"\n]+)/) {
      #expect(text.contains("| \(reason.1) |"))
    }
    for feed in ["havenstad-wonen", "zorgvast"] {
      let path = "pipelines/feeds/\(feed)/example.csv"
      let bytes = try Data(contentsOf: Repository.url(path))
      let header =
        String(decoding: bytes, as: Unicode.ASCII.self)
        .split(whereSeparator: \.isNewline).first ?? ""
      for column in header.split(whereSeparator: { ";,|\t".contains($0) }) {
        let name = column.trimmingCharacters(in: ["\"", " "])
        #expect(text.contains("| \(name) |"), "\(feed): \(name)")
      }
    }
    for term in ["| Signalen die niet zijn opgepakt | 6 maanden", "€ 50,00", "3 werkdagen"] {
      #expect(text.contains(term))
    }
  }

  @Test func theFiguresAreThoseThatWereMeasured() throws {
    let text = try Program.run(
      ["describe", "algorithm", "pipelines/nightly.yml", "--municipality", "0606"]).output
    let measured = try String(contentsOf: Repository.url("Benchmarks/match.md"), encoding: .utf8)
    let lines = measured.matches(of: /\| (\d+) \| match \| (\S+) \| (\S+) \| (\S+) \|/)
    #expect(!lines.isEmpty)
    for line in lines {
      let figures = [line.1, line.2, line.3, line.4].map { $0.replacing(".", with: ",") }
      #expect(text.contains("| " + figures.joined(separator: " | ") + " |"))
    }
  }
}
