internal import Model

/// Names and addresses as they stand on an envelope.
///
/// - Source: `haal-centraal-brp`.
enum DutchAddress {
  /// Street, number, letter and addition, such as `Kadehof 12 A`, `Kadehof 35-2` or `Kadehof 35 III`.
  static func line(_ table: some PersonColumns, _ row: Int) -> String {
    func text(_ cell: TextCell) -> String { table.arena[cell].string }
    return line(
      street: text(table.street[row]), number: table.houseNumber[row],
      letter: text(table.houseLetter[row]), addition: text(table.houseAddition[row]))
  }

  /// The same of the address that the register has of a person.
  static func line(_ linked: Linked, _ row: Int) -> String {
    func text(_ cell: TextCell) -> String { linked.arena[cell].string }
    return line(
      street: text(linked.street[row]), number: linked.houseNumber[row],
      letter: text(linked.houseLetter[row]), addition: text(linked.houseAddition[row]))
  }

  private static func line(
    street: String, number: Int32, letter: String, addition: String
  ) -> String {
    var line = street
    guard number > 0 else { return line }
    if !line.isEmpty { line += " " }
    line += String(number)
    if !letter.isEmpty { line += " " + letter }
    guard let first = addition.utf8.first else { return line }
    if (0x30...0x39).contains(first) { return line + "-" + addition }
    return line + (letter.isEmpty ? " " : "") + addition
  }

  /// A postcode with a space, such as `3111 AB`; empty when there is none.
  static func postcode(_ postcode: Postcode) -> String {
    guard !postcode.isAbsent else { return "" }
    let arena = ByteArena(capacity: 64)
    arena.append(decimal: postcode.digits)
    arena.append(UInt8(ascii: " "))
    arena.append(postcode.letters.0)
    arena.append(postcode.letters.1)
    return arena.bytes.string
  }

  /// Initials, prefix and surname or surnames, such as `J. de Vries-Jansen`.
  static func name(_ normalised: Normalised, _ row: Int) -> String {
    name(
      normalised, row,
      partnerPrefix: normalised.arena[normalised.partnerPrefix[row]].string)
  }

  /// The same of a table that has no prefix of the other surname.
  static func name(
    _ table: some PersonColumns, _ row: Int, partnerPrefix: String = ""
  ) -> String {
    [
      table.arena[table.initials[row]].string,
      surname(table, row, partnerPrefix: partnerPrefix),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Prefix and surname or surnames, such as `de Vries-Jansen`.
  static func surname(_ normalised: Normalised, _ row: Int) -> String {
    surname(
      normalised, row, partnerPrefix: normalised.arena[normalised.partnerPrefix[row]].string)
  }

  private static func surname(
    _ table: some PersonColumns, _ row: Int, partnerPrefix: String
  ) -> String {
    func text(_ cell: TextCell) -> String { table.arena[cell].string }
    /// `de Vries`, but `d'Ancona`.
    func whole(_ prefix: String, _ surname: String) -> String {
      prefix.hasSuffix("'") || prefix.isEmpty || surname.isEmpty
        ? prefix + surname : prefix + " " + surname
    }
    let own = whole(text(table.prefix[row]), text(table.surname[row]))
    let other = whole(partnerPrefix, text(table.partnerSurname[row]))
    return own.isEmpty || other.isEmpty ? own + other : own + "-" + other
  }
}
