import Foundation
import Testing

/// The diagram of docs/architecture.md as a table: who may import whom.
enum Diagram {
  /// Our modules and the outside modules that each target may import.
  static let allowed: [String: Set<String>] = [
    "Model": [],
    "Diagnostics": [],
    "Tabular": ["Model", "CCSV", "CZlib"],
    "Definitions": ["Model", "Diagnostics", "Yams"],
    "Pipeline": ["Model", "Diagnostics", "Definitions", "Tabular", "Crypto"],
    "Feeds": ["Model", "Diagnostics", "Definitions", "Tabular", "Pipeline"],
    "Stages": ["Model", "Diagnostics", "Definitions", "Pipeline"],
    "State": ["Model", "Diagnostics", "Definitions", "Pipeline", "GRDB", "GRDBSQLite"],
    "Reports": [
      "Model", "Diagnostics", "Definitions", "Tabular", "Pipeline", "CXLSXWriter", "Mustache",
    ],
    "Samples": ["Model", "Tabular"],
    "voorsein": [
      "Model", "Diagnostics", "Definitions", "Tabular", "Pipeline", "Feeds", "Stages", "State",
      "Reports", "Samples", "ArgumentParser", "Logging",
    ],
  ]

  /// The one target that may import each outside module.
  static let importer: [String: String] = [
    "CCSV": "Tabular", "CZlib": "Tabular", "Yams": "Definitions", "Crypto": "Pipeline",
    "GRDB": "State", "GRDBSQLite": "State", "CXLSXWriter": "Reports", "Mustache": "Reports",
    "ArgumentParser": "voorsein",
    "Logging": "voorsein",
  ]

  /// What comes with Swift.
  static let platform: Set<String> = [
    "Swift", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Synchronization", "Dispatch",
  ]

  /// The four in the middle.
  static let middle: Set<String> = ["Feeds", "Stages", "State", "Reports"]
}

@Suite struct ImportTests {
  @Test(arguments: SourceTree.sources)
  func importsFollowTheDiagram(file: SourceFile) throws {
    let allowed = try #require(
      Diagram.allowed[file.target],
      "\(file.path): the target \(file.target) is not in the diagram of ImportTests.swift")
    for module in imports(of: file) where !Diagram.platform.contains(module) {
      #expect(
        allowed.contains(module),
        "\(file.path) imports \(module), which the diagram does not allow for \(file.target)")
    }
  }

  @Test(arguments: Diagram.importer.keys.sorted())
  func anOutsideModuleHasOneImporter(module: String) {
    let importers = Set(
      SourceTree.sources.filter { imports(of: $0).contains(module) }.map(\.target))
    let expected = Diagram.importer[module].map { [$0] } ?? []
    #expect(importers.sorted() == expected, "\(module) has the importers \(importers.sorted())")
  }

  @Test func theFourInTheMiddleNeverImportEachOther() {
    for file in SourceTree.sources where Diagram.middle.contains(file.target) {
      let others = imports(of: file).filter { Diagram.middle.contains($0) && $0 != file.target }
      #expect(others.isEmpty, "\(file.path) imports \(others)")
    }
  }

  @Test func thePackageSaysTheSameAsTheDiagram() throws {
    let manifest = try #require(SourceTree.text(of: "Package.swift"))
      .replacing("argumentParser", with: "\"ArgumentParser\"")
    let outside = [
      "crypto": "Crypto", "logging": "Logging", "grdb": "GRDB", "mustache": "Mustache",
      "yams": "Yams", "sqlite": "GRDBSQLite",
    ]
    var found: [String: Set<String>] = [:]
    let pattern =
      #"(?:module\(\s*|executableTarget\(\s*name:\s*)"(\w+)",\s*(?:dependencies:\s*)?\["#
    let names = manifest.matches(of: pattern)
    let lists = manifest.matches(of: pattern + #"(.*?)\]"#, group: 2)
    #expect(names.count == lists.count)
    for (name, list) in zip(names, lists) {
      var dependencies = Set(list.matches(of: #""(\w+)""#))
      for (word, module) in outside where list.contains(pattern: "\\b\(word)\\b") {
        dependencies.insert(module)
      }
      found[name] = dependencies
    }
    for (target, allowed) in Diagram.allowed.sorted(by: { $0.key < $1.key }) {
      #expect(
        found[target] == allowed,
        "Package.swift gives \(target) \(found[target]?.sorted() ?? []), the diagram \(allowed.sorted())"
      )
    }
    #expect(Set(found.keys) == Set(Diagram.allowed.keys))
  }

  private func imports(of file: SourceFile) -> [String] {
    codeOnly(file.text).matches(
      of: #"^[ \t]*(?:@\w+(?:\([^)]*\))?\s+)*(?:\w+\s+)?import\s+"#
        + #"(?:(?:struct|class|enum|protocol|func|var|typealias)\s+)?(\w+)"#)
  }
}
