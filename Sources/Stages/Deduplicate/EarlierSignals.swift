internal import Model

/// The signals of earlier runs by partner and reference.
///
/// Signals without a reference are not looked for: an address alone would take one person's report for
/// another's.
struct EarlierSignals {
  private let history: History
  private var rows: [UInt64: [Int]] = [:]
  private let scratch = ByteArena(capacity: 256)

  /// Indexes history.
  ///
  /// - Complexity: O(*n*) in the rows of history.
  init(_ history: History) {
    self.history = history
    let arena = history.arena
    for row in 0..<history.count
    where history.counts(row) && (!history.replaced[row] || history.pickedUp[row]) {
      let reference = arena[history.partnerReference[row]].trimmed
      if reference.isEmpty { continue }
      let key = key(arena[history.partner[row]], reference, history.kind[row])
      rows[key, default: []].append(row)
    }
  }

  /// The latest earlier signal on the same claim within the window.
  ///
  /// Where a reference was used for several people, the address must be the same.
  ///
  /// - Returns: A row of history, or `nil`.
  func latest(
    before row: Int, _ received: Received, _ normalised: Normalised, _ windowMonths: Int
  ) -> Int? {
    guard !rows.isEmpty else { return nil }
    let reference = received.arena[received.partnerReference[row]].trimmed
    if reference.isEmpty { return nil }
    let partner = received.arena[received.partner[row]]
    let key = key(partner, reference, received.kind[row])
    let claims = (rows[key] ?? []).filter {
      history.arena[history.partner[$0]].equals(partner)
        && history.arena[history.partnerReference[$0]].trimmed.equals(reference)
    }
    let severalPeople = claims.contains { history.personID[$0] != history.personID[claims[0]] }
    let sent = received.signalledOn[row]
    return claims.filter { claim in
      let before = history.signalledOn[claim]
      if severalPeople && history.addressKey[claim] != normalised.addressKey[row] { return false }
      return before <= sent && sent <= before.adding(months: windowMonths)
    }.max { left, right in
      let (first, second) = (history.signalledOn[left], history.signalledOn[right])
      return first != second ? first < second : history.signalID[left] < history.signalID[right]
    }
  }

  private func key(_ partner: ByteView, _ reference: ByteView, _ kind: SignalKind) -> UInt64 {
    ClaimHash.begin(partner, kind, in: scratch)
    scratch.append(reference)
    return ClaimHash.of(scratch)
  }
}
