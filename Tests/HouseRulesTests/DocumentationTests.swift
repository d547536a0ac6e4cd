import Foundation
import Testing

@Suite struct DocumentationTests {
  @Test(arguments: SourceTree.sources)
  func everyTopLevelPublicTypeIsDocumented(file: SourceFile) {
    let lines = file.lines
    for (index, line) in lines.enumerated() {
      guard
        String(line).contains(
          pattern:
            #"^(?:@\w+(?:\([^)]*\))?\s+)*public\s+(?:final\s+|indirect\s+)*(?:struct|class|enum|protocol|actor|typealias|func)\b"#
        )
      else { continue }
      var above = index - 1
      while above >= 0 && lines[above].hasPrefix("@") { above -= 1 }
      #expect(
        above >= 0 && lines[above].hasPrefix("///"),
        "\(file.path):\(index + 1) has no doc comment: \(line)")
    }
  }

  @Test(arguments: SourceTree.sources + SourceTree.tests)
  func everySourceKeyResolves(file: SourceFile) {
    for (index, line) in file.lines.enumerated() {
      guard let mark = line.range(of: "/// - Source:"),
        line[..<mark.lowerBound].allSatisfy(\.isWhitespace)
      else { continue }
      let keys = String(line[mark.upperBound...]).matches(of: "`([^`]+)`")
      #expect(
        !keys.isEmpty, "\(file.path):\(index + 1) has a source without a key in backticks")
      for key in keys {
        let isKnown = Sources.keys.contains(key)
        #expect(
          isKnown,
          "\(file.path):\(index + 1) names the source \(key), which docs/sources.yml does not have")
      }
    }
  }

  @Test func everySourceOfADefinitionResolves() {
    let definitions = SourceTree.texts.filter {
      $0.path.hasPrefix("pipelines/") && ($0.path.hasSuffix(".yml") || $0.path.hasSuffix(".yaml"))
    }
    for file in definitions {
      for (index, line) in file.lines.enumerated() {
        for value in String(line).matches(of: #"(?:^|[\s{,-])source:\s*(\[[^\]]*\]|[^\s,}#]+)"#) {
          let keys = value.split { "[], \"'".contains($0) }.map(String.init)
          for key in keys {
            let isKnown = Sources.keys.contains(key)
            #expect(
              isKnown,
              "\(file.path):\(index + 1) names the source \(key), which docs/sources.yml does not have"
            )
          }
        }
      }
    }
  }

  @Test func everySourceSaysWhatItIs() {
    for (key, entry) in Sources.entries.sorted(by: { $0.key < $1.key }) {
      for field in ["title", "url", "valid", "retrieved"] {
        #expect(
          entry.contains(pattern: "\\b\(field):\\s*\\S"), "docs/sources.yml: \(key) has no \(field)"
        )
      }
    }
  }
}

/// The entries of docs/sources.yml.
enum Sources {
  static let entries: [String: String] = {
    let text = SourceTree.text(of: "docs/sources.yml") ?? ""
    var entries: [String: String] = [:]
    var key: String?
    for line in text.split(separator: "\n") {
      if let name = String(line).matches(of: #"^["']?([A-Za-z0-9][^:"'#]*)["']?:(?:\s|$)"#).first {
        key = name
        entries[name] = String(line.drop { $0 != ":" }.dropFirst())
      } else if let key, line.hasPrefix(" ") {
        entries[key]? += "\n" + line
      }
    }
    return entries
  }()

  static let keys = Set(entries.keys)
}
