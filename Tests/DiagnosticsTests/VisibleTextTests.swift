import Testing

@testable import Diagnostics

/// What a partner chose never changes the form of a message.
@Suite struct VisibleTextTests {
  @Test func aColumnNameForgesNoMessage() {
    let place = Location(feed: "f", file: "a\nerror FEED-999.csv.gz", column: "x\r\n\u{1B}[2Jerror")
    let paragraph = DiagnosticText.paragraph(Diagnostic(.doubledColumn, at: place))
    #expect(paragraph.split(whereSeparator: \.isNewline).count == 3)
    #expect(!paragraph.unicodeScalars.contains("\u{1B}"))
  }

  @Test func aFactForgesNoMessage() {
    let text = DiagnosticText.sentence(
      Diagnostic(.missingColumn, ["expected": "a\u{2028}b", "suggestion": "; \u{202E}c"]))
    #expect(text == "the delivery has no column a\u{FFFD}b; \u{FFFD}c")
  }

  @Test func lettersOfEveryLanguageStay() {
    #expect("Zeeëgeltuin · Łukasz Çelik €".visible == "Zeeëgeltuin · Łukasz Çelik €")
  }

  @Test func aLongColumnNameIsCut() {
    let place = Location(column: String(repeating: "x", count: 20_000))
    #expect(DiagnosticText.place(place).count < 200)
  }
}
