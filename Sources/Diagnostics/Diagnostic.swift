/// A problem as a value: what, where, and the facts.
///
/// Never a personal value.
public struct Diagnostic: Error, Hashable, Sendable {
  /// Which problem.
  public var code: DiagnosticCode

  /// Where it was found.
  public var location: Location

  /// Names of facts in the wording and what to say for them.
  ///
  /// Only words from definitions, names of files and columns, counts, and kinds of values
  /// (``FoundKind``) may stand here; never a value of a delivery.
  public var facts: [String: String]

  /// Creates a diagnostic.
  public init(
    _ code: DiagnosticCode, at location: Location = Location(), _ facts: [String: String] = [:]
  ) {
    self.code = code
    self.location = location
    self.facts = facts
  }
}

/// Several problems at once, for a command that ends because of them.
public struct DiagnosticList: Error, Sendable {
  /// The problems, never empty.
  public var diagnostics: [Diagnostic]

  /// Creates a list.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

/// A place in a delivery or a definition.
///
/// Everything is optional.
public struct Location: Hashable, Sendable {
  public var feed: String?
  /// Name of the delivery, or path of the definition as the user gave it.
  public var file: String?
  /// Data row from 1, header not counted.
  public var row: Int?
  /// Line from 1.
  public var line: Int?
  /// Character in the line from 1 (definitions only).
  public var character: Int?
  /// Header of the column.
  public var column: String?
  public var municipality: String?

  /// Creates a place.
  public init(
    feed: String? = nil, file: String? = nil, row: Int? = nil, line: Int? = nil,
    character: Int? = nil, column: String? = nil, municipality: String? = nil
  ) {
    self.feed = feed
    self.file = file
    self.row = row
    self.line = line
    self.character = character
    self.column = column
    self.municipality = municipality
  }
}
