import Model

/// Chinese surnames that one character gives in several alphabets: `Zhang` by the sound of Mandarin is
/// `Cheung` by that of Cantonese, and both stand in passports.
///
/// No likeness of letters brings them together, so that without this their bearers are missed more often
/// than others. Each spelling stands in one group.
///
/// - Source: `domain-name-spelling`.
enum RomanisedSurname {
  private static let groups: [[StaticString]] = [
    ["cai", "choi", "tsai"], ["chen", "chan", "tan"], ["guo", "kwok", "kuo"], ["he", "ho"],
    ["li", "lee", "lei"], ["liang", "leung"], ["lin", "lam", "lim"], ["liu", "lau"],
    ["luo", "lo", "law"], ["tang", "tong"], ["wang", "wong", "huang", "hwang"],
    ["wu", "ng", "goh"], ["xie", "tse", "hsieh"], ["xu", "hsu", "hui"], ["yang", "yeung"],
    ["ye", "yip", "yeh"], ["zeng", "tsang"], ["zhang", "cheung", "chang"],
    ["zhao", "chiu", "chao"],
    ["zheng", "cheng"], ["zhou", "chow", "chou"], ["zhu", "chu"],
  ]

  private static let codes: [UInt64: UInt32] = {
    var codes: [UInt64: UInt32] = [:]
    for (index, spellings) in groups.enumerated() {
      for spelling in spellings {
        let word = spelling.withUTF8Buffer { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        codes[word] = UInt32(index + 1) << 1
      }
    }
    return codes
  }()

  /// Looks a surname up.
  ///
  /// - Parameter text: Plain small letters.
  /// - Returns: The code of its group, an even number; 0 if it is in none.
  /// - Complexity: O(1).
  static func code(_ text: ByteView) -> UInt32 {
    guard text.count >= 2, text.count <= 6 else { return 0 }
    var word: UInt64 = 0
    for index in 0..<text.count { word = word << 8 | UInt64(text[index]) }
    return codes[word] ?? 0
  }

  /// Whether two sounds are of one group of spellings.
  static func isOne(_ left: UInt32, _ right: UInt32) -> Bool { left == right && left & 1 == 0 }
}
