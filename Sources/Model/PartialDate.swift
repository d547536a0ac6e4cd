/// A birth date as far as it is known: a year, a year and month, or a whole day.
///
/// Registers hold `1980-00-00` for people whose month and day of birth are unknown.
///
/// - Source: `haal-centraal-brp`.
public struct PartialDate: Hashable, Sendable {
  /// `yyyymmdd` as one number, with zeros for what is unknown.
  ///
  /// Zero means absent.
  public let packed: UInt32

  /// The absent date.
  @inlinable public static var absent: PartialDate { PartialDate(packed: 0) }

  @inlinable
  init(packed: UInt32) { self.packed = packed }

  /// Creates a date from what is known, or `nil` if there is no such date.
  ///
  /// - Parameters:
  ///   - year: 1...9999.
  ///   - month: 1...12, or 0 when unknown.
  ///   - day: 1...31, or 0 when unknown; must be 0 when the month is.
  @inlinable
  public init?(year: Int, month: Int = 0, day: Int = 0) {
    guard (1...9999).contains(year), (0...12).contains(month), day >= 0 else { return nil }
    guard month > 0 || day == 0 else { return nil }
    guard day == 0 || day <= CalendarDate.length(ofMonth: month, year: year) else { return nil }
    packed = UInt32(year * 10_000 + month * 100 + day)
  }

  /// Reads `yyyy`, `yyyy-MM` or `yyyy-MM-dd`, the form of the stage files.
  @inlinable
  public init?(iso bytes: ByteView) {
    var month = 0
    var day = 0
    if bytes.count >= 7 {
      guard bytes[4] == UInt8(ascii: "-"), let read = bytes[5..<7].unsignedDecimal, read > 0
      else { return nil }
      month = read
    }
    if bytes.count == 10 {
      guard bytes[7] == UInt8(ascii: "-"), let read = bytes[8..<10].unsignedDecimal, read > 0
      else { return nil }
      day = read
    }
    guard bytes.count == 4 || bytes.count == 7 || bytes.count == 10,
      let year = bytes[0..<4].unsignedDecimal
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Whether nothing is known.
  @inlinable
  public var isAbsent: Bool { packed == 0 }

  /// The year, or 0.
  @inlinable
  public var year: Int { Int(packed / 10_000) }

  /// The month, or 0 when unknown.
  @inlinable
  public var month: Int { Int(packed / 100 % 100) }

  /// The day, or 0 when unknown.
  @inlinable
  public var day: Int { Int(packed % 100) }

  /// Whether year, month and day are all known.
  @inlinable
  public var isComplete: Bool { day != 0 }

  /// Whether two dates can be of one birth: equal in all that both know, which is at least a year.
  @inlinable
  public func agrees(with other: PartialDate) -> Bool {
    guard !isAbsent, !other.isAbsent, year == other.year else { return false }
    if month != 0 && other.month != 0 && month != other.month { return false }
    return day == 0 || other.day == 0 || day == other.day
  }
}

extension ByteArena {
  /// Appends what is known of a date: `yyyy`, `yyyy-MM` or `yyyy-MM-dd`; nothing when absent.
  @inlinable
  public func append(_ date: PartialDate) {
    guard !date.isAbsent else { return }
    append(decimal: date.year, width: 4)
    guard date.month != 0 else { return }
    append(dashed: date.month)
    guard date.day != 0 else { return }
    append(dashed: date.day)
  }
}
