import Reports
import Testing

/// The text format, as its specification has it.
@Suite struct OpenMetricsTextTests {
  @Test func aFamilyHasItsLinesInOrder() {
    var metrics = OpenMetricsText()
    metrics.add(
      "voorsein_x_seconds", unit: "seconds", help: "How \"long\" \\ it took.",
      [([("a", "1")], "2.5"), ([], "3")])
    metrics.add("voorsein_none", help: "Nothing.", [])
    metrics.add("voorsein_build", .info, help: "What.", [([("version", "a\"b\\c\nd")], "1")])
    #expect(
      metrics.text == #"""
        # TYPE voorsein_x_seconds gauge
        # UNIT voorsein_x_seconds seconds
        # HELP voorsein_x_seconds How \"long\" \\ it took.
        voorsein_x_seconds{a="1"} 2.5
        voorsein_x_seconds 3
        # TYPE voorsein_build info
        # HELP voorsein_build What.
        voorsein_build_info{version="a\"b\\c\nd"} 1
        # EOF

        """#)
  }

  @Test func nothingHasAnEndToo() { #expect(OpenMetricsText().text == "# EOF\n") }
}
