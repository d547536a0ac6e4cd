internal import FoundationEssentials
public import Diagnostics
public import Model

/// A problem, and whose it is: one municipality's, or everybody's.
struct MunicipalityNote: Sendable {
  var diagnostic: Diagnostic
  var municipality: MunicipalityCode?

  init(_ diagnostic: Diagnostic, of municipality: MunicipalityCode? = nil) {
    self.diagnostic = diagnostic
    self.municipality = municipality
  }
}

/// Everything that was found wrong in a run, in an order that rows and threads do not change: first what is about
/// deliveries and all municipalities, then what is of one alone, by its code.
public struct IssueLog: Sendable {
  /// A problem by itself, or the rejected rows of a delivery.
  private enum Entry: Sendable {
    case problem(Diagnostic)
    case rows(reasons: [Diagnostic], [RowIssue])
  }

  /// One rejected row.
  private struct RowIssue: Sendable {
    var reason: UInt32
    var row: UInt32
    var line: UInt32
  }

  private var entries: [Entry] = []
  /// What is of one municipality alone.
  private var own: [MunicipalityCode: [Diagnostic]] = [:]

  /// Creates an empty log.
  public init() {}

  /// Adds a diagnostic.
  public mutating func add(_ diagnostic: Diagnostic) { entries.append(.problem(diagnostic)) }

  /// Adds a problem of one municipality, or of all.
  mutating func add(_ note: MunicipalityNote) {
    guard let code = note.municipality else { return add(note.diagnostic) }
    own[code, default: []].append(note.diagnostic)
  }

  /// Every entry in order, and whose it is.
  private var all: [(entry: Entry, of: MunicipalityCode?)] {
    entries.map { ($0, nil) }
      + own.sorted { $0.key < $1.key }.flatMap { code, problems in
        problems.map { (.problem($0), code) }
      }
  }

  /// How many lines and paragraphs are of one municipality, or of nobody alone.
  ///
  /// - Complexity: O(*n*) in the number of problems and rejected rows.
  func counts(of code: MunicipalityCode?) -> (lines: Int, kinds: Int) {
    var lines = 0
    for (entry, owner) in all where owner == code {
      switch entry {
      case .problem: lines += 1
      case .rows(_, let rows): lines += rows.count
      }
    }
    return (lines, groups.count { $0.of == code })
  }

  /// Adds rejected rows of a delivery.
  ///
  /// - Parameters:
  ///   - rows: The rows, in canonical order.
  ///   - reasons: What they are rejected for.
  /// - Complexity: O(*n*).
  mutating func add(_ rows: [RejectedRow], _ reasons: [Diagnostic]) {
    guard !rows.isEmpty else { return }
    entries.append(
      .rows(
        reasons: reasons, rows.map { RowIssue(reason: $0.reason, row: $0.row, line: $0.line) }))
  }

  /// The worst exit status that any of them asks for.
  public var status: ExitStatus {
    var worst = ExitStatus.complete
    for (entry, _) in all {
      let diagnostics =
        switch entry {
        case .problem(let diagnostic): [diagnostic]
        case .rows(let reasons, _): reasons
        }
      for status in diagnostics.map(\.code.effect.exitStatus) where status.rawValue > worst.rawValue
      {
        worst = status
      }
    }
    return worst
  }

  /// One paragraph per kind of problem and place: rows of one delivery are counted, not listed.
  public var paragraphs: [String] {
    groups.map { DiagnosticText.paragraph($0.first, count: $0.count) }
  }

  /// The first problem of each kind and place, and how many there are.
  ///
  /// Also whose it is: that of one municipality, or everybody's.
  public var kinds: [(first: Diagnostic, count: Int, of: MunicipalityCode?)] { groups }

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
  /// - Parameter write: Is given the text piece by piece; every line ends in a newline.
  /// - Throws: An encoding error, which would be a defect, or what `write` throws.
  /// - Complexity: O(*n*) in the number of problems and rejected rows.
  public func writeLines(_ write: (ByteView) throws -> Void) throws {
    let lines = ByteArena(capacity: 1 << 16)
    for (entry, _) in all {
      switch entry {
      case .problem(let diagnostic): lines.append(string: try Line(diagnostic).json() + "\n")
      case .rows(let reasons, let rows):
        let templates = try reasons.map { try RowTemplate(Line($0)) }
        for row in rows {
          templates[Int(row.reason)].append(row: Int(row.row), to: lines)
          if lines.count > 1 << 15 {
            try write(lines.bytes)
            lines.removeAll()
          }
        }
      }
    }
    try write(lines.bytes)
  }

