import Diagnostics
import Testing

@Suite struct DiagnosticTextTests {
  @Test func wordsAProblemOfADelivery() {
    let problem = Diagnostic(
      .missingColumn,
      at: Location(feed: "noorderlicht-energie", file: "noorderlicht_2026-10_20261012.csv.gz"),
      ["expected": "\"postcode\"", "suggestion": "; did you mean \"postkode\"?"])
    #expect(
      DiagnosticText.paragraph(problem) == """
        error FEED-012 noorderlicht-energie · noorderlicht_2026-10_20261012.csv.gz
          the delivery has no column "postcode"; did you mean "postkode"?
          help: ask the partner for the agreed layout, or change columns in the feed's definition
        """)
  }

  @Test func wordsAProblemOfADefinitionSoThatAnEditorCanJumpThere() {
    let problem = Diagnostic(
      .unknownKey, at: Location(file: "pipelines/nightly.yml", line: 4, character: 3),
      ["key": "feed", "suggestion": "", "allowed": "feeds, stages"])
    #expect(
      DiagnosticText.paragraph(problem) == """
        error DEF-003 pipelines/nightly.yml:4:3
          the key feed means nothing here
          help: allowed here: feeds, stages
        """)
  }

  @Test func leavesOutWhatIsNotThere() {
    let problem = Diagnostic(.wrongKind, ["expected": "a list", "found": "a text"])
    #expect(
      DiagnosticText.paragraph(problem)
        == "error DEF-005\n  expected a list, found a text\n  help: write a list here")
  }

  @Test func saysWhichFactIsMissingRatherThanHidingIt() {
    let text = DiagnosticText.sentence(Diagnostic(.tooManyRows))
    #expect(text == "the delivery has more than the ‹limit not given› rows that its feed allows")
  }

  @Test(arguments: [
    (Location(), ""),
    (Location(file: "a.csv.gz", row: 3, line: 4), "a.csv.gz · row 3 (line 4)"),
    (Location(file: "a.csv.gz", row: 3), "a.csv.gz · row 3"),
    (Location(file: "a.csv.gz", line: 4), "a.csv.gz · line 4"),
    (Location(file: "a.yml", line: 4, character: 5), "a.yml:4:5"),
    (
      Location(feed: "zorgvast", file: "a", row: 1, line: 2, column: "Soort", municipality: "0606"),
      "0606 · zorgvast · a · row 1 (line 2) · column Soort"
    ),
  ])
  func placesOnOneLine(location: Location, expected: String) {
    #expect(DiagnosticText.place(location) == expected)
  }

  @Test func factNamesAreTheWordsInBraces() {
    #expect(DiagnosticText.factNames(in: "no {stage} reads {file}.") == ["stage", "file"])
    #expect(DiagnosticText.factNames(in: "{found} is not {expected}") == ["found", "expected"])
    #expect(DiagnosticText.factNames(in: "nothing").isEmpty)
  }
}
