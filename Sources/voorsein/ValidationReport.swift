import Definitions
import Diagnostics
import Feeds
import Model

/// What `validate` found, as it stands in its JSON: names never change; new ones may come.
struct ValidationReport: Encodable {
  /// A problem, or the first of several of a kind.
  struct Problem: Encodable {
    var code: String
    /// `note`, `warning` or `error`.
    var severity: String
    /// How many rows, fields or lines have it; 0 for the delivery as a whole.
    var rows: Int
    var row: Int?
    var line: Int?
    var column: String?
    /// The place in words.
    var place: String
    var problem: String
    /// What the partner should correct, in Dutch.
    var hint: String
  }

  /// A column of the feed.
  struct Column: Encodable {
    var header: String
    /// The field; absent when the column is ignored.
    var field: String?
    /// Readable rows that hold something; absent where it is not counted.
    var filled: Int?
  }

  var feed: String
  var file: String
  /// Whether the name is as agreed: a run takes no other.
  var nameFits: Bool
  /// Whether a run would take the delivery, though perhaps not each of its rows.
  var isUsable: Bool
  var rows = 0
  var readable = 0
  var unreadable = 0
  /// Readable rows whose debtor objected.
  var objections = 0
  /// Readable rows about a threat.
  var threats = 0
  /// Readable rows with nothing owed.
  var withoutArrears = 0
  var columns: [Column] = []
  var problems: [Problem] = []

  /// The problems as they were found, for the text.
  private(set) var findings: [DeliveryValidation.Finding] = []
  private(set) var notes: [Diagnostic] = []
  private(set) var refusal: [Diagnostic] = []

  enum CodingKeys: String, CodingKey {
    case feed, file, rows, readable, unreadable, objections, threats, columns, problems
    case nameFits = "name_fits"
    case isUsable = "usable"
    case withoutArrears = "without_arrears"
  }

  /// The report on a delivery that was read to its end.
  init(_ name: DeliveryName, _ feed: FeedDefinition, _ validation: DeliveryValidation) {
    self.feed = feed.id.name
    file = name.file
    nameFits = feed.delivery.name.read(name.file) != nil
    isUsable = true
    rows = validation.rows
    readable = validation.decoded
    unreadable = validation.rejected
    objections = validation.objections
    threats = validation.threats
    withoutArrears = validation.withoutArrears
    columns = validation.columns.map {
      Column(header: $0.header, field: $0.field?.rawValue, filled: $0.filled)
    }
    findings = validation.findings
    notes = validation.notes
    problems =
      findings.flatMap { finding in finding.first.map { Self.problem($0, rows: finding.count) } }
      + notes.map { Self.problem($0, rows: $0.facts["count"].flatMap { Int($0) } ?? 0) }
  }

  /// The report on a delivery that a run would refuse.
  init(_ name: DeliveryName, _ feed: FeedDefinition, refused diagnostics: [Diagnostic]) {
    self.feed = feed.id.name
    file = name.file
    nameFits = feed.delivery.name.read(name.file) != nil
    isUsable = false
    refusal = diagnostics
    problems = diagnostics.map { Self.problem($0, rows: 0) }
  }

  private static func problem(_ diagnostic: Diagnostic, rows: Int) -> Problem {
    let place = diagnostic.location
    return Problem(
      code: diagnostic.code.id, severity: diagnostic.code.effect.word, rows: rows, row: place.row,
      line: place.line, column: place.column, place: DiagnosticText.place(place),
      problem: DiagnosticText.sentence(diagnostic), hint: DiagnosticText.partnerHint(diagnostic))
  }
}
