/// A 128-bit keyed pseudonym, written as 32 hexadecimal digits.
///
/// `Subject` keeps the kinds apart: an id of a person is not an id of a household.
public struct Identifier<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The upper and lower 64 bits.
  ///
  /// Both zero means absent.
  public let high: UInt64
  /// The lower 64 bits.
  public let low: UInt64

  /// Creates an id from its two halves.
  @inlinable
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The absent id.
  @inlinable
  public static var absent: Self { Self(high: 0, low: 0) }

  /// Whether there is none.
  @inlinable
  public var isAbsent: Bool { high == 0 && low == 0 }

  /// Reads 32 hexadecimal digits in lower case.
  @inlinable
  public init?(hexadecimal bytes: ByteView) {
    guard bytes.count == 32, let high = Self.half(bytes[0..<16]),
      let low = Self.half(bytes[16..<32])
    else { return nil }
    self.init(high: high, low: low)
  }

  /// Reads 32 hexadecimal digits in lower case.
  public init?(_ text: String) {
    let arena = ByteArena(capacity: 64)
    let cell = arena.store(text)
    self.init(hexadecimal: arena[cell])
  }

  @inlinable
  static func half(_ bytes: ByteView) -> UInt64? {
    var value: UInt64 = 0
    for index in 0..<16 {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = value << 4 | UInt64(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"):
        value = value << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    return value
  }

  @inlinable
  public static func < (left: Self, right: Self) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }

  /// 32 hexadecimal digits.
  public var description: String {
    let arena = ByteArena(capacity: 64)
    arena.append(self)
    return arena.bytes.string
  }
}

extension ByteArena {
  /// Appends an id as 32 hexadecimal digits; nothing when absent.
  @inlinable
  public func append<Subject>(_ id: Identifier<Subject>) {
    guard !id.isAbsent else { return }
    append(hexadecimal: id.high)
    append(hexadecimal: id.low)
  }

  /// Appends 16 hexadecimal digits.
  @inlinable
  public func append(hexadecimal half: UInt64) {
    for shift in stride(from: 60, through: 0, by: -4) {
      let nibble = UInt8(truncatingIfNeeded: half >> UInt64(shift)) & 0xF
      append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
    }
  }
}

/// What a ``SignalID`` identifies.
public enum SignalSubject: Sendable {}
/// What a ``PersonID`` identifies.
public enum PersonSubject: Sendable {}
/// What a ``HouseholdID`` identifies.
public enum HouseholdSubject: Sendable {}
/// What an ``AddressKey`` identifies.
public enum AddressSubject: Sendable {}
/// What a ``RegisterRowID`` identifies.
public enum RegisterRowSubject: Sendable {}

/// The pseudonym of one row of the register, made of everything in it but the citizen service number.
public typealias RegisterRowID = Identifier<RegisterRowSubject>
/// The pseudonym of one report by one partner.
public typealias SignalID = Identifier<SignalSubject>
/// The pseudonym of one resident as we know them, inside one municipality.
public typealias PersonID = Identifier<PersonSubject>
/// The pseudonym of the people at one address we contact as one.
public typealias HouseholdID = Identifier<HouseholdSubject>
/// The pseudonym of one address, inside one municipality.
public typealias AddressKey = Identifier<AddressSubject>

/// The name of a feed: its folder under `pipelines/feeds`.
public struct FeedID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Lower-case letters, digits and hyphens.
  public let name: String

  /// Creates a feed id from its folder name.
  public init(_ name: String) { self.name = name }

  public static func < (left: FeedID, right: FeedID) -> Bool { left.name < right.name }
  public var description: String { name }
}
