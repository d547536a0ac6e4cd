/// The form of a feed's file for other tools: a Frictionless Table Schema.
///
/// A partner can check a file with it, or have an export made from it. It says what was agreed; the program
/// itself reads more than that, such as `31/10/2026` for `31-10-2026`.
///
/// - Source: `frictionless`.
public struct TableSchema: Encodable, Sendable {
  public let schema = "https://specs.frictionlessdata.io/schemas/table-schema.json"
  public let title: String
  public let fields: [Field]
  public let missingValues = [""]
  /// The encoding of the file.
  public let encoding: String
  public let dialect: Dialect

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case title, fields, missingValues, encoding, dialect
  }

  /// A column.
  public struct Field: Encodable, Sendable {
    /// The header in the file.
    public let name: String
    /// The word of the feed's definition, or why the column is ignored.
    public let description: String
    public var type = "string"
    public var format = "default"
    public var decimalChar: String?
    public var groupChar: String?
    /// `false` lets a currency sign stand with the number.
    public var bareNumber: Bool?
    public var constraints: Constraints?
  }

  /// What the values of a column must keep.
  public struct Constraints: Encodable, Sendable {
    public var required: Bool?
    public var pattern: String?
    /// The words of a lookup.
    public var allowed: [String]?
    public var minimum: Int?

    enum CodingKeys: String, CodingKey {
      case required, pattern, minimum
      case allowed = "enum"
    }
  }

  /// How the file is written: a CSV Dialect.
  public struct Dialect: Encodable, Sendable {
    public let delimiter: String
    public let quoteChar = "\""
    public let doubleQuote = true
    public let header = true
    public let skipInitialSpace = true
  }

  /// Describes the file of a feed.
  public init(_ feed: FeedDefinition) {
    title = feed.title
    encoding = (feed.file.encoding == .detect ? .utf8 : feed.file.encoding).rawValue
    dialect = Dialect(delimiter: String(Character(Unicode.Scalar(feed.file.delimiter))))
    fields = feed.columns.map { column in
      switch column.use {
      case .ignored(let reason):
        Field(name: column.header, description: "ignored: \(reason)")
      case .field(let field, let format):
        TableSchema.field(column.header, field, format, feed)
      }
    }
  }

  private static func field(
    _ header: String, _ field: FeedField, _ format: FieldFormat, _ feed: FeedDefinition
  ) -> Field {
    var described = Field(name: header, description: field.rawValue)
    var constraints = Constraints()
    switch format {
    case .text: break
    case .amountDecimalComma:
      described.type = "number"
      (described.decimalChar, described.groupChar, described.bareNumber) = (",", ".", false)
    case .amountDecimalPoint:
      described.type = "number"
      (described.decimalChar, described.groupChar, described.bareNumber) = (".", ",", false)
    case .amountCents: described.type = "integer"
    case .wholeNumber where field == .amount: described.type = "integer"
    case .wholeNumber:
      described.type = "integer"
      constraints.minimum = 0
    // A birth date may be known in part, as 00-00-1980, which is no date.
    case .dateDayMonthYear where field == .birthDate:
      constraints.pattern = "[0-9]{2}-[0-9]{2}-[0-9]{4}"
    case .dateISO where field == .birthDate: constraints.pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    case .dateCompact where field == .birthDate: constraints.pattern = "[0-9]{8}"
    case .dateDayMonthShortYear: constraints.pattern = "[0-9]{2}-[0-9]{2}-[0-9]{2}"
    // Month names in Dutch are no date to others.
    case .dateMonthName: break
    case .dateExcelSerial: described.type = "integer"
    case .dateDayMonthYear: (described.type, described.format) = ("date", "%d-%m-%Y")
    case .dateISO: described.type = "date"
    case .dateCompact: (described.type, described.format) = ("date", "%Y%m%d")
    case .lookup(let name):
      let words = feed.writtenWords[name] ?? []
      constraints.allowed = words.filter { !FeedColumnChecks.folded($0).isEmpty }
      if field == .kind, constraints.allowed?.count == words.count { constraints.required = true }
    }
    if field == .amount || field == .signalledOn { constraints.required = true }
    described.constraints = constraints.isEmpty ? nil : constraints
    return described
  }
}

extension TableSchema.Constraints {
  var isEmpty: Bool { required == nil && pattern == nil && allowed == nil && minimum == nil }
}
