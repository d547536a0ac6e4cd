/// A citizen service number (BSN) that passed the test on eleven.
///
/// It stands in the register's own file and store and nowhere else: it prints as withheld, is compared
/// only with another, and never goes into a hash, an id or a stage file.
///
/// - Source: `wabb/10`, `wgs/8c`, `domain-bsn-test`.
public struct CitizenServiceNumber: Hashable, Sendable {
  private let number: UInt32

  /// Reads nine digits, or eight whose zero in front was lost.
  ///
  /// - Returns: `nil` for anything else, for a number that fails the test on eleven, and for zeros.
  public init?(_ text: ByteView) {
    guard text.count == 8 || text.count == 9, let number = text.unsignedDecimal, number > 0,
      CitizenServiceNumber.passesElevenTest(number)
    else { return nil }
    self.number = UInt32(number)
  }

  /// Whether 9·a + 8·b + … + 2·h − i is a multiple of eleven.
  ///
  /// - Source: `domain-bsn-test`.
  static func passesElevenTest(_ number: Int) -> Bool {
    var sum = -(number % 10)
    var rest = number / 10
    for weight in 2...9 {
      sum += weight * (rest % 10)
      rest /= 10
    }
    return rest == 0 && sum % 11 == 0
  }

  /// The nine digits, for the store alone.
  public var digits: Sensitive<String> {
    let arena = ByteArena(capacity: 64)
    arena.append(decimal: Int(number), width: 9)
    return Sensitive(arena.bytes.string)
  }
}

// Whoever prints a number by mistake prints nothing.
extension CitizenServiceNumber: CustomStringConvertible, CustomReflectable {
  public var description: String { Sensitive<Self>.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
