/// Small pieces of Dutch for the texts that a social worker reads.
public enum DutchText {
  /// Words as a list: `huur, energie en water`.
  public static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " en " + last
  }

  /// A number as a word up to twelve, and in digits above.
  public static func number(_ value: Int) -> String {
    let words = [
      "nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
      "twaalf",
    ]
    return words.indices.contains(value) ? words[value] : String(value)
  }

  /// The name of a month from 1 to 12; its number outside those.
  public static func month(_ month: Int) -> String {
    let names = [
      "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
      "oktober", "november", "december",
    ]
    return names.indices.contains(month - 1) ? names[month - 1] : String(month)
  }
}

extension PartnerType {
  /// What the arrears are for, in words that stand in a Dutch sentence.
  public var dutch: String {
    switch self {
    case .energy: "energie"
    case .rent: "huur"
    case .mortgage: "hypotheek"
    case .cakHealth: "zorgverzekering (CAK)"
    case .health: "zorgverzekering"
    case .water: "water"
    case .studentFinance: "studieschuld (DUO)"
    case .taxOffice: "belasting"
    case .cakContribution: "eigen bijdrage (CAK)"
    case .other: "overig"
    case .benefitsOffice: "toeslagen"
    }
  }
}

extension SignalKind {
  /// What is reported, in words for a Dutch reader.
  public var dutch: String {
    switch self {
    case .earlySignal: "Achterstand"
    case .update: "Achterstand, bijgewerkt"
    case .endOfSupply: "Afsluiting dreigt"
    case .eviction: "Ontruiming dreigt"
    case .endOfCover: "Einde zorgverzekering dreigt"
    case .lateSignal: "Late melding"
    }
  }
}

extension PriorityClass {
  /// The class with a word for how urgent it is, such as `C0 spoed`.
  public var dutch: String {
    switch self {
    case .c0: "C0 spoed"
    case .c1: "C1 hoog"
    case .c2: "C2 verhoogd"
    case .c3: "C3 gewoon"
    case .c4: "C4 licht"
    }
  }
}

extension MatchGrade {
  /// How sure the match is, in words for a Dutch reader.
  public var dutch: String {
    switch self {
    case .certain: "Zeker"
    case .probable: "Waarschijnlijk"
    case .addressOnly: "Alleen het adres klopt"
    case .doubtful: "Twijfel, eerst controleren"
    }
  }
}

extension CalendarDate {
  /// The day as in a letter, such as `9 november 2026`.
  public var dutchWords: String {
    let (year, month, day) = civil
    return "\(day) \(DutchText.month(month)) \(year)"
  }
}

extension PartialDate {
  /// What is known, as a Dutch reader writes it: `31-05-1980`, `05-1980`, `1980` or nothing.
  public var dutch: String {
    guard !isAbsent else { return "" }
    let arena = ByteArena(capacity: 64)
    if day != 0 {
      arena.append(decimal: day, width: 2)
      arena.append(UInt8(ascii: "-"))
    }
    if month != 0 {
      arena.append(decimal: month, width: 2)
      arena.append(UInt8(ascii: "-"))
    }
    arena.append(decimal: year, width: 4)
    return arena.bytes.string
  }
}
