internal import Model

/// The rows that can be on one claim: those of this run, and behind them those of earlier runs that
/// may be on a claim of this run.
///
/// A signal of an earlier run that another one stood for is not among them, nor one that a correction
/// replaced before anybody acted on it.
struct ClaimRows {
  /// How many rows are of this run.
  let own: Int
  /// The rows of history behind them.
  private(set) var earlier: [Int] = []

  /// What the partner calls the claim; see ``ClaimHash``.
  private(set) var claim: [UInt64] = []
  private(set) var hasReference: [Bool] = []
  /// Hashes of the folded surnames; 0 stands for none.
  private(set) var surname: [UInt64] = []
  private(set) var partnerSurname: [UInt64] = []
  /// Half of the address key; 0 stands for none.
  private(set) var address: [UInt64] = []
  /// Absent too where the date is one that systems fill in when they know none.
  private(set) var birthDate: [PartialDate] = []
  /// Plain letters without points.
  private(set) var initials: [TextCell] = []
  let names = ByteArena()

  private let surnameHash = SipHash(key: (0, 1))
  private let scratch = ByteArena(capacity: 256)

  var count: Int { claim.count }

  /// Collects the rows.
  ///
  /// - Complexity: O(*n*) in the rows of this run and of history, with room only for those of history
  ///   that are looked at.
  init(_ received: Received, _ normalised: Normalised, _ history: History) {
    own = received.count
    reserve(own)
    let hash = ClaimHash()
    let (arena, reference) = (received.arena, received.partnerReference)
    for row in 0..<own {
      let reference = arena[reference[row]].trimmed
      claim.append(hash.of(arena[received.partner[row]], received.kind[row], reference))
      hasReference.append(!reference.isEmpty)
    }
    appendPersons(0..<own, of: normalised)
    if history.count > 0 { appendEarlier(history, hash) }
  }

  /// Whether nothing says of whom a row is.
  func isBare(_ row: Int) -> Bool {
    surname[row] == 0 && partnerSurname[row] == 0 && address[row] == 0
  }

  func hasSurname(_ row: Int) -> Bool { surname[row] != 0 || partnerSurname[row] != 0 }

  /// Whether a row says enough to be found at another address: a surname, an initial and a whole birth
  /// date.
  func canMove(_ row: Int) -> Bool {
    birthDate[row].isComplete && hasSurname(row) && !initials[row].isEmpty
  }

  private mutating func reserve(_ count: Int) {
    claim.reserveCapacity(count)
    hasReference.reserveCapacity(count)
    surname.reserveCapacity(count)
    partnerSurname.reserveCapacity(count)
    address.reserveCapacity(count)
    birthDate.reserveCapacity(count)
    initials.reserveCapacity(count)
  }

  private mutating func appendPersons(_ rows: some Sequence<Int>, of table: some PersonColumns) {
    let arena = table.arena
    let (own, other) = (table.surname, table.partnerSurname)
    let (keys, dates, quality) = (table.addressKey, table.birthDate, table.quality)
    let letters = table.initials
    for row in rows {
      surname.append(mark(arena[own[row]]))
      partnerSurname.append(mark(arena[other[row]]))
      address.append(keys[row].high)
      birthDate.append(quality[row].contains(.datePlaceholder) ? .absent : dates[row])
      initials.append(names.store(folded: arena[letters[row]]))
    }
  }

  private func mark(_ name: ByteView) -> UInt64 {
    scratch.removeAll()
    scratch.append(folded: name)
    return scratch.count == 0 ? 0 : surnameHash.hash(scratch.bytes).0
  }

  private mutating func appendEarlier(_ history: History, _ hash: ClaimHash) {
    let wanted = SortedHashes(ownKeys())
    let (arena, partner, reference) = (history.arena, history.partner, history.partnerReference)
    for row in 0..<history.count
    where history.counts(row) && (!history.replaced[row] || history.pickedUp[row]) {
      let reference = arena[reference[row]].trimmed
      let key = hash.of(arena[partner[row]], history.kind[row], reference)
      let isWanted =
        reference.isEmpty
        ? Self.keys(of: row, history, claim: key).contains { wanted.contains($0) }
        : wanted.contains(key)
      guard isWanted else { continue }
      earlier.append(row)
      claim.append(key)
      hasReference.append(!reference.isEmpty)
    }
    appendPersons(earlier, of: history)
  }

  /// The claims of this run; where there is no reference, by address and by birth date.
  private func ownKeys() -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(own)
    for row in 0..<own {
      guard !hasReference[row] else {
        keys.append(claim[row])
        continue
      }
      if address[row] != 0 { keys.append(ClaimHash.of(claim[row], address: address[row])) }
      if canMove(row) { keys.append(ClaimHash.of(claim[row], birthDate: birthDate[row])) }
    }
    return keys
  }

  /// The same of a row of history without a reference.
  private static func keys(of row: Int, _ history: History, claim: UInt64) -> [UInt64] {
    var keys: [UInt64] = []
    let address = history.addressKey[row].high
    if address != 0 { keys.append(ClaimHash.of(claim, address: address)) }
    let date = history.birthDate[row]
    if date.isComplete, !history.quality[row].contains(.datePlaceholder),
      !history.initials[row].isEmpty,
      !history.surname[row].isEmpty || !history.partnerSurname[row].isEmpty
    {
      keys.append(ClaimHash.of(claim, birthDate: date))
    }
    return keys
  }
}
