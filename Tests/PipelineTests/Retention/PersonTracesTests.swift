import Model
import Testing

@testable import Pipeline

/// Which rows that nobody could read are of a person, and which reasons tell who it is.
@Suite struct PersonTracesTests {
  private let traces: PersonTraces = {
    var traces = PersonTraces()
    traces.add([
      "partner_ref": "H-0042", "delivered_surname": "Müllersma", "surname": "Müllersma",
      "postcode": "3111AB", "delivered_postcode": "3111 AB", "birth_date": "1984-03-12",
      "delivered_phone": "06-70 001122", "email": "iemand@example.org", "city": "Schiedam",
    ])
    return traces
  }()

  @Test(arguments: [
    ("H-0042;J.;Anders;9999 ZZ", true, true), ("h-0042,x", true, true),
    ("x;J.;Müllersma;;3111 AB;y", true, false), ("x|MULLERSMA|3111ab", true, false),
    ("x;Mullersma;12-03-1984", true, false), ("x;Müllersma;19840312", true, false),
    ("x;Müllersma;3112 CD", false, false), ("x;Anders;3111 AB", false, false),
    ("H-00421;Anders", false, false), ("", false, false),
  ])
  func aRowIsOfThePersonByReferenceOrByTwoValues(
    _ content: String, _ isOf: Bool, _ isSure: Bool
  ) {
    let arena = ByteArena()
    let cell = arena.store(content)
    let found = traces.finds(arena[cell])
    #expect(found.isOf == isOf)
    #expect(found.isSure == isSure)
  }

  @Test func anOlderEncodingIsReadToo() {
    let arena = ByteArena()
    // ü in Windows-1252
    for byte in Array("x;M".utf8) + [0xFC] + Array("llersma;3111 AB".utf8) { arena.append(byte) }
    #expect(traces.finds(arena.bytes).isOf)
  }

  @Test(arguments: [
    ("verzoek van mevrouw Mullersma", true), ("zaak h0042", true), ("3111 ab", true),
    ("bel 0670001122", true), ("iemand@example.org vroeg het", true), ("geboren 12-03-1984", true),
    ("verzoek 12 van de inwoner", false), ("brief van 1 maart, Schiedam", false),
  ])
  func aReasonMayNotTellAValue(_ reason: String, _ tells: Bool) {
    #expect(traces.areTold(by: reason) == tells)
  }

  @Test func aShortNameIsAWordOfItsOwn() {
    var short = PersonTraces()
    short.add(["surname": "Es", "postcode": "3111AB"])
    #expect(!short.areTold(by: "verzoek, les en adres"))
    #expect(short.areTold(by: "verzoek van Es"))
  }
}
