import Testing

@testable import Pipeline

@Suite struct PrintableNameTests {
  @Test(arguments: [
    ("overzicht 2026.xlsx", "overzicht 2026.xlsx"), ("één.csv", "één.csv"),
    ("a\nerror RUN-016", "a\\x0Aerror RUN-016"), ("a\r\tb", "a\\x0D\\x09b"),
    ("\u{1B}[2Jx", "\\x1B[2Jx"), ("\u{7F}", "\\x7F"), ("\u{9B}31m", "\\xC2\\x9B31m"),
    ("gz.vsc\u{202E}", "gz.vsc\\xE2\\x80\\xAE"), ("a\u{2028}b", "a\\xE2\\x80\\xA8b"),
    ("a\\x0Ab", "a\\x5Cx0Ab"), ("\u{FEFF}a", "\\xEF\\xBB\\xBFa"), ("", ""),
  ])
  func writesOutWhatCannotBePrinted(name: String, expected: String) {
    #expect(PrintableName.of(Array(name.utf8)) == expected)
  }

  @Test func writesOutBytesThatAreNoText() {
    #expect(PrintableName.of([0x61, 0xFF, 0x62]) == "a\\xFFb")
    #expect(PrintableName.of([0xC3]) == "\\xC3")
    #expect(PrintableName.of([0xE2, 0x82]) == "\\xE2\\x82")
    #expect(PrintableName.of([0xC0, 0xAF]) == "\\xC0\\xAF")
    #expect(PrintableName.of([0xED, 0xA0, 0x80]) == "\\xED\\xA0\\x80")
  }

  /// Two names that differ are never printed alike, and nothing that is printed moves a cursor.
  @Test func tellsNamesApart() {
    // Bytes, since a text with accents may equal another that is written otherwise.
    var seen: Set<[UInt8]> = []
    for first in UInt8(1)...255 {
      for second in UInt8(1)...255 {
        let text = PrintableName.of([first, second])
        #expect(seen.insert(Array(text.utf8)).inserted)
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) })
      }
    }
  }
}
