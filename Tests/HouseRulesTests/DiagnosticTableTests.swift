import Diagnostics
import Foundation
import Testing

@Suite struct DiagnosticTableTests {
  /// Numbers that once meant something else.
  ///
  /// They are never used again.
  private static let retired: Set<String> = []

  private static let prefixes = [
    "FeedCodes.swift": "FEED", "DefinitionCodes.swift": "DEF", "StageCodes.swift": "STAGE",
    "RunCodes.swift": "RUN", "OutputCodes.swift": "OUT", "StateCodes.swift": "STATE",
  ]

  @Test func noNumberIsUsedTwiceOrAgain() {
    let ids = DiagnosticCode.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids).isDisjoint(with: Self.retired))
    for id in ids {
      #expect(id.contains(pattern: "^(FEED|DEF|STAGE|RUN|OUT|STATE)-[0-9]{3}$"), "\(id)")
    }
  }

  @Test func everyTableIsInOrder() {
    for (prefix, ids) in Dictionary(grouping: DiagnosticCode.all.map(\.id), by: { $0.prefix(3) }) {
      #expect(ids == ids.sorted(), "the table of \(prefix)… is not in the order of its numbers")
    }
  }

  @Test func everyCodeThatIsWrittenIsInItsTable() {
    let known = Set(DiagnosticCode.all.map(\.id))
    for file in SourceTree.sources where file.target == "Diagnostics" {
      for id in file.text.matches(of: #"DiagnosticCode\(\s*"([A-Z]+-[0-9]+)""#) {
        #expect(known.contains(id), "\(id) of \(file.path) is in no table")
        if let prefix = Self.prefixes[file.name] {
          #expect(id.hasPrefix(prefix + "-"), "\(id) stands in \(file.path)")
        }
      }
    }
  }

  @Test func everyProblemSaysWhatToDo() {
    for code in DiagnosticCode.all where code.effect != .information {
      #expect(!code.help.isEmpty, "\(code.id) has no help")
    }
  }

  @Test func wordingStandsOnlyInTheTables() {
    for file in SourceTree.sources where file.target != "Diagnostics" {
      #expect(
        !codeOnly(file.text).contains("DiagnosticCode("),
        "\(file.path) makes a code of its own; add it to a table in Sources/Diagnostics")
    }
  }
}
