import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite struct LegalFormTests {
  /// Names as they stand in one column with initials and all.
  @Test(arguments: [
    // Forms at the end.
    ("Bakkerij Korenmaat B.V.", true), ("Bakkerij Korenmaat BV", true),
    ("Bakkerij Korenmaat b.v.", true), ("Bakkerij Korenmaat Bv", true),
    ("BAKKERIJ KORENMAAT B.V", true), ("Bakkerij Korenmaat B. V.", true),
    ("J. Jansen B.V.", true), ("Jansen BV", true), ("Van Dijk en Zonen B.V.", true),
    ("Havenbedrijf N.V.", true), ("Kwelgras Beheer N.V.", true), ("Duinrel Holding NV", true),
    ("Kwelgras GmbH", true), ("Kwelgras Trading Ltd", true), ("Kwelgras Trading Ltd.", true),
    ("Kwelgras Inc.", false), ("Kwelgras Trading Inc.", true), ("Kwelgras Inc", true),
    ("Mistral Import Export S.A.", true), ("Mistral Import SA", true), ("Peillood BVBA", true),
    ("Korenmaat B.V. (in liquidatie)", false), ("Bakkerij Korenmaat B.V. (Schiedam)", true),
    // Forms in front.
    ("Stichting De Brug", true), ("STICHTING DE BRUG", true), ("De Stichting Kwelgras", true),
    ("Stichting Het Gezin", true), ("Stichting Erven van Dijk", true),
    ("Vereniging Oud-Vlaar", true), ("Coöperatie Zon U.A.", true), ("COÖPERATIE ZON", true),
    ("Cooperatieve Vereniging Zon", true), ("Coöperatieve Rabokas U.A.", true),
    ("VvE Kadehof 1-20", true), ("V.v.E. Kadehof 1-20", true), ("vve kadehof", true),
    ("Kerkgenootschap De Oase", true), ("Woningstichting Zilt", true), ("Gemeente Schiedam", true),
    ("de gemeente Vlaardingen", true), ("Waterschap Delfzicht", true),
    ("Onderlinge Waarborg Zeewind", true), ("Huurdersvereniging Kadehof", true),
    ("Hervormde Gemeente Maassluis", true), ("Gereformeerde Kerk Zuid", true),
    ("Parochie Sint Jan", true),
    // Initials that look like a form.
    ("Jansen, B.V.", false), ("Jansen, N.V. van", false), ("B.V. Jansen", false),
    ("Jansen B.V.", false), ("Jansen N.V.", false), ("Dhr. N.V. van Dijk", false),
    ("Mevr. Jansen B.V.", false), ("Dhr. J. Jansen BV", false), ("N.V.", false), ("BV", false),
    ("Bv", false), ("Jansen S.A.", false), ("Jansen SA", false), ("Jansen U.A.", false),
    ("BV de Brug", false), ("BV De Brug", false), ("Jansen B. V.", false),
    ("Jansen, J. B.V.", false),
    // Surnames that look like a form.
    ("Stichter", false), ("van der Stichtinge", false), ("J. Stichting", false),
    ("Stichting", false), ("De Stichting", false), ("Stichting, J.", false), ("Verenigde", false),
    ("A. Vereniging", false), ("de Gemeente", false), ("Gemeente, P.", false),
    ("P. van Gemeente", false), ("J. Kerk", false), ("Parochie", false), ("St. Jansteen", false),
    ("St. Nicolaas Beheer", false), ("Onderlinge", false),
    // Natural persons in business, and names that can be read both ways.
    ("Eenmanszaak Jansen", false), ("Bakkerij Korenmaat V.O.F.", false),
    ("V.O.F. Korenmaat", false),
    ("Korenmaat C.V.", false), ("Maatschap Duinker en Zeegers", false), ("Firma Jansen", false),
    ("J. Jansen h/o Kapsalon Zeeëgel", false), ("J. Jansen h/o Kapsalon B.V.", false),
    ("J. Jansen t.h.o.d.n. De Brug", false), ("J. Jansen inz. Jansen BV", false),
    ("J. Jansen inzake Stichting De Brug", false), ("Stichting De Brug inz. J. Jansen", false),
    ("Stichting De Brug t.a.v. J. Jansen", false), ("Bakkerij Korenmaat B.V. i.o.", false),
    ("Erven Jansen B.V.", false), ("Klusbedrijf Jansen", false), ("Jansen", false), ("", false),
    ("   ", false), (",", false), ("((", false), ("Jansen (Stichting De Brug)", false),
  ])
  func isLegalName(name: String, expected: Bool) {
    let arena = ByteArena()
    let cell = arena.store(name)
    #expect(LegalForm.isLegalName(arena[cell]) == expected)
  }

  /// A surname column holds no initials, so that `B.V.` in it is a form.
  @Test(arguments: [
    ("Korenmaat B.V.", true), ("Jansen N.V.", true), ("B.V.", false), ("Jansen, B.V.", false),
    ("Bv", false), ("van der Stichting", false), ("Stichting De Brug", true), ("Inc", false),
  ])
  func isLegalSurname(name: String, expected: Bool) {
    let arena = ByteArena()
    let cell = arena.store(name)
    #expect(LegalForm.isLegalName(arena[cell], mayHoldInitials: false) == expected)
  }

  /// The quick look that passes over most names changes no answer.
  @Test func theQuickLookAgreesWithALookAtEveryWord() {
    var random = SeededGenerator(seed: 7)
    let words = [
      "Stichting", "stichting,", "De", "het", "Jansen", "van", "BV", "B.V.", "b.v.,", "B.", "V.",
      "v",
      "N.V.", "S.A.", "(BV)", "(De", "Brug)", "Hervormde", "Gemeente", "gemeente,", "h/o", "VvE",
      "Coöperatie", "\"BV\"", "i.o.", "Ltd.", "Dhr.", "Kerk", " ", "\t", "", ",", "É.", "B.V.B.A.",
    ]
    let arena = ByteArena()
    var legal = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...5, using: &random)
      let name = (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
      arena.removeAll()
      let view = arena[arena.store(name)]
      let initials = Bool.random(using: &random)
      let expected = LegalForm.isLegal(view, mayHoldInitials: initials)
      #expect(LegalForm.isLegalName(view, mayHoldInitials: initials) == expected, "\(name)")
      if expected { legal += 1 }
    }
    #expect(legal > 1_000)
  }

  /// What stands beside the name can tell that a person is meant; a number of the chamber cannot tell
  /// that none is.
  @Test func columnsBesideTheNameCount() {
    var table = ReceiveFixture.delivery([.init(surname: "Korenmaat B.V.")]).signals
    #expect(LegalForm.isLegalPerson(row: 0, in: table))
    table.initials[0] = table.arena.store("-")
    #expect(LegalForm.isLegalPerson(row: 0, in: table))
    table.initials[0] = table.arena.store("J.")
    #expect(!LegalForm.isLegalPerson(row: 0, in: table))
    table.initials[0] = .empty
    table.givenNames[0] = table.arena.store("Jan")
    #expect(!LegalForm.isLegalPerson(row: 0, in: table))
    var trader = ReceiveFixture.delivery([.init(surname: "Korenmaat")]).signals
    trader.kvk[0] = trader.arena.store("90012345")
    #expect(!LegalForm.isLegalPerson(row: 0, in: trader))
  }
}
