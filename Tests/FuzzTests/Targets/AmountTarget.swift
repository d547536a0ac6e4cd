import Model

@testable import Feeds

/// An amount is read exactly or not at all.
enum AmountTarget {
  /// What may stand in an amount besides digits, separators and signs: blanks and currencies.
  private static let others = Set(" \t\n\u{B}\u{C}\r\u{A0}\u{202F}€EURreu)=".unicodeScalars)
  private static let forms: [AmountForm] = [.decimalComma, .decimalPoint, .cents]

  static func hold(_ input: ByteView) throws(BrokenPromise) {
    let text = input.trimmed
    for form in forms {
      guard let cents = AmountDecoder.decode(text, as: form) else { continue }
      try holdsOnlyAnAmount(text, cents, form)
      try canBeWritten(cents, form)
    }
    // Any amount that anybody can owe is read back from each way of writing it.
    var number: UInt64 = 0
    for index in 0..<min(input.count, 7) { number = number << 8 | UInt64(input[index]) }
    for form in forms { try canBeWritten(Int64(number % 10_000_000_000_000), form) }
  }

  /// The digits of the text, taken together, are the amount; its signs are the sign.
  ///
  /// A second reading that knows nothing of where signs and separators may stand.
  private static func holdsOnlyAnAmount(
    _ text: ByteView, _ cents: Int64, _ form: AmountForm
  ) throws(BrokenPromise) {
    let decimalSign: Character? = form == .cents ? nil : form == .decimalComma ? "," : "."
    let separator: Character? = form == .cents ? nil : form == .decimalComma ? "." : ","
    var digits: Int64 = 0
    var decimals: Int?
    var minuses = 0
    var before: Character = " "
    // What stands behind an amount says whether the customer owes it.
    var written = text.string
    for (word, minus) in [("cr", 1), ("db", 0), ("d", 0)] where written.lowercased().hasSuffix(word)
    {
      written.removeLast(word.count)
      minuses += minus
      break
    }
    for character in written {
      if let digit = character.wholeNumberValue, character.isASCII {
        digits = digits * 10 + Int64(digit)
        decimals = decimals.map { $0 + 1 }
      } else if character == decimalSign {
        try expect(decimals == nil, "\(text.string) has two decimal signs")
        decimals = 0
      } else if character == "-" {
        // Behind the decimal sign it stands for no cents.
        if before != decimalSign && !(before == "-" && decimals == 0) { minuses += 1 }
      } else if character == "(" {
        minuses += 1
      } else {
        let isUsual = character == separator || character.unicodeScalars.allSatisfy(others.contains)
        try expect(isUsual, "\(text.string) was read as \(cents) cents over \(character)")
      }
      before = character
    }
    let scale: Int64 = form == .cents ? 1 : decimals == 1 ? 10 : decimals == 2 ? 1 : 100
    try expect((decimals ?? 0) <= 2, "\(text.string) has more than two decimals")
    try expect(minuses <= 1, "\(text.string) has \(minuses) signs")
    try expect(
      cents == digits * scale * (minuses == 1 ? -1 : 1),
      "\(text.string) was read as \(cents) cents in the form \(form)")
  }

  /// Written as the form says, with and without separators, the amount is read again.
  private static func canBeWritten(_ cents: Int64, _ form: AmountForm) throws(BrokenPromise) {
    let grouped = Money(cents: cents).dutch
    let plain = grouped.replacing(".", with: "")
    let texts: [String] =
      switch form {
      case .decimalComma: [grouped, plain, "€ " + grouped, plain + " EUR"]
      case .decimalPoint:
        [
          grouped.replacing(".", with: "'").replacing(",", with: ".").replacing("'", with: ","),
          plain.replacing(",", with: "."),
        ]
      case .cents: ["\(cents)", "€\(cents)"]
      }
    for text in texts {
      let arena = ByteArena(capacity: 64)
      let cell = arena.store(text)
      let read = AmountDecoder.decode(arena[cell], as: form)
      try expect(read == cents, "\(cents) cents, written as \(text), was read as \(read ?? 0)")
    }
  }
}
