import Model
import Testing

@Suite struct SensitiveTests {
  @Test func noWayOfPrintingShowsTheValue() {
    let value = Sensitive("Voorbeeldnaam")
    var dumped = ""
    dump(value, to: &dumped)
    let texts = [
      "\(value)", String(describing: value), String(reflecting: value), "\([value])", dumped,
      "\(Optional(value) as Any)",
    ]
    for text in texts {
      #expect(!text.contains("Voorbeeldnaam"))
      #expect(text.contains("‹withheld›") || text == dumped)
    }
    #expect(value.value == "Voorbeeldnaam")
  }

  @Test func comparesByValue() {
    #expect(Sensitive(1) == Sensitive(1))
    #expect(Set([Sensitive("a"), Sensitive("a"), Sensitive("b")]).count == 2)
  }
}
