/// Phone numbers as a Dutch reader writes them.
///
/// - Source: `nummerplan`.
enum DutchPhone {
  /// Areas of three digits; all others have four.
  private static let shortAreas: Set<String> = [
    "010", "013", "014", "015", "020", "023", "024", "026", "030", "033", "035", "036", "038",
    "040",
    "043", "045", "046", "050", "053", "055", "058", "070", "071", "072", "073", "074", "075",
    "076",
    "077", "078", "079", "085", "088",
  ]

  /// Returns the national form of a number, such as `06 12345678` for `+31612345678`.
  ///
  /// A number of another country begins with `00`. No form begins with a plus, which a spreadsheet
  /// would take for a formula.
  static func national(_ number: String) -> String {
    guard number.hasPrefix("+") else { return number }
    guard number.hasPrefix("+31") else { return "00" + number.dropFirst() }
    let digits = "0" + number.dropFirst(3)
    guard digits.count == 10 else { return digits }
    let area = digits.hasPrefix("06") ? 2 : shortAreas.contains(String(digits.prefix(3))) ? 3 : 4
    return digits.prefix(area) + " " + digits.dropFirst(area)
  }
}
