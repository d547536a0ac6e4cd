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
    appendFolded(arena[source.name[row]], to: scratch)
    appendFolded(arena[source.initials[row]], to: scratch)
    appendFolded(arena[source.givenNames[row]], to: scratch)
    appendFolded(arena[source.prefix[row]], to: scratch)
    appendFolded(arena[source.surname[row]], to: scratch)
    appendFolded(arena[source.partnerPrefix[row]], to: scratch)
    appendFolded(arena[source.partnerSurname[row]], to: scratch)
    appendFolded(arena[source.addressLine[row]], to: scratch)
    appendFolded(arena[source.street[row]], to: scratch)
    appendFolded(arena[source.houseNumber[row]], to: scratch)
    appendFolded(arena[source.houseLetter[row]], to: scratch)
    appendFolded(arena[source.houseAddition[row]], to: scratch)
    appendFolded(arena[source.postcode[row]], to: scratch)
    let (high, low) = key.hash(scratch.bytes)
    return SignalID(high: high, low: low)
  }

  /// Appends a text after a separator; upper and lower case and spaces make no difference.
  @inline(__always)
  private static func appendFolded(_ text: ByteView, to scratch: ByteArena) {
    scratch.fill(room: text.count + 1) { output in
      output[0] = 0x1F
      var length = 1
      for index in 0..<text.count {
        let byte = text[index]
        let isUpper = byte &- UInt8(ascii: "A") < 26
        output[length] = isUpper ? byte | 0x20 : byte
        length += byte == UInt8(ascii: " ") ? 0 : 1
      }
      return length
    }
  }
}
