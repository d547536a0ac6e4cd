import Model

/// The names that occur, each once: its folded text, how it sounds and which letters are in it.
///
/// Texts are folded: plain small letters and digits. A spelling is folded the first time it comes, so that
/// a name of a thousand signals is read a thousand times and folded once.
struct NameTable {
  private let arena = ByteArena()
  private var spellings = ValueNumbers()
  /// The name of each spelling.
  private var nameOfSpelling: [UInt32] = [0]
  private var names = ValueNumbers()
  private var texts: [TextCell] = [.empty]
  private var sounds: [UInt32] = [0]
  private var letters: [LetterSet] = [LetterSet()]

  /// One more than the highest number.
  var count: Int { texts.count }

  /// The number of a name as it was delivered; 0 when nothing of it is left.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  @inline(__always)
  mutating func number(of text: ByteView) -> UInt32 {
    guard !text.isEmpty else { return 0 }
    var hash = ByteHash()
    hash.add(text)
    let spelling = spellings.number(of: hash.value)
    if Int(spelling) == nameOfSpelling.count { learn(text) }
    return nameOfSpelling[Int(spelling)]
  }

  /// The number of a text made of what was delivered in two columns; 0 when nothing of it is left.
  mutating func number(of first: ByteView, and second: ByteView) -> UInt32 {
    var hash = ByteHash(1)
    hash.add(first)
    hash.add(second)
    let spelling = spellings.number(of: hash.value)
    if Int(spelling) == nameOfSpelling.count { learn(first, second) }
    return nameOfSpelling[Int(spelling)]
  }

  @inline(never)
  private mutating func learn(_ texts: ByteView...) {
    let mark = arena.count
    for text in texts { arena.append(folded: text) }
    let cell = arena.cell(from: mark)
    guard !cell.isEmpty else {
      nameOfSpelling.append(0)
      return
    }
    var hash = ByteHash()
    hash.add(arena[cell])
    let name = names.number(of: hash.value)
    nameOfSpelling.append(name)
    if Int(name) < self.texts.count {
      arena.truncate(to: mark)
      return
    }
    self.texts.append(cell)
    sounds.append(SpellingSound.hash(arena[cell]))
    letters.append(LetterSet(arena[cell]))
  }

  /// The folded text of a name.
  @inline(__always)
  func text(_ name: UInt32) -> ByteView { arena[texts[Int(name)]] }

  /// A hash of how a name sounds; 0 of none.
  @inline(__always)
  func sound(_ name: UInt32) -> UInt32 { sounds[Int(name)] }

  /// How many letters differ between two names, up to a limit; any larger number above it.
  @inline(__always)
  func distance(_ left: UInt32, _ right: UInt32, limit: Int) -> Int {
    if letters[Int(left)].leastDistance(to: letters[Int(right)]) > limit { return limit + 1 }
    return EditDistance.between(text(left), text(right), limit: limit)
  }
}
