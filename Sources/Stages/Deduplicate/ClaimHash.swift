internal import Model

/// What a partner calls a claim: the partner, its reference, and the threat if it is one.
///
/// A threat (eviction, end of supply, end of cover) is a claim of its own.
enum ClaimHash {
  private static let function = SipHash(key: (0, 0))

  /// Begins with the partner and the threat.
  static func begin(_ partner: ByteView, _ kind: SignalKind, in scratch: ByteArena) {
    scratch.removeAll()
    scratch.append(partner)
    scratch.append(0x1F)
    if kind.isThreat { scratch.append(string: kind.rawValue) }
    scratch.append(0x1F)
  }

  /// The hash of what was begun and completed.
  static func of(_ scratch: ByteArena) -> UInt64 { function.hash(scratch.bytes).0 }
}
