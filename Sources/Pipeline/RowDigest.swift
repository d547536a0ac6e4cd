public import Model

/// 128 bits of the bytes of a row as delivered: SipHash-2-4-128 under a key of zeros.
///
/// The bytes are those of the row's fields, without the quotation marks around them, one after another
/// with the byte 0x1F between two. `docs/receipts.md` says it for partners.
///
/// - Source: `siphash`.
public struct RowDigest: Hashable, Comparable, Sendable {
  public let high: UInt64
  public let low: UInt64

  /// Creates a digest from its halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Reads 32 hexadecimal digits.
  ///
  /// - Returns: `nil` if the text is anything else.
  public init?(hexadecimal text: ByteView) {
    guard text.count == 32 else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    for index in 0..<16 {
      guard let upper = RowDigest.value(text[2 * index]),
        let lower = RowDigest.value(text[2 * index + 1])
      else { return nil }
      let byte = UInt64(upper << 4 | lower) << UInt64(8 * (index & 7))
      if index < 8 { halves.0 |= byte } else { halves.1 |= byte }
    }
    self.init(high: halves.0, low: halves.1)
  }

  /// Appends 32 hexadecimal digits: the sixteen bytes in the order in which SipHash gives them.
  public func append(to out: ByteArena) {
    let digits: StaticString = "0123456789abcdef"
    for place in 0..<16 {
      let half = place < 8 ? high : low
      let byte = Int(truncatingIfNeeded: half >> UInt64(8 * (place & 7)) & 0xFF)
      out.append(digits.utf8Start[byte >> 4])
      out.append(digits.utf8Start[byte & 15])
    }
  }

  public static func < (left: RowDigest, right: RowDigest) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension MunicipalityKeys {
  /// The id of a row that nobody could read, which has none of its own: kept when the row was erased.
  ///
  /// - Parameter digest: Of the row as delivered.
  /// - Returns: An id that cannot be computed without the municipality's key.
  public func unreadable(_ digest: RowDigest) -> SignalID {
    let message = ByteArena(capacity: 64)
    message.append("unreadable row ")
    digest.append(to: message)
    let (high, low) = signal.hash(message.bytes)
    return SignalID(high: high, low: low)
  }
}
