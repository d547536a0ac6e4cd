/// What may stand at a place of a definition.
///
/// One tree of shapes per kind of file drives both the check and the schema for editors.
indirect enum Shape: Sendable {
  /// Any text that is not empty.
  case text(String)
  /// A text of lower-case letters, digits and hyphens.
  case name(String)
  /// One of some words.
  case word(String, [String])
  case number(ClosedRange<Int>)
  /// A number with or without decimals, above 0 and at most so much.
  case decimal(upTo: Int)
  /// `true` or `false`.
  case truth
  /// `2026-10-31`.
  case date
  /// Euros: `75` or `75.50`.
  case money
  /// Four digits.
  case municipality
  /// A list with at least so many items.
  case list(Shape, atLeast: Int)
  /// Known keys.
  case record([Key])
  /// Free keys of one shape with values of one shape.
  case table(keys: Shape, values: Shape)
  /// A single text, or something built up.
  case either(Shape, Shape)

  /// What is expected, for a message.
  var expected: String {
    switch self {
    case .text(let what), .name(let what), .word(let what, _): what
    case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .decimal(let most): "a number above 0, at most \(most), such as 0.25"
    case .truth: "true or false"
    case .date: "a date such as 2026-10-31"
    case .money: "an amount in euros such as 75 or 75.50"
    case .municipality: "a municipality code of four digits in quotation marks such as \"0606\""
    case .list(let item, _): "a list, each item \(item.expected)"
    case .record(let keys): "keys with values (\(keys.map(\.name).joined(separator: ", ")))"
    case .table(let keys, let values):
      "keys with values, each key \(keys.expected), each value \(values.expected)"
    case .either(let simple, let other): "\(simple.expected), or \(other.expected)"
    }
  }
}

/// A key that a definition knows.
struct Key: Sendable {
  var name: String
  /// What it is for, in a few words.
  var meaning: String
  var isRequired: Bool
  var shape: Shape

  /// A key that must stand there.
  static func required(_ name: String, _ shape: Shape, _ meaning: String) -> Key {
    Key(name: name, meaning: meaning, isRequired: true, shape: shape)
  }

  /// A key that may stand there.
  static func optional(_ name: String, _ shape: Shape, _ meaning: String) -> Key {
    Key(name: name, meaning: meaning, isRequired: false, shape: shape)
  }
}
