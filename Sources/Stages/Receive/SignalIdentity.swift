internal import Model

/// What makes two rows the same signal: the partner, its reference, the kind, the day it was sent, the
/// amount, and the person and address in the partner's own words.
///
/// Copies of a row share an id; a row about somebody else never does, even under a reference that a
/// partner used twice. The function is keyed, so that an id cannot be computed by who has no key.
enum SignalIdentity {
  /// The id of one row.
  ///
  /// - Complexity: O(bytes of the row).
  static func id(
    of row: Int, in source: Received, key: SipHash, scratch: ByteArena
  ) -> SignalID {
    scratch.removeAll()
    let arena = source.arena
    scratch.append(arena[source.partner[row]])
    scratch.append(0x1F)
    scratch.append(arena[source.partnerReference[row]])
    scratch.append(0x1F)
    scratch.append(string: source.kind[row].rawValue)
    scratch.append(0x1F)
    scratch.append(source.signalledOn[row])
    scratch.append(decimal: Int(source.amountCents[row]))
    scratch.append(0x1F)
    scratch.append(source.birthDate[row])
    for cell in [
      source.name[row], source.initials[row], source.givenNames[row], source.prefix[row],
      source.surname[row], source.partnerPrefix[row], source.partnerSurname[row],
      source.addressLine[row], source.street[row], source.houseNumber[row],
      source.houseLetter[row], source.houseAddition[row], source.postcode[row],
    ] {
      scratch.append(0x1F)
      appendFolded(arena[cell], to: scratch)
    }
    let (high, low) = key.hash(scratch.bytes)
    return SignalID(high: high, low: low)
  }

  /// Upper and lower case and spaces make no difference.
  private static func appendFolded(_ text: ByteView, to scratch: ByteArena) {
    for index in 0..<text.count {
      let byte = text[index]
      if byte == UInt8(ascii: " ") { continue }
      let isUpper = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      scratch.append(isUpper ? byte + 32 : byte)
    }
  }
}
