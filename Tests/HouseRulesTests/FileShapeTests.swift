import Foundation
import Testing

@Suite struct FileShapeTests {
  /// Tables may be long; nothing else.
  private static let longTables: [String: String] = [:]

  /// What stands at the top of the repository: what people expect there, and nothing else.
  private static let top: Set<String> = [
    ".ci", ".editorconfig", ".gitattributes", ".gitignore", ".swift-format", "Benchmarks",
    "CHANGELOG.md", "CONTRIBUTING.md", "Fuzz", "GLOSSARY.md", "LICENSE", "Makefile",
    "Package.swift", "README.md", "REVIEW.md", "SECURITY.md", "Scripts", "Sources", "Tests",
    "changes", "docs", "fixtures", "packaging", "pipelines", "publiccode.yml",
  ]

  @Test func theTopOfTheRepositoryIsClean() {
    let found = Set(SourceTree.paths.compactMap { $0.split(separator: "/").first.map(String.init) })
    let strangers = found.subtracting(Self.top).sorted()
    #expect(strangers.isEmpty, "\(strangers) do not belong at the top of the repository")
  }

  @Test func noFileIsNamedAfterNothing() {
    for path in SourceTree.paths where path.hasPrefix("Sources/") || path.hasPrefix("Tests/") {
      for part in path.split(separator: "/") {
        let banned = String(part).matches(
          of: "((?:^|(?<=[a-z]))(?:Utils?|Utilities|Helpers?|Misc|Common|Managers?))(?![a-z])")
        #expect(banned.isEmpty, "\(path): name the file after what it holds, not \(banned)")
      }
      #expect(!path.contains(" "), "\(path) has a space in its name")
    }
  }

  @Test(arguments: SourceTree.sources)
  func noFileIsLongerThan500Lines(file: SourceFile) {
    guard Self.longTables[file.path] == nil else { return }
    let lines = file.lines.count
    #expect(lines <= 501, "\(file.path) has \(lines - 1) lines; split it by what it is about")
  }

  @Test func everyLongTableIsStillThere() {
    for (path, reason) in Self.longTables {
      #expect(!reason.isEmpty)
      #expect(SourceTree.paths.contains(path), "\(path) is excused but gone")
    }
  }

  @Test func whatIsToBeDoneHasAReason() {
    let ends = [".swift", ".yml", ".yaml", ".sh", ".c", ".h"]
    let files = SourceTree.texts.filter { file in
      !file.path.hasPrefix("Tests/HouseRulesTests/")
        && (ends.contains { file.path.hasSuffix($0) } || file.path.hasPrefix("Scripts/")
          || file.name == "Makefile")
    }
    #expect(!files.isEmpty)
    for file in files {
      for (index, line) in file.lines.enumerated() {
        let text = String(line)
        guard text.contains(pattern: #"\b(TODO|FIXME|XXX|HACK)\b"#) else { continue }
        #expect(
          text.contains(pattern: #"\bTODO\([^)]{8,}\)"#),
          "\(file.path):\(index + 1): write TODO(what blocks it), or do it")
      }
    }
  }
}
