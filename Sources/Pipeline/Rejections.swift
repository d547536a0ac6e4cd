public import Diagnostics
public import Model

/// What a partner should correct in its deliveries: where, what kind of problem, and a hint in Dutch.
///
/// Goes to the partner, and holds no value of a delivery. A line is about one row, or about a delivery as
/// a whole; then it has no row. Deliveries stand in the order of their names; in each the problems of the
/// whole first, then its rows in canonical order.
public struct Rejections: StageTable {
  public static let fileName = "rejections"

  public var arena = ByteArena()

  public var delivery: [TextCell] = []
  /// Data row from 1; `nil` when the line is about more than one row.
  public var row: [UInt32?] = []
  /// Line of the file from 1.
  public var line: [UInt32?] = []
  /// The header of the column at fault, if one is.
  public var column: [TextCell] = []
  public var code: [TextCell] = []
  /// `note`, `warning` or `error`.
  public var severity: [TextCell] = []
  /// How many rows, fields or lines it is about; `nil` for a delivery as a whole.
  public var number: [UInt32?] = []
  /// What to correct, in Dutch.
  public var hint: [TextCell] = []

  private var known: [Kind: Words] = [:]

  public init() {}

  public var count: Int { delivery.count }

  public static let columns: [StageColumn<Rejections>] = [
    .text("delivery", \.delivery),
    .optionalInteger("row", \.row),
    .optionalInteger("line", \.line),
    .text("column", \.column),
    .text("code", \.code),
    .text("severity", \.severity),
    .optionalInteger("count", \.number),
    .text("hint", \.hint),
  ]

  /// Adds what was found in a delivery.
  ///
  /// - Parameters:
  ///   - diagnostic: The problem, with its place.
  ///   - file: The delivery's name; empty when it did not come.
  public mutating func append(_ diagnostic: Diagnostic, in file: String) {
    let row = diagnostic.code.effect == .rowQuarantined ? diagnostic.location.row : nil
    append(diagnostic, in: file, row: row, line: diagnostic.location.line)
  }

  /// Adds a problem at a row; words that were said before are not stored again.
  ///
  /// - Parameters:
  ///   - diagnostic: The problem; its own row and line are not looked at.
  ///   - file: The delivery's name.
  ///   - row: Data row from 1, or `nil`.
  ///   - line: Line from 1, or `nil`.
  public mutating func append(_ diagnostic: Diagnostic, in file: String, row: Int?, line: Int?) {
    append(
      words(for: diagnostic, in: file), row: row.map { UInt32(truncatingIfNeeded: $0) },
      line: line.map { UInt32(truncatingIfNeeded: $0) },
      number: row == nil ? diagnostic.facts["count"].flatMap { UInt32($0) } : 1)
  }

  /// Adds rejected rows of a delivery.
  ///
  /// - Parameters:
  ///   - rows: The rows, in canonical order.
  ///   - source: The delivery.
  /// - Complexity: O(*n*); words are stored once a reason.
  mutating func append(_ rows: [RejectedRow], of source: DecodedDelivery) {
    let words = source.reasons.map { self.words(for: $0, in: source.name.file) }
    for rejected in rows {
      append(words[Int(rejected.reason)], row: rejected.row, line: rejected.line, number: 1)
    }
  }

  private mutating func append(_ words: Words, row: UInt32?, line: UInt32?, number: UInt32?) {
    delivery.append(words.delivery)
    self.row.append(row)
    self.line.append(line)
    column.append(words.column)
    code.append(words.code)
    severity.append(words.severity)
    self.number.append(number)
    hint.append(words.hint)
  }

  private mutating func words(for diagnostic: Diagnostic, in file: String) -> Words {
    let kind = Kind(
      file: file, code: diagnostic.code, column: diagnostic.location.column,
      facts: diagnostic.facts)
    if let known = known[kind] { return known }
    let words = Words(
      delivery: arena.store(file), column: arena.store(diagnostic.location.column ?? ""),
      code: arena.store(diagnostic.code.id), severity: arena.store(diagnostic.code.effect.word),
      hint: arena.store(DiagnosticText.partnerHint(diagnostic)))
    known[kind] = words
    return words
  }

  private struct Kind: Hashable {
    var file: String
    var code: DiagnosticCode
    var column: String?
    var facts: [String: String]
  }

  private struct Words {
    var delivery: TextCell
    var column: TextCell
    var code: TextCell
    var severity: TextCell
    var hint: TextCell
  }
}
