internal import Model

/// Since when claims are known that were reported in earlier runs and not acted on yet.
///
/// The legal term of such a claim began when it was first received, and no later report of it starts
/// the term again.
///
/// - Source: `wgs/4.1`, `wgs/4.2`.
struct OpenClaims {
  private let hash: SipHash
  private let message = ByteArena(capacity: 256)
  /// First receipt by claim.
  private var received: [ClaimKey: CalendarDate] = [:]
  /// First receipt of a threat by claim.
  private var threatened: [ClaimKey: CalendarDate] = [:]

  /// Collects the claims.
  ///
  /// - Parameters:
  ///   - history: What earlier runs knew.
  ///   - hash: The municipality's keyed function for signals.
  /// - Complexity: O(*n*) in the size of the history.
  init(_ history: History, hash: SipHash) {
    self.hash = hash
    for row in 0..<history.count where history.counts(row) && !history.pickedUp[row] {
      let key = key(
        partner: history.arena[history.partner[row]],
        reference: history.arena[history.partnerReference[row]], person: history.personID[row])
      let day = history.receivedAt[row]
      received[key] = min(received[key] ?? day, day)
      if history.kind[row].isThreat { threatened[key] = min(threatened[key] ?? day, day) }
    }
  }

  /// Whether there is no such claim.
  var isEmpty: Bool { received.isEmpty }

  /// The days the claim and a threat on it were first received.
  ///
  /// - Parameters:
  ///   - partner: The partner's id.
  ///   - reference: The partner's reference, or empty.
  ///   - person: Stands for the claim when there is no reference.
  /// - Returns: The first days, or `nil` where the history has none.
  func first(
    partner: ByteView, reference: ByteView, person: PersonID
  ) -> (received: CalendarDate?, threatened: CalendarDate?) {
    let key = key(partner: partner, reference: reference, person: person)
    return (received[key], threatened[key])
  }

  private func key(partner: ByteView, reference: ByteView, person: PersonID) -> ClaimKey {
    message.removeAll()
    message.append(partner)
    message.append(UInt8(0))
    if reference.isEmpty {
      message.append(person)
    } else {
      message.append(UInt8(1))
      message.append(reference)
    }
    let (high, low) = hash.hash(message.bytes)
    return ClaimKey(high: high, low: low)
  }
}

/// A digest of what makes a claim one and the same: partner and reference, or partner and person.
private struct ClaimKey: Hashable {
  let high: UInt64
  let low: UInt64
}
