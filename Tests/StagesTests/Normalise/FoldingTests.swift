import Foundation
import Model
import Testing

@testable import Stages

@Suite("The table of plain letters")
struct FoldingTests {
  @Test(arguments: [
    ("Müller", "muller"), ("Đorđević", "dordevic"), ("Łukasz", "lukasz"), ("Straße", "strasse"),
    ("Yıldız", "yildiz"), ("Øster-Æbel", "osteraebel"), ("IJssel", "ijssel"), ("Ĳssel", "ijssel"),
    ("Þór", "thor"), ("O'Brien", "obrien"), ("van 't Hof", "vanthof"), ("K\u{65}\u{301}s", "kes"),
    ("ŒUVRE", "oeuvre"), ("12 A", "12a"), ("", ""), ("张伟", "张伟"),
  ])
  func `Letters fold`(text: String, expected: String) {
    let source = ByteArena()
    let cell = source.store(text)
    let arena = ByteArena()
    arena.append(folded: source[cell])
    #expect(arena.bytes.string == expected)
  }

  /// Unicode knows the same letters; the table must agree wherever it decomposes one.
  @Test
  func `The table agrees with Unicode`() {
    let beyond = (UInt32(0x180)...0x24F).filter { Folding.plain($0).0 != 0 }
    let vietnamese = Array(UInt32(0x1EA0)...0x1EF9)
    #expect(beyond.count == 26)
    for scalar in Array(UInt32(0xC0)...0x17F) + beyond + vietnamese {
      guard let unicode = Unicode.Scalar(scalar) else { continue }
      let parts = String(unicode).decomposedStringWithCanonicalMapping.unicodeScalars
      if let first = parts.first, parts.count > 1, first.isASCII {
        #expect(Folding.plain(scalar).0 == UInt8(first.value | 0x20))
      }
      let capitals = unicode.properties.uppercaseMapping.unicodeScalars
      if capitals.count == 1, let capital = capitals.first, scalar > 0x17F || capital.value < 0x180
      {
        #expect(Folding.capital(scalar) == capital.value)
      }
      let smalls = unicode.properties.lowercaseMapping.unicodeScalars
      if smalls.count == 1, let small = smalls.first {
        #expect(Folding.small(scalar) == small.value)
      }
    }
  }
}
