import Model

/// Writes letter and addition of an address in the one form that its key is made of: capitals and digits
/// without anything between them, floors as numbers, the ground floor as `H`.
///
/// Two additions have one form only where no building has both: `12-1`, `12-I` and `12 1hoog`. What is more
/// than another way to say the same stays apart: `12` and `12-hs`, `12-2` and `12-02`, `12-1` and `12-1L`.
///
/// - Source: `domain-address-spelling`.
struct UnitWriting {
  private let words: WordTable<UnitWord>
  /// What was written last.
  private var last: UnitWord?
  private var lastIsNumber = false

  init(_ words: WordTable<UnitWord>) { self.words = words }

  /// Appends letter and addition, word by word: runs of letters, and runs of digits.
  ///
  /// - Parameters:
  ///   - letter: The letter.
  ///   - addition: What follows it.
  ///   - arena: Receives the form; must not be the owner of the texts.
  /// - Complexity: O(*n*) in the length of the texts.
  mutating func append(_ letter: ByteView, _ addition: ByteView, to arena: ByteArena) {
    var rest = letter
    while let (word, after) = rest.unit {
      rest = after
      append(word, before: (after.unit ?? addition.unit)?.word, to: arena)
    }
    rest = addition
    while let (word, after) = rest.unit {
      rest = after
      append(word, before: after.unit?.word, to: arena)
    }
  }

  private mutating func append(_ word: ByteView, before next: ByteView?, to arena: ByteArena) {
    if isDigit(word[0]) {
      arena.append(word)
      (last, lastIsNumber) = (nil, true)
      return
    }
    let meaning = meaning(of: word)
    switch meaning {
    case .ground:
      if last != .ground { arena.append(UInt8(ascii: "H")) }
    case .groundRest where last == .ground: return
    case .ordinal where lastIsNumber: return
    case .floor where lastIsNumber || isNumber(next): return
    case .roman where !lastIsNumber && isFloorOrNothing(next):
      let isFour = word.count == 2 && word[1] | 0x20 == UInt8(ascii: "v")
      arena.append(decimal: isFour ? 4 : word.count)
      (last, lastIsNumber) = (nil, true)
      return
    case .bis: arena.append("BIS")
    case .red: arena.append("RD")
    case .black: arena.append("ZW")
    case .opposite: arena.append("TO")
    case .beside: arena.append("BY")
    case .room where isNumber(next): arena.append(UInt8(ascii: "K"))
    case .flat: arena.append("APP")
    default: arena.append(capitals: word)
    }
    (last, lastIsNumber) = (meaning, false)
  }

  private func isNumber(_ next: ByteView?) -> Bool { next.map { isDigit($0[0]) } ?? false }

  private func isFloorOrNothing(_ next: ByteView?) -> Bool {
    next.map { [.ordinal, .floor].contains(meaning(of: $0)) } ?? true
  }

  private func meaning(of word: ByteView) -> UnitWord {
    guard word.count <= 12 else { return [] }
    var code = WordCode()
    for index in 0..<word.count { code.append(word[index] | 0x20) }
    return words[code]
  }
}

extension ByteView {
  /// The first run of letters or of digits, and what follows it; `nil` when there is none.
  fileprivate var unit: (word: ByteView, rest: ByteView)? {
    var low = 0
    while low < count, !isDigit(self[low]), !isLetter(self[low]) { low += 1 }
    guard low < count else { return nil }
    let digits = isDigit(self[low])
    var high = low + 1
    while high < count, digits ? isDigit(self[high]) : isLetter(self[high]) { high += 1 }
    return (self[low..<high], self[high..<count])
  }
}

extension ByteArena {
  /// Appends letters in plain capitals.
  fileprivate func append(capitals word: ByteView) {
    for index in 0..<word.count {
      guard word[index] < 0x80 else { return append(foldedCapitals: word[index..<word.count]) }
      append(word[index] & 0xDF)
    }
  }

  /// Appends letters of which not all are plain; they are rare in an address.
  private func append(foldedCapitals word: ByteView) {
    let folded = ByteArena(capacity: 64)
    folded.append(folded: word)
    for index in 0..<folded.count {
      let byte = folded.bytes[index]
      append(byte &- UInt8(ascii: "a") < 26 ? byte & 0xDF : byte)
    }
  }
}
