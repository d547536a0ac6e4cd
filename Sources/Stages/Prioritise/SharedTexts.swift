internal import Model

/// Keeps one copy of texts that many lines share, in the arena of the lines.
struct SharedTexts {
  private let hash = SipHash(key: (0, 0))
  private var known: [UInt64: TextCell] = [:]

  /// Returns the cell of the text that was appended to an arena since it had a certain count, and
  /// takes the text away again when the arena holds it already.
  mutating func share(from start: Int, in arena: ByteArena) -> TextCell {
    let cell = arena.cell(from: start)
    guard !cell.isEmpty else { return cell }
    let digest = hash.hash(arena[cell]).0
    if let earlier = known[digest] {
      guard arena[earlier].equals(arena[cell]) else { return cell }
      arena.truncate(to: start)
      return earlier
    }
    known[digest] = cell
    return cell
  }

  /// Stores a text once.
  mutating func share(_ text: String, in arena: ByteArena) -> TextCell {
    let start = arena.count
    arena.append(string: text)
    return share(from: start, in: arena)
  }
}
