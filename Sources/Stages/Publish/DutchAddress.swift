internal import Model

/// Names and addresses as they stand on an envelope.
///
/// - Source: `haal-centraal-brp`.
enum DutchAddress {
  /// Street, number, letter and addition, such as `Kadehof 12 A`, `Kadehof 35-2` or `Kadehof 35 III`.
  static func line(_ normalised: Normalised, _ row: Int) -> String {
    func text(_ cell: TextCell) -> String { normalised.arena[cell].string }
    var line = text(normalised.street[row])
    let number = normalised.houseNumber[row]
    guard number > 0 else { return line }
    if !line.isEmpty { line += " " }
    line += String(number)
    let letter = text(normalised.houseLetter[row])
    if !letter.isEmpty { line += " " + letter }
    let addition = text(normalised.houseAddition[row])
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
    func text(_ cell: TextCell) -> String { normalised.arena[cell].string }
    func joined(_ parts: [String]) -> String {
      parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
    /// `de Vries`, but `d'Ancona`.
    func whole(_ prefix: String, _ surname: String) -> String {
      prefix.hasSuffix("'") ? prefix + surname : joined([prefix, surname])
    }
    let own = whole(text(normalised.prefix[row]), text(normalised.surname[row]))
    let other = whole(text(normalised.partnerPrefix[row]), text(normalised.partnerSurname[row]))
    let surname = own.isEmpty || other.isEmpty ? own + other : own + "-" + other
    return joined([text(normalised.initials[row]), surname])
  }
}
