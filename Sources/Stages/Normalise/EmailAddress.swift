import Model

extension ByteArena {
  /// Stores the first usable e-mail address of a text, its domain in small letters.
  ///
  /// - Parameters:
  ///   - text: What the partner sent, maybe with `mailto:`, angle brackets or two addresses.
  ///   - junk: The local parts that are nobody's: `noreply`, `geen`.
  /// - Returns: The address; empty when there is none.
  /// - Complexity: O(*n*) in the length of the text.
  /// - Source: `domain-email-spelling`.
  func store(email text: ByteView, _ junk: WordTable<EmailWord>) -> TextCell {
    var at = 0
    while at < text.count {
      while at < text.count, Self.isEmailGap(text[at]) { at += 1 }
      var from = at
      while at < text.count, !Self.isEmailGap(text[at]) { at += 1 }
      guard at > from else { break }
      // Quotation marks around it, and the point of a sentence.
      var end = at
      while end > from, text[end - 1] == UInt8(ascii: "'") || text[end - 1] == UInt8(ascii: ".") {
        end -= 1
      }
      while from < end, text[from] == UInt8(ascii: "'") { from += 1 }
      let cell = store(emailWord: text[from..<end], junk)
      if !cell.isEmpty { return cell }
    }
    return .empty
  }

  private func store(emailWord text: ByteView, _ junk: WordTable<EmailWord>) -> TextCell {
    var sign: Int?
    var lastPoint: Int?
    for index in 0..<text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "@") {
        guard sign == nil else { return .empty }
        sign = index
      } else if byte == UInt8(ascii: ".") {
        if index == 0 || text[index - 1] == byte || text[index - 1] == UInt8(ascii: "@") {
          return .empty
        }
        lastPoint = index
      }
    }
    guard let sign, sign > 0, text[sign - 1] != UInt8(ascii: "."), let lastPoint,
      lastPoint > sign, text.count - lastPoint > 2
    else { return .empty }
    var code = WordCode()
    for index in 0..<sign where isLetter(text[index]) || isDigit(text[index]) {
      code.append(isDigit(text[index]) ? text[index] : text[index] | 0x20)
    }
    guard junk[code].isEmpty, !junk[Self.firstLabel(text, after: sign)].contains(.junkDomain)
    else { return .empty }
    let from = count
    append(text[0..<sign])
    for index in sign..<text.count {
      let byte = text[index]
      append((byte &- UInt8(ascii: "A")) < 26 ? byte | 0x20 : byte)
    }
    return cell(from: from)
  }

  /// The letters of a domain up to its first point.
  private static func firstLabel(_ text: ByteView, after sign: Int) -> WordCode {
    var code = WordCode()
    var at = sign + 1
    while text[at] != UInt8(ascii: ".") {
      if text[at] != UInt8(ascii: "-") {
        code.append(isDigit(text[at]) ? text[at] : text[at] | 0x20)
      }
      at += 1
    }
    return code
  }

  private static func isEmailGap(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ":"), UInt8(ascii: "\""),
      UInt8(ascii: "/"):
      true
    default: false
    }
  }
}

/// What a word before or behind the @ can mean.
struct EmailWord: OptionSet, Sendable {
  let rawValue: UInt16

  /// Nobody reads it.
  static let junk = EmailWord(rawValue: 1)
  /// Nobody reads what is sent to a domain of this name.
  static let junkDomain = EmailWord(rawValue: 2)

  /// The words that stand where there is no address.
  ///
  /// - Source: `domain-email-spelling`.
  static let table = WordTable<EmailWord>([
    (
      .junk, "noreply noreplay donotreply geen geenemail geenmail onbekend nvt nb leeg none unknown"
    ),
    (.junkDomain, "noreply geen geenemail geenmail onbekend nvt unknown"),
  ])
}
