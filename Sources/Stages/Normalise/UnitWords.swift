/// What a word can mean in the addition to a house number.
struct UnitWord: OptionSet, Sendable {
  let rawValue: UInt16

  /// The home on the ground floor: `hs`, `huis`, `bg`.
  static let ground = UnitWord(rawValue: 1 << 0)
  /// Goes on with a ground floor: `grond`, as in `begane grond`.
  static let groundRest = UnitWord(rawValue: 1 << 1)
  /// Makes an ordinal or a floor of the number before it: `e`, `hoog`.
  static let ordinal = UnitWord(rawValue: 1 << 2)
  /// A floor, whose number stands before or behind it.
  static let floor = UnitWord(rawValue: 1 << 3)
  /// A small Roman number.
  static let roman = UnitWord(rawValue: 1 << 4)
  /// `bis`, cut short.
  static let bis = UnitWord(rawValue: 1 << 5)
  /// Red, upstairs in Haarlem.
  static let red = UnitWord(rawValue: 1 << 6)
  /// Black, downstairs in Haarlem.
  static let black = UnitWord(rawValue: 1 << 7)
  /// Opposite a number.
  static let opposite = UnitWord(rawValue: 1 << 8)
  /// Beside a number.
  static let beside = UnitWord(rawValue: 1 << 9)
  /// A room, whose number stands behind it.
  static let room = UnitWord(rawValue: 1 << 10)
  /// A flat.
  static let flat = UnitWord(rawValue: 1 << 11)

  /// The words of Dutch additions, of which each home has one way at most.
  ///
  /// - Source: `domain-address-spelling`.
  static let table = WordTable<UnitWord>([
    (.ground, "hs huis bg beg begane parterre"),
    (.groundRest, "gr grond"),
    (.ordinal, "e de ste hg hoog"),
    (.floor, "et etage verd verdieping"),
    (.roman, "i ii iii iv"),
    (.bis, "bs"),
    (.red, "rood"),
    (.black, "zwart"),
    (.opposite, "tegenover"),
    (.beside, "bij"),
    (.room, "kamer kmr"),
    (.flat, "appartement apt appt"),
  ])
}
