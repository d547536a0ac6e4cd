import Model
import TestSupport
import Testing

@testable import Stages

@Suite("Values as numbers")
struct ValueNumbersTests {
  @Test(arguments: UInt64(1)...20)
  func `A value has one number, counted from 1`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var numbers = ValueNumbers()
    var expected: [UInt64: UInt32] = [:]
    for _ in 0..<3000 {
      // Many that want one place, and some that are spread.
      let hash =
        Bool.random(using: &random) ? UInt64.random(in: 1...900, using: &random) : random.next() | 1
      let number = expected[hash] ?? UInt32(expected.count + 1)
      expected[hash] = number
      #expect(numbers.number(of: hash) == number, "seed \(seed)")
    }
    #expect(numbers.count == expected.count + 1)
  }

  @Test(arguments: UInt64(1)...10)
  func `No text differs in fewer letters than its letters say`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let arena = ByteArena()
    let texts = (0..<60).map { _ in
      let length = Int.random(in: 0...12, using: &random)
      return arena.store(
        String((0..<length).map { _ in "abcden19é".randomElement(using: &random) ?? "a" }))
    }
    for left in texts {
      for right in texts {
        let least = LetterSet(arena[left]).leastDistance(to: LetterSet(arena[right]))
        #expect(
          least <= EditDistance.between(arena[left], arena[right], limit: 64), "seed \(seed)")
      }
    }
  }

  @Test func `Spellings that fold to one text are one name`() {
    let arena = ByteArena()
    func view(_ text: String) -> ByteView { arena[arena.store(text)] }
    arena.reserve(1000)
    var names = NameTable()
    let one = names.number(of: view("Müller"))
    #expect(names.number(of: view("MULLER")) == one)
    #expect(names.number(of: view("Muller-")) == one)
    #expect(names.number(of: view("Mulder")) != one)
    #expect(names.number(of: view("el"), and: view("Amrani")) == names.number(of: view("Elamrani")))
    #expect(names.number(of: view("-")) == 0)
    #expect(names.text(one).string == "muller")
    #expect(names.sound(one) == SpellingSound.hash(view("muller")))
  }
}
