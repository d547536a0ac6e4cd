import Model

/// The surnames of every row in plain letters: of somebody with two, both, in no order.
struct SurnameSets {
  private let arena = ByteArena()
  private(set) var first: [TextCell] = []
  private(set) var second: [TextCell] = []
  /// 0 when there is none.
  private(set) var firstHash: [UInt64] = []
  private(set) var secondHash: [UInt64] = []

  /// Folds the surnames of a table.
  ///
  /// - Complexity: O(*n*) in the bytes of the columns.
  init(_ table: Normalised) {
    let count = table.count
    first.reserveCapacity(count)
    second.reserveCapacity(count)
    firstHash.reserveCapacity(count)
    secondHash.reserveCapacity(count)
    arena.reserve(count * 12)
    for row in 0..<count {
      let own = arena.store(folded: table.arena[table.surname[row]])
      let other = arena.store(folded: table.arena[table.partnerSurname[row]])
      first.append(own)
      second.append(other)
      firstHash.append(hash(own))
      secondHash.append(hash(other))
    }
  }

  private func hash(_ cell: TextCell) -> UInt64 {
    guard !cell.isEmpty else { return 0 }
    var hash = ByteHash()
    hash.add(arena[cell])
    return hash.value | 1
  }

  /// Whether two rows have a surname in common.
  func intersect(_ left: Int, _ right: Int) -> Bool {
    same(first[left], firstHash[left], first[right], firstHash[right])
      || same(first[left], firstHash[left], second[right], secondHash[right])
      || same(second[left], secondHash[left], first[right], firstHash[right])
      || same(second[left], secondHash[left], second[right], secondHash[right])
  }

  @inline(__always)
  private func same(
    _ left: TextCell, _ leftHash: UInt64, _ right: TextCell, _ rightHash: UInt64
  ) -> Bool {
    leftHash == rightHash && leftHash != 0 && arena[left].equals(arena[right])
  }
}
