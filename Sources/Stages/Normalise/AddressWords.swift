import Model

/// What a word can mean in an address.
struct AddressWord: OptionSet, Sendable {
  let rawValue: UInt16

  /// Before a house number: `nr`.
  static let number = AddressWord(rawValue: 1 << 0)
  /// There is no house number: `ong`.
  static let unnumbered = AddressWord(rawValue: 1 << 1)
  /// A post-office box.
  static let postBox = AddressWord(rawValue: 1 << 2)
  /// Opposite a number: a houseboat.
  static let opposite = AddressWord(rawValue: 1 << 3)
  /// Up to a number.
  static let upTo = AddressWord(rawValue: 1 << 4)
  /// A month as a spreadsheet writes it.
  static let month = AddressWord(rawValue: 1 << 5)
  /// Small inside a name of a street or place.
  static let small = AddressWord(rawValue: 1 << 6)
  /// Ends an ordinal: `1e`, `2de`.
  static let ordinal = AddressWord(rawValue: 1 << 7)
  /// Beside a number: `by`, as registers say it.
  static let beside = AddressWord(rawValue: 1 << 8)
  /// Joins two numbers: `en`.
  static let and = AddressWord(rawValue: 1 << 9)

  /// The words of Dutch addresses.
  ///
  /// - Source: `domain-address-spelling`.
  static let table = WordTable<AddressWord>([
    (.number, "nr no nummer huisnr huisnummer"),
    (.unnumbered, "ong ongenummerd zn"),
    (.postBox, "postbus antwoord"),
    (.opposite, "to tegenover"),
    (.upTo, "tm"),
    (.beside, "by bij"),
    (.and, "en of"),
    (.month, "jan feb mrt mar apr mei may jun jul aug sep sept okt oct nov dec"),
    (.small, "aan bij de den der en het in op te ten ter van 't voor"),
    (.ordinal, "e de ste"),
  ])

  /// The meaning of a text whose letters alone count: `t/o` is `to`, `z.n.` is `zn`.
  static func meaning(_ text: ByteView, in table: WordTable<AddressWord>) -> AddressWord {
    guard text.count <= 16 else { return [] }
    var code = WordCode()
    for index in 0..<text.count {
      switch text[index] {
      case UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: ":"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): code.append(text[index] | 0x20)
      default: code.append(text[index])
      }
    }
    return table[code]
  }
}
