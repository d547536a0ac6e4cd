import Foundation
import Testing

@Suite struct WrittenWordTests {
  private static let decisions = SourceTree.texts.filter {
    $0.path.hasPrefix("docs/decisions/") && $0.path.hasSuffix(".md")
  }

  @Test(arguments: decisions)
  func aDecisionHasItsForm(file: SourceFile) throws {
    #expect(file.name.contains(pattern: #"^[0-9]{4}-[a-z0-9-]+\.md$"#), "\(file.path)")
    let header = try #require(
      file.text.matches(of: #"\A---\n(.*?)\n---\n"#).first, "\(file.path) has no front matter")
    #expect(
      header.contains(pattern: #"(^|\n)status: (proposed|accepted|superseded-by [0-9]{4})(\n|$)"#),
      "\(file.path) has no status")
    #expect(
      header.contains(pattern: #"(^|\n)date: [0-9]{4}-[0-9]{2}-[0-9]{2}(\n|$)"#),
      "\(file.path) has no date")
    for section in ["Context", "Decision", "Consequences", "Alternatives"] {
      #expect(file.text.contains("\n## \(section)\n"), "\(file.path) has no section \(section)")
    }
    for number in header.matches(of: "superseded-by ([0-9]{4})") {
      #expect(
        Self.decisions.contains { $0.name.hasPrefix(number) }, "\(file.path): there is no \(number)"
      )
    }
  }

  @Test func decisionsAreNumberedWithoutGaps() {
    let numbers = Self.decisions.map { String($0.name.prefix(4)) }.sorted()
    let expected = (1...max(1, numbers.count)).map { number in
      String(repeating: "0", count: 4 - String(number).count) + String(number)
    }
    #expect(numbers == expected)
  }

  @Test func everyLinkOfADocumentLeadsSomewhere() {
    for file in SourceTree.texts where file.path.hasSuffix(".md") {
      let folder = file.path.split(separator: "/").dropLast().map(String.init)
      for target in file.text.matches(of: #"\]\(([^)\s]+)\)"#) {
        guard !target.contains(":"), !target.hasPrefix("#") else { continue }
        let path = String(target.prefix { $0 != "#" })
        var parts = folder
        for part in path.split(separator: "/") where part != "." {
          if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        let resolved = parts.joined(separator: "/")
        let exists = SourceTree.paths.contains {
          $0 == resolved || $0.hasPrefix(resolved + "/") || resolved.isEmpty
        }
        #expect(exists, "\(file.path) links to \(target), which is not there")
      }
    }
  }

  /// A command `voorsein NAME` lives in `Sources/voorsein/Commands/Name….swift`.
  @Test func everyCommandIsWrittenAbout() {
    let manual = SourceTree.texts.filter {
      $0.path == "README.md" || $0.path.hasPrefix("docs/reference/")
    }.map(\.text).joined(separator: "\n")
    for file in SourceTree.sources where file.path.hasPrefix("Sources/voorsein/Commands/") {
      let base = file.name.dropLast(".swift".count)
      let given = codeOnlyName(file.text)
      let name = given ?? base.replacing("Command", with: "").lowercased()
      guard given != nil || file.text.contains("ParsableCommand") else { continue }
      #expect(
        manual.contains("voorsein \(name)"),
        "\(file.path): neither README.md nor docs/reference says 'voorsein \(name)'")
    }
  }

  @Test func everyExitCodeIsWrittenAbout() throws {
    let manual = try #require(SourceTree.text(of: "README.md"), "README.md is not there")
    let codes = try #require(SourceTree.text(of: "Sources/Diagnostics/ExitStatus.swift"))
    for number in codes.matches(of: #"case \w+ = ([0-9]+)"#) {
      #expect(
        manual.contains(pattern: #"(^|\n)\|\s*\#(number)\s*\|"#),
        "README.md has no line for exit code \(number)")
    }
  }

  @Test func everyFixtureIsListed() {
    let fixtures = SourceTree.paths.filter {
      $0.hasPrefix("fixtures/") && $0.contains(pattern: #"\.(json|jsonl|csv|csv\.gz|gz)$"#)
    }
    guard !fixtures.isEmpty else { return }
    let list = SourceTree.text(of: "fixtures/README.md") ?? ""
    for path in fixtures {
      let parts = path.split(separator: "/").dropFirst()
      let names = (1...parts.count).map { parts.prefix($0).joined(separator: "/") }
      #expect(
        names.contains { list.contains("`\($0)`") || list.contains("`\($0)/`") },
        "fixtures/README.md lists neither \(path) nor a folder of it")
    }
  }

  private func codeOnlyName(_ text: String) -> String? {
    text.matches(of: #"commandName:\s*"([^"]+)""#).first
  }
}
