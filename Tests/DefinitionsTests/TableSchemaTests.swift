import Definitions
import Foundation
import TestSupport
import Testing

/// Holds the table schema of every shipped feed against the rules of the specification.
@Suite struct TableSchemaTests {
  static let feeds: [String] =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: Repository.url("pipelines/feeds").path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()

  /// The constraints that each type may have, as far as we use the type.
  private static let constraints: [String: Set<String>] = [
    "string": ["required", "unique", "enum", "pattern", "minLength", "maxLength"],
    "number": ["required", "unique", "enum", "minimum", "maximum"],
    "integer": ["required", "unique", "enum", "minimum", "maximum"],
    "date": ["required", "unique", "enum", "minimum", "maximum"],
  ]

  private func schema(_ feed: String) throws -> [String: Any] {
    let path = Repository.url("pipelines/feeds/\(feed)/feed.yml").path
    let data = try JSONEncoder().encode(TableSchema(FeedLoader().load(path: path)))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func thereAreFeeds() { #expect(Self.feeds.count >= 5) }

  @Test(arguments: feeds)
  func theSchemaKeepsTheSpecification(feed: String) throws {
    let schema = try schema(feed)
    #expect(schema["missingValues"] as? [String] == [""])
    let fields = try #require(schema["fields"] as? [[String: Any]])
    #expect(!fields.isEmpty)
    let names = fields.compactMap { $0["name"] as? String }
    #expect(names.count == fields.count && Set(names).count == names.count)
    for field in fields {
      let name = "\(feed) \(field["name"] ?? "")"
      let type = try #require(field["type"] as? String)
      let allowed = try #require(Self.constraints[type], "\(name): \(type)")
      let format = try #require(field["format"] as? String)
      #expect(format == "default" || (type == "date" && format.hasPrefix("%")), "\(name)")
      if type == "date", format != "default" {
        for part in ["%d", "%m", "%Y"] {
          #expect(format.components(separatedBy: part).count == 2, "\(name)")
        }
      }
      for key in ["decimalChar", "groupChar"] where field[key] != nil {
        #expect(type == "number", "\(name)")
        #expect((field[key] as? String)?.count == 1, "\(name)")
      }
      if let decimal = field["decimalChar"] as? String {
        #expect(decimal != field["groupChar"] as? String, "\(name)")
      }
      if field["bareNumber"] != nil { #expect(type == "number" || type == "integer", "\(name)") }
      let own = field["constraints"] as? [String: Any] ?? [:]
      #expect(field["constraints"] == nil || !own.isEmpty, "\(name)")
      #expect(Set(own.keys).isSubset(of: allowed), "\(name): \(own.keys)")
      if let pattern = own["pattern"] as? String { _ = try Regex(pattern) }
      if let words = own["enum"] as? [String] {
        #expect(!words.isEmpty && Set(words).count == words.count, "\(name)")
      }
      let known: Set<String> = [
        "name", "title", "description", "type", "format", "constraints", "decimalChar",
        "groupChar", "bareNumber",
      ]
      #expect(Set(field.keys).isSubset(of: known), "\(name)")
    }
    let dialect = try #require(schema["dialect"] as? [String: Any])
    #expect((dialect["delimiter"] as? String)?.count == 1)
    #expect(
      Set(dialect.keys).isSubset(of: [
        "delimiter", "lineTerminator", "quoteChar", "doubleQuote", "escapeChar", "nullSequence",
        "skipInitialSpace", "header", "commentChar", "caseSensitiveHeader", "csvddfVersion",
      ]))
  }

  /// The example of a feed, made by hand, has the columns of the schema and its words as written.
  @Test(arguments: feeds)
  func theExampleFitsTheSchema(feed: String) throws {
    let schema = try schema(feed)
    let fields = try #require(schema["fields"] as? [[String: Any]])
    let dialect = try #require(schema["dialect"] as? [String: Any])
    let delimiter = try #require((dialect["delimiter"] as? String)?.first)
    let bytes = try Data(contentsOf: Repository.url("pipelines/feeds/\(feed)/example.csv"))
    let text = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r", with: "")
    var lines = text.split(separator: "\n").map { String($0) }
    if lines.first?.unicodeScalars.first == "\u{FEFF}" { lines[0].unicodeScalars.removeFirst() }
    let header = cells(lines.removeFirst(), delimiter)
    #expect(Set(header) == Set(fields.compactMap { $0["name"] as? String }))
    for field in fields {
      guard let words = (field["constraints"] as? [String: Any])?["enum"] as? [String],
        let at = header.firstIndex(of: field["name"] as? String ?? "")
      else { continue }
      let rows = lines.map { cells($0, delimiter) }.filter { $0.count == header.count }
      let fitting = rows.count { $0[at].isEmpty || words.contains($0[at]) }
      #expect(fitting * 2 > rows.count, "\(feed) \(field["name"] ?? ""): \(words)")
    }
  }

  private func cells(_ line: String, _ delimiter: Character) -> [String] {
    var cells = [""]
    var quoted = false
    for letter in line {
      if letter == "\"" {
        quoted.toggle()
      } else if letter == delimiter && !quoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(letter)
      }
    }
    return cells
  }
}