  /// The name of the file of a run.
  static let fileName = "issues.jsonl"

  /// Writes the file into the folder of a run; what was there is replaced.
  func write(to folder: String) throws {
    let sink = try ByteSink(path: "\(folder)/\(Self.fileName)", compressed: false)
    try writeLines { try sink.write($0) }
    try sink.finish()
  }

  /// A line about any row: encoded once, the number is put between the parts.
  private struct RowTemplate {
    private static let number = #""row":0"#
    private let before: String
    private let after: String

    init(_ line: Line) throws {
      var line = line
      line.row = 0
      // Inside a text the quotation marks would be escaped, so this stands only where the row is.
      let parts = try line.json().split(separator: RowTemplate.number, maxSplits: 1)
      before = String(parts.first ?? "")
      after = String(parts.dropFirst().first ?? "")
    }

    func append(row: Int, to lines: ByteArena) {
      lines.append(string: before)
      lines.append(string: "\"row\":")
      lines.append(decimal: row)
      lines.append(string: after)
      lines.append(UInt8(ascii: "\n"))
    }
  }

  private struct Line: Encodable {
    var code: String
    var severity: String
    var feed: String?
    var delivery: String?
    var row: Int?
    var column: String?
    var problem: String

    init(_ diagnostic: Diagnostic) {
      code = diagnostic.code.id
      severity = diagnostic.code.effect.word
      feed = diagnostic.location.feed
      delivery = diagnostic.location.file
      row = diagnostic.location.row
      column = diagnostic.location.column
      problem = DiagnosticText.sentence(diagnostic)
    }

    func json() throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  private struct Kind: Hashable {
    var code: DiagnosticCode
    var feed: String?
    var file: String?
    var column: String?
    var isRow: Bool
    var municipality: MunicipalityCode?

    /// An order of reasons that does not depend on where they were met.
    static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
      (left.code.id, left.location.column ?? "", DiagnosticText.sentence(left))
        < (right.code.id, right.location.column ?? "", DiagnosticText.sentence(right))
    }
  }

  private var groups: [(first: Diagnostic, count: Int, of: MunicipalityCode?)] {
    var groups = Groups()
    for (entry, owner) in all {
      switch entry {
      case .problem(let diagnostic): groups.add(diagnostic, count: 1, of: owner)
      case .rows(let reasons, let rows):
        var counts = Array(repeating: 0, count: reasons.count)
        var firsts: [RowIssue?] = Array(repeating: nil, count: reasons.count)
        for row in rows {
          let reason = Int(row.reason)
          counts[reason] += 1
          if row.row < firsts[reason]?.row ?? .max { firsts[reason] = row }
        }
        // Not in the order in which they were met, which is that of the file.
        for number in reasons.indices.sorted(by: { Kind.precedes(reasons[$0], reasons[$1]) }) {
          guard let first = firsts[number] else { continue }
          var diagnostic = reasons[number]
          diagnostic.location.row = Int(first.row)
          diagnostic.location.line = Int(first.line)
          groups.add(diagnostic, count: counts[number], of: owner)
        }
      }
    }
    return groups.groups
  }

  /// Problems of one kind and place; the first row stands for all.
  private struct Groups {
    private(set) var groups: [(first: Diagnostic, count: Int, of: MunicipalityCode?)] = []
    private var index: [Kind: Int] = [:]

    mutating func add(_ diagnostic: Diagnostic, count: Int, of owner: MunicipalityCode?) {
      let kind = Kind(
        code: diagnostic.code, feed: diagnostic.location.feed, file: diagnostic.location.file,
        column: diagnostic.location.column, isRow: diagnostic.location.row != nil,
        municipality: owner)
      if kind.isRow, let known = index[kind] {
        groups[known].count += count
        let row = diagnostic.location.row ?? .max
        if row < groups[known].first.location.row ?? .max { groups[known].first = diagnostic }
      } else {
        index[kind] = groups.count
        groups.append((diagnostic, count, owner))
      }
    }
  }
}
