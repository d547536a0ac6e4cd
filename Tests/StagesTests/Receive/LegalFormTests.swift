import Model
import Testing

@testable import Stages

@Suite struct LegalFormTests {
  @Test(arguments: [
    ("Bakkerij Korenmaat B.V.", true), ("Bakkerij Korenmaat BV", true), ("Havenbedrijf N.V.", true),
    ("Stichting De Brug", true), ("STICHTING DE BRUG", true), ("De Stichting", true),
    ("Vereniging Oud-Vlaar", true), ("Coöperatie Zon U.A.", true), ("VvE Kadehof 1-20", true),
    ("Jansen, B.V.", false), ("Jansen, N.V. van", false), ("B.V. Jansen", false),
    ("Dhr. N.V. van Dijk", false), ("N.V.", false), ("Bakkerij Korenmaat V.O.F.", false),
    ("Eenmanszaak Jansen", false), ("Jansen", false), ("", false), ("van der Stichtinge", false),
  ])
  func isLegalName(name: String, expected: Bool) {
    let arena = ByteArena()
    let cell = arena.store(name)
    #expect(LegalForm.isLegalName(arena[cell]) == expected)
  }
}
