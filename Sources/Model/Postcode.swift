/// A Dutch postcode: four digits, of which the first is not 0, and two letters.
///
/// - Source: `bag-api`, `haal-centraal-brp`.
public struct Postcode: Hashable, Comparable, Sendable {
  /// Digits times 676 plus letters.
  ///
  /// Zero means absent.
  public let packed: UInt32

  /// The absent postcode.
  @inlinable public static var absent: Postcode { Postcode(packed: 0) }

  @inlinable
  init(packed: UInt32) { self.packed = packed }

  /// Creates a postcode from its digits (1000...9999) and two upper-case ASCII letters.
  ///
  /// - Returns: `nil` outside those bounds. SA, SD and SS are not issued, but read: a partner's typing
  ///   error in the letters does not move a household to another municipality.
  @inlinable
  public init?(digits: Int, _ first: UInt8, _ second: UInt8) {
    guard (1000...9999).contains(digits), first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z"),
      second >= UInt8(ascii: "A"), second <= UInt8(ascii: "Z")
    else { return nil }
    let letters = Int(first - UInt8(ascii: "A")) * 26 + Int(second - UInt8(ascii: "A"))
    packed = UInt32(digits * 676 + letters)
  }

  /// Whether there is none.
  @inlinable
  public var isAbsent: Bool { packed == 0 }

  /// The four digits, 1000...9999.
  @inlinable
  public var digits: Int { Int(packed / 676) }

  /// The two letters in upper case.
  @inlinable
  public var letters: (UInt8, UInt8) {
    let rest = Int(packed % 676)
    return (UInt8(ascii: "A") + UInt8(rest / 26), UInt8(ascii: "A") + UInt8(rest % 26))
  }

  @inlinable
  public static func < (left: Postcode, right: Postcode) -> Bool { left.packed < right.packed }

  /// Finds a postcode in a text, such as `3111 ab`, `NL-3111AB` or `3111AB  Schiedam`.
  ///
  /// Letters may be in lower case and be parted from the digits by spaces, points or hyphens. The
  /// letter O among the digits reads as 0 and the digit 0 among the letters as O.
  ///
  /// - Returns: The postcode and the range of bytes it stands in, or `nil` when there is none.
  /// - Complexity: O(*n*) in the length of the text.
  /// - Source: `domain-postcode-spelling`.
  public static func find(in text: ByteView) -> (postcode: Postcode, range: Range<Int>)? {
    var from = 0
    while from + 6 <= text.count {
      if from == 0 || !isWord(text[from - 1]), let found = read(text, at: from) { return found }
      from += 1
    }
    return nil
  }

  private static func read(_ text: ByteView, at from: Int) -> (Postcode, Range<Int>)? {
    var digits = 0
    var realDigits = 0
    for index in from..<from + 4 {
      guard let digit = digit(text[index]) else { return nil }
      if text[index] >= UInt8(ascii: "0") && text[index] <= UInt8(ascii: "9") { realDigits += 1 }
      digits = digits * 10 + digit
    }
    guard realDigits >= 3 else { return nil }
    guard let index = afterSeparators(text, from: from + 4), index + 2 <= text.count,
      let first = letter(text[index]),
      let second = letter(text[index + 1]),
      index + 2 == text.count || !isWord(text[index + 2]),
      let postcode = Postcode(digits: digits, first, second)
    else { return nil }
    return (postcode, from..<index + 2)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "O"), UInt8(ascii: "o"): 0
    default: nil
    }
  }

  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
    case UInt8(ascii: "0"): UInt8(ascii: "O")
    default: nil
    }
  }

  /// Passes over at most four points, hyphens and runs of blanks: how many blanks means nothing.
  private static func afterSeparators(_ text: ByteView, from: Int) -> Int? {
    var index = from
    var separators = 0
    var afterBlank = false
    while index < text.count {
      let byte = text[index]
      let isBlank = byte <= 0x20 || byte == 0xC2 || byte == 0xA0
      guard isBlank || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") else { break }
      if !(isBlank && afterBlank) { separators += 1 }
      afterBlank = isBlank
      index += 1
    }
    return separators <= 4 ? index : nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

extension ByteArena {
  /// Appends a postcode as `1234AB`; nothing when absent.
  @inlinable
  public func append(_ postcode: Postcode) {
    guard !postcode.isAbsent else { return }
    append(decimal: postcode.digits)
    append(postcode.letters.0)
    append(postcode.letters.1)
  }
}
