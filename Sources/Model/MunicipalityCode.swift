/// The four digits that Statistics Netherlands gives a municipality.
///
/// - Source: `cbs-gemeentelijke-indeling`.
public struct MunicipalityCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as a number, 1...9999.
  public let number: UInt16

  /// Reads exactly four digits.
  public init?(_ text: String) {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = UInt16(text), number > 0
    else { return nil }
    self.number = number
  }

  /// Creates a code from a number of 1...9999.
  public init?(number: Int) {
    guard (1...9999).contains(number) else { return nil }
    self.number = UInt16(number)
  }

  public static func < (left: MunicipalityCode, right: MunicipalityCode) -> Bool {
    left.number < right.number
  }

  /// Four digits with leading zeros.
  public var description: String {
    let digits = String(number)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
