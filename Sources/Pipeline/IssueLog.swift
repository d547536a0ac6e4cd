internal import FoundationEssentials
public import Diagnostics

/// Everything that was found wrong in a run, in an order that rows and threads do not change.
public struct IssueLog: Sendable {
  /// Deliveries in the order of feed and name; the rows of each in canonical order.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Creates an empty log.
  public init() {}

  /// Adds a diagnostic.
  public mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// The worst exit status that any of them asks for.
  public var status: ExitStatus {
    diagnostics.map(\.code.effect.exitStatus).max { $0.rawValue < $1.rawValue } ?? .complete
  }

  /// One paragraph per kind of problem and place: rows of one delivery are counted, not listed.
  public var paragraphs: [String] {
    groups.map { group in
      var shown = group.first
      guard group.count > 1 else { return DiagnosticText.paragraph(shown) }
      shown.location.line = nil
      return DiagnosticText.paragraph(shown) + "\n  and \(group.count - 1) more like this"
    }
  }

  /// One line per kind of problem and place, for the manifest.
  public var warnings: [String] {
    groups.map { group in
      var place = group.first.location
      if group.count > 1 { place.row = nil }
      place.line = nil
      let placed = DiagnosticText.place(place)
      let count = group.count > 1 ? "\(group.count) rows: " : ""
      return "\(group.first.code.id)\(placed.isEmpty ? "" : " " + placed): \(count)"
        + DiagnosticText.sentence(group.first)
    }
  }

  /// `issues.jsonl`: one object per diagnostic, keys sorted.
  ///
  /// - Returns: Lines, each ending in a newline.
  /// - Throws: An encoding error, which would be a defect.
  public func jsonLines() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var lines = ""
    for diagnostic in diagnostics {
      let line = Line(
        code: diagnostic.code.id, severity: diagnostic.code.effect.word,
        feed: diagnostic.location.feed, delivery: diagnostic.location.file,
        row: diagnostic.location.row, column: diagnostic.location.column,
        problem: DiagnosticText.sentence(diagnostic))
      lines += String(decoding: try encoder.encode(line), as: UTF8.self) + "\n"
    }
    return lines
  }

  private struct Line: Encodable {
    var code: String
    var severity: String
    var feed: String?
    var delivery: String?
    var row: Int?
    var column: String?
    var problem: String
  }

  private struct Kind: Hashable {
    var code: DiagnosticCode
    var feed: String?
    var file: String?
    var column: String?
    var isRow: Bool
  }

  private var groups: [(first: Diagnostic, count: Int)] {
    var groups: [(first: Diagnostic, count: Int)] = []
    var index: [Kind: Int] = [:]
    for diagnostic in diagnostics {
      let kind = Kind(
        code: diagnostic.code, feed: diagnostic.location.feed, file: diagnostic.location.file,
        column: diagnostic.location.column, isRow: diagnostic.location.row != nil)
      if kind.isRow, let known = index[kind] {
        groups[known].count += 1
        let row = diagnostic.location.row ?? .max
        if row < groups[known].first.location.row ?? .max { groups[known].first = diagnostic }
      } else {
        index[kind] = groups.count
        groups.append((diagnostic, 1))
      }
    }
    return groups
  }
}
