internal import Model

/// The values of one person, to find rows that nobody could read and to keep them out of a reason.
///
/// Stands in memory only.
struct PersonTraces {
  private var references: Set<String> = []
  private var surnames: Set<String> = []
  private var postcodes: Set<String> = []
  private var birthDates: Set<String> = []
  private var contacts: Set<String> = []

  private static let surnameColumns = [
    "surname", "partner_surname", "delivered_surname", "delivered_partner_surname",
  ]
  private static let contactColumns = [
    "phone", "second_phone", "email", "delivered_phone", "delivered_email",
  ]

  /// Adds the values of a row, by the names of their columns.
  mutating func add(_ cells: [String: String]) {
    if let reference = cells["partner_ref"] { insert(reference, into: &references) }
    for name in Self.surnameColumns { cells[name].map { insert($0, into: &surnames) } }
    for name in Self.contactColumns { cells[name].map { insert($0, into: &contacts) } }
    for name in ["postcode", "delivered_postcode"] {
      cells[name].map { insert($0, into: &postcodes) }
    }
    let parts = (cells["birth_date"] ?? "").split(separator: "-").map(String.init)
    guard parts.count == 3 else { return }
    for written in [parts, parts.reversed()] { birthDates.insert(written.joined()) }
  }

  private func insert(_ text: String, into values: inout Set<String>) {
    let folded = Self.folded(text)
    if folded.count > 1 { values.insert(folded) }
  }

  /// Whether a row as delivered is of the person: the same reference in a field of its own, or the surname with
  /// the postcode or the date of birth.
  ///
  /// - Parameter content: The row; any encoding.
  /// - Returns: `(isOf, isSure)`: a reference makes it sure that no relative is meant.
  func finds(_ content: ByteView) -> (isOf: Bool, isSure: Bool) {
    let text =
      String(validating: content.buffer, as: UTF8.self)
      // An older encoding: the letters that names are written with stand where Latin-1 has them.
      ?? String(String.UnicodeScalarView(content.buffer.map { Unicode.Scalar($0) }))
    let words = Self.words(of: text)
    let fields = Set(
      text.split { ";,|\t\u{1F}".contains($0) }.map { Self.folded(String($0)) })
    if !references.isDisjoint(with: fields) { return (true, true) }
    let whole = Self.folded(text)
    guard surnames.contains(where: { Self.holds(whole, words, $0) }) else { return (false, false) }
    let others = postcodes.union(birthDates)
    return (others.contains { whole.contains($0) }, false)
  }

  /// Whether a text that will be kept for ever says one of the person's values.
  func areTold(by text: String) -> Bool {
    let (whole, words) = (Self.folded(text), Self.words(of: text))
    return surnames.contains { Self.holds(whole, words, $0) }
      || references.union(postcodes).union(contacts).contains { value in
        value.count > 3 ? whole.contains(value) : words.contains(value)
      }
      || birthDates.contains { whole.contains($0) }
  }

  /// A short name must be a word of its own; a name of several words stands there without its spaces.
  private static func holds(_ whole: String, _ words: Set<String>, _ name: String) -> Bool {
    words.contains(name) || name.count > 5 && whole.contains(name)
  }

  private static func words(of text: String) -> Set<String> {
    Set(text.split { !$0.isLetter && !$0.isNumber }.map { folded(String($0)) })
  }

  /// Letters and digits alone, small, without marks.
  static func folded(_ text: String) -> String {
    var folded = ""
    for letter in text.lowercased() where letter.isLetter || letter.isNumber {
      folded.append(contentsOf: PlainLetters.plain(letter))
    }
    return folded
  }
}

/// Letters without their marks, so that ü is found when somebody wrote u.
private enum PlainLetters {
  private static let pairs: [(plain: String, marked: String)] = [
    ("a", "àáâãäå"), ("c", "ç"), ("e", "èéêë"), ("i", "ìíîï"), ("n", "ñ"), ("o", "òóôõöø"),
    ("u", "ùúûü"), ("y", "ýÿ"), ("s", "šş"), ("z", "žźż"), ("ss", "ß"),
  ]

  private static let table: [Character: String] = {
    var table: [Character: String] = [:]
    for (plain, marked) in pairs { for letter in marked { table[letter] = plain } }
    return table
  }()

  static func plain(_ letter: Character) -> String { table[letter] ?? String(letter) }
}
