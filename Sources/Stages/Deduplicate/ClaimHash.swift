internal import Model

/// What a partner calls a claim: the partner, its reference, and the threat if it is one.
///
/// A threat (eviction, end of supply, end of cover) is a claim of its own. Without a reference the hash
/// is that of all such claims of a partner.
struct ClaimHash {
  private let function = SipHash(key: (0, 0))
  private let scratch = ByteArena(capacity: 256)

  /// The hash of a claim.
  ///
  /// - Parameters:
  ///   - partner: The partner's id.
  ///   - kind: What is reported.
  ///   - reference: The partner's reference without spaces around it, or empty.
  /// - Returns: The same for the reports on one claim.
  func of(_ partner: ByteView, _ kind: SignalKind, _ reference: ByteView) -> UInt64 {
    scratch.removeAll()
    scratch.append(partner)
    scratch.append(0x1F)
    if kind.isThreat { scratch.append(string: kind.rawValue) }
    scratch.append(0x1F)
    scratch.append(reference)
    return function.hash(scratch.bytes).0
  }

  /// The hash of a claim without a reference at an address.
  static func of(_ claim: UInt64, address: UInt64) -> UInt64 {
    var hash = ByteHash(1)
    hash.add(claim)
    hash.add(address)
    return hash.value
  }

  /// The hash of a claim without a reference of people who were born on a day.
  static func of(_ claim: UInt64, birthDate: PartialDate) -> UInt64 {
    var hash = ByteHash(2)
    hash.add(claim)
    hash.add(UInt64(birthDate.packed))
    return hash.value
  }
}
