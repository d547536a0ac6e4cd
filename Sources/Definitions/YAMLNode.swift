/// A piece of YAML with its place.
///
/// Scalars are the text as written: nothing is read as a number, a truth value or a date before a
/// definition asks for one.
struct YAMLNode {
  enum Content {
    case nothing
    case scalar(String)
    case list([YAMLNode])
    case table([(key: YAMLNode, value: YAMLNode)])
  }

  var content: Content
  var place: Place

  /// The text of a scalar.
  var text: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The items of a list, or nothing.
  var items: [YAMLNode] {
    if case .list(let items) = content { items } else { [] }
  }

  /// The entries of a table in the order of the file, or nothing.
  var entries: [(key: YAMLNode, value: YAMLNode)] {
    if case .table(let entries) = content { entries } else { [] }
  }

  /// Whether it is a table.
  var isTable: Bool {
    if case .table = content { true } else { false }
  }

  /// The value of a key; of the first if it stands there twice.
  subscript(key: String) -> YAMLNode? {
    entries.first { $0.key.text == key }?.value
  }

  /// What it is, for a message.
  var found: String {
    switch content {
    case .nothing: "nothing"
    case .scalar(let text): text.isEmpty ? "an empty text" : "\"\(text)\""
    case .list: "a list"
    case .table: "keys with values"
    }
  }
}
