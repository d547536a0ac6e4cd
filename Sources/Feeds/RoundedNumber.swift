internal import Model

/// Notices a long number that a spreadsheet rounded to its fifteen digits.
///
/// - Source: `domain-amount-spelling`.
enum RoundedNumber {
  /// The digits from which on three zeros at the end are the spreadsheet's: those of an EAN.
  private static let fewestDigits = 18

  /// Whether a text is one: `8,71685E+17`, `871685400000000000`.
  ///
  /// - Complexity: O(*n*).
  static func stands(in text: ByteView) -> Bool {
    guard text.count > 4, text[0] &- UInt8(ascii: "0") < 10 else { return false }
    var index = 0
    while index < text.count, text[index] &- UInt8(ascii: "0") < 10 { index += 1 }
    guard index == text.count else { return AmountDecoder.isScientific(text) }
    guard index >= fewestDigits else { return false }
    return text[15..<index].isZeros
  }
}

extension ByteView {
  /// Whether all bytes are the digit zero.
  fileprivate var isZeros: Bool {
    for index in 0..<count where self[index] != UInt8(ascii: "0") { return false }
    return true
  }
}
