/// What kind of text was found, said without the text.
///
/// A value of few different ones, so that a million cells at fault need few words.
public struct FoundKind: Hashable, Sendable, CustomStringConvertible {
  /// Longer texts are said to be longer: how much longer helps nobody.
  static let longest = 100

  private let count: UInt8
  private let digits: Bool
  private let letters: Bool
  private let others: Bool

  /// Looks at a text.
  ///
  /// - Parameter bytes: UTF-8, or a code page of one byte a character.
  /// - Complexity: O(*n*).
  public init(of bytes: some Sequence<UInt8>) {
    var count = 0
    var digits = false
    var letters = false
    var others = false
    for byte in bytes {
      switch byte {
      case 0x30...0x39: digits = true
      case 0x41...0x5A, 0x61...0x7A, 0xC0...0xFF: letters = true
      case 0x80...0xBF: continue
      default: others = true
      }
      if count < FoundKind.longest { count += 1 }
    }
    self.count = UInt8(count)
    self.digits = digits
    self.letters = letters
    self.others = others
  }

  /// For instance `nothing`, `8 digits`, `9 characters with letters and digits`.
  public var description: String {
    switch (letters, digits, others) {
    case (false, false, false): "nothing"
    case (false, true, false): many("digit")
    case (true, false, false): many("letter")
    case (true, true, _): many("character") + " with letters and digits"
    case (true, false, true): many("character") + " with letters"
    case (false, true, true): many("character") + " with digits and signs"
    case (false, false, true): many("character") + " without letters or digits"
    }
  }

  private func many(_ what: String) -> String {
    let number = Int(count) == FoundKind.longest ? "\(count) or more" : "\(count)"
    return count == 1 ? "1 \(what)" : "\(number) \(what)s"
  }
}

/// What kind of text was found, in words.
///
/// - Parameter bytes: The text.
/// - Returns: What ``FoundKind`` says of it.
public func foundKind(of bytes: some Sequence<UInt8>) -> String {
  FoundKind(of: bytes).description
}
