internal import Model

/// What makes two rows the same signal: the partner, its reference, the kind, the day it was sent, the
/// amount, and the person and address in the partner's own words.
///
/// Copies of a row share an id; a row about somebody else never does, even under a reference that a
/// partner used twice. The function is keyed, so that an id cannot be computed by who has no key.
struct SignalIdentity {
  private let message = ByteArena(capacity: 1024)
  private let kinds = SignalKind.allCases.map(\.rawValue)

  /// The id of one row.
  ///
  /// - Complexity: O(bytes of the row).
  mutating func id(of row: Int, in source: Received, key: SipHash) -> SignalID {
    message.removeAll()
    let arena = source.arena
    message.append(arena[source.partner[row]])
    message.append(0x1F)
    message.append(arena[source.partnerReference[row]])
    message.append(0x1F)
    message.append(string: kinds[source.kind[row].position])
    message.append(0x1F)
    message.append(source.signalledOn[row])
    message.append(decimal: Int(source.amountCents[row]))
    message.append(0x1F)
    message.append(source.birthDate[row])
    let words = message.count
    append(arena[source.name[row]])
    append(arena[source.initials[row]])
    append(arena[source.givenNames[row]])
    append(arena[source.prefix[row]])
    append(arena[source.surname[row]])
    append(arena[source.partnerPrefix[row]])
    append(arena[source.partnerSurname[row]])
    append(arena[source.addressLine[row]])
    append(arena[source.street[row]])
    append(arena[source.houseNumber[row]])
    append(arena[source.houseLetter[row]])
    append(arena[source.houseAddition[row]])
    append(arena[source.postcode[row]])
    message.fold(from: words)
    let (high, low) = key.hash(message.bytes)
    return SignalID(high: high, low: low)
  }

  /// Appends a text after a separator.
  @inline(__always)
  private func append(_ text: ByteView) {
    message.append(0x1F)
    message.append(text)
  }
}
