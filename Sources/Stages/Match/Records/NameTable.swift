import Model

/// What most comparisons of two names need to know of each: one piece of memory.
struct NameOutline {
  var letters = LetterSet()
  /// A hash of how the name sounds; 0 of none.
  var sound: UInt32 = 0
  /// The first three letters, and how many there are: 255 stands for more too.
  private var beginning: UInt32 = 0

  /// The outline of no name.
  init() {}

  /// - Parameter text: Plain small letters.
  init(_ text: ByteView) {
    letters = LetterSet(text)
    sound = SpellingSound.hash(text)
    for index in 0..<min(3, text.count) { beginning |= UInt32(text[index]) << UInt32(index * 8) }
    beginning |= UInt32(min(255, text.count)) << 24
  }

  /// The number of letters; 255 of longer ones.
  @inline(__always)
  var count: Int { Int(beginning >> 24) }

  /// Whether two names begin with the same letter.
  @inline(__always)
  func hasInitial(of other: NameOutline) -> Bool { (beginning ^ other.beginning) & 0xFF == 0 }

  /// Whether two names have their first three letters in common.
  @inline(__always)
  func begins(like other: NameOutline) -> Bool {
    (beginning ^ other.beginning) & 0xFF_FFFF == 0 && min(count, other.count) >= 3
  }

  /// A bound: no fewer letters differ between the two.
  @inline(__always)
  func leastDistance(to other: NameOutline) -> Int {
    max(letters.leastDistance(to: other.letters), abs(count - other.count))
  }

  /// Whether one name can stand in the other, letter for letter.
  @inline(__always)
  func canBePart(_ other: NameOutline) -> Bool {
    letters.isWithin(other.letters) || other.letters.isWithin(letters)
  }
}

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
  private var outlines: [NameOutline] = [NameOutline()]

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
    outlines.append(NameOutline(arena[cell]))
  }

  /// The folded text of a name.
  @inline(__always)
  func text(_ name: UInt32) -> ByteView { arena[texts[Int(name)]] }

  /// A hash of how a name sounds; 0 of none.
  @inline(__always)
  func sound(_ name: UInt32) -> UInt32 { outlines[Int(name)].sound }

  /// What can be told of a name at a glance.
  @inline(__always)
  func outline(_ name: UInt32) -> NameOutline { outlines[Int(name)] }

  /// Hands out what tells what two records have in common, while a function runs.
  func withAgreeingFields(_ body: (AgreeingFields) -> Void) {
    ReadRows.of(outlines) { body(AgreeingFields(names: $0)) }
  }

  /// How many letters differ between two names, up to a limit; any larger number above it.
  @inline(__always)
  func distance(_ left: UInt32, _ right: UInt32, limit: Int) -> Int {
    if outlines[Int(left)].leastDistance(to: outlines[Int(right)]) > limit { return limit + 1 }
    return EditDistance.between(text(left), text(right), limit: limit)
  }
}
