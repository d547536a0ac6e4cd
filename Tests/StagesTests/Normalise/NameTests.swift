import Model
import Testing

@testable import Stages

@Suite("Names in one form")
struct NameTests {
  /// A whole name in one column, and what it is: initials, prefix, surname, partner's prefix, surname.
  static let whole: [(String, String)] = [
    ("Jansen, J. van", "J.|van|Jansen||"),
    ("Jansen, J.P. van der", "J.P.|van der|Jansen||"),
    ("Jansen, J.", "J.||Jansen||"),
    ("Jansen,J.P.", "J.P.||Jansen||"),
    ("Dhr. J. van Jansen", "J.|van|Jansen||"),
    ("Mevr. A. de Vries", "A.|de|Vries||"),
    ("mw A de Vries", "A.|de|Vries||"),
    ("De heer J. Bakker", "J.||Bakker||"),
    ("J. de Heer", "J.|de|Heer||"),
    ("Prof. dr. ir. J. Bakker", "J.||Bakker||"),
    ("J. Bakker jr.", "J.||Bakker||"),
    ("Jansen, dhr. J. van", "J.|van|Jansen||"),
    ("J.P. de Vries-Jansen", "J.P.|de|Vries||Jansen"),
    ("Vries-Jansen, A. de", "A.|de|Vries||Jansen"),
    ("A. Jansen-de Vries", "A.||Jansen|de|Vries"),
    ("A. Jansen e/v de Vries", "A.||Jansen|de|Vries"),
    ("A. de Vries geb. Jansen", "A.|de|Vries||Jansen"),
    ("Jan van den Berg", "J.|van den|Berg||"),
    ("Jan Peter Bakker", "J.P.||Bakker||"),
    ("Jan-Peter Bakker", "J.P.||Bakker||"),
    ("Ben Bakker", "B.||Bakker||"),
    ("Bakker", "||Bakker||"),
    ("van den Berg", "|van den|Berg||"),
    ("VAN DEN BERG", "|van den|Berg||"),
    ("Berg van den", "|van den|Berg||"),
    ("Bakker J.P.", "J.P.||Bakker||"),
    ("Berg J. van den", "J.|van den|Berg||"),
    ("JP Bakker", "J.P.||Bakker||"),
    ("J P Bakker", "J.P.||Bakker||"),
    ("J.P.Bakker", "J.P.||Bakker||"),
    ("j. bakker", "J.||Bakker||"),
    ("Th. Bakker", "Th.||Bakker||"),
    ("J. v.d. Berg", "J.|v.d.|Berg||"),
    ("V.D. Berg", "V.D.||Berg||"),
    ("Bakker, IJ.", "IJ.||Bakker||"),
    ("P. van 't Hof", "P.|van 't|Hof||"),
    ("P. van ’t Hof", "P.|van 't|Hof||"),
    ("P. d'Arnaud", "P.|d'|Arnaud||"),
    ("P. O'BRIEN", "P.||O'Brien||"),
    ("A. El-Khatibi", "A.|el|Khatibi||"),
    ("Ş. Yıldız", "Ş.||Yıldız||"),
    ("J. (Jan) Bakker", "J.||Bakker||"),
  ]

  @Test(arguments: whole)
  func `A name in one column`(delivered: String, expected: String) throws {
    let table = try StageFixture.normalise([DeliveredRow(name: delivered)])
    #expect(table.nameText() == expected)
    #expect(!table.quality[0].contains(.surnameMissing))
  }

  /// A surname with its prefix in one column, beside a column of initials.
  static let surnames: [(String, String)] = [
    ("van den Berg", "J.|van den|Berg||"),
    ("Berg, van den", "J.|van den|Berg||"),
    ("Berg van den", "J.|van den|Berg||"),
    ("VAN DEN BERG", "J.|van den|Berg||"),
    ("Van den Berghe", "J.|van den|Berghe||"),
    ("v.d. Berg", "J.|v.d.|Berg||"),
    ("V.D. BERG", "J.|v.d.|Berg||"),
    ("vd Berg", "J.|v.d.|Berg||"),
    ("v d Berg", "J.|v.d.|Berg||"),
    ("v/d Berg", "J.|v.d.|Berg||"),
    ("v. Dijk", "J.|v.|Dijk||"),
    ("v.d.Berg", "J.|v.d.|Berg||"),
    ("Vandenberg", "J.||Vandenberg||"),
    ("de Vries-Jansen", "J.|de|Vries||Jansen"),
    ("DE VRIES - JANSEN", "J.|de|Vries||Jansen"),
    ("Jansen e/v de Vries", "J.||Jansen|de|Vries"),
    ("Jansen ev de Vries", "J.||Jansen|de|Vries"),
    ("Jansen/de Vries", "J.||Jansen|de|Vries"),
    ("IJSSELSTEIN", "J.||IJsselstein||"),
    ("ijsselstein", "J.||IJsselstein||"),
    ("MÜLLER", "J.||Müller||"),
    ("t Hart", "J.|'t|Hart||"),
    ("in 't Veld", "J.|in 't|Veld||"),
    ("op den Kamp", "J.|op den|Kamp||"),
    ("de Heer", "J.|de|Heer||"),
    ("van Erven", "J.|van|Erven||"),
    ("van Erven Dorens", "J.|van|Erven Dorens||"),
    ("JANSEN VAN GALEN", "J.||Jansen van Galen||"),
    ("Jansen van Galen", "J.||Jansen van Galen||"),
    ("dhr. Bakker", "J.||Bakker||"),
    ("Ortega y Gasset", "J.||Ortega y Gasset||"),
    ("Ng", "J.||Ng||"),
    ("El Amrani", "J.|el|Amrani||"),
    ("Đorđević", "J.||Đorđević||"),
  ]

  @Test(arguments: surnames)
  func `A surname with its prefix`(delivered: String, expected: String) throws {
    let table = try StageFixture.normalise([DeliveredRow(initials: "J.", surname: delivered)])
    #expect(table.nameText() == expected)
  }

  @Test
  func `Five columns`() throws {
    let table = try StageFixture.normalise([
      DeliveredRow(
        initials: "JP", prefix: "VAN DEN", surname: "BERG", partnerPrefix: "de",
        partnerSurname: "VRIES"),
      DeliveredRow(initials: "J.", prefix: "van den", surname: "van den Berg"),
      DeliveredRow(initials: "J.", prefix: "van", surname: "den Berg"),
      DeliveredRow(initials: "J.", surname: "Bakker-Korf", partnerSurname: "Smit"),
      DeliveredRow(initials: "J.", surname: "Vries-Jansen", partnerSurname: "Jansen"),
      DeliveredRow(initials: "J.", partnerPrefix: "de", partnerSurname: "Vries"),
      DeliveredRow(initials: "J.", surname: "Bakker", partnerSurname: "BAKKER"),
      DeliveredRow(initials: "J.", prefix: "v.d.", surname: "Berg"),
    ])
    let expected = [
      "J.P.|van den|Berg|de|Vries", "J.|van den|Berg||", "J.|van den|Berg||",
      "J.||Bakker-Korf||Smit", "J.||Vries||Jansen", "J.|de|Vries||", "J.||Bakker||",
      "J.|v.d.|Berg||",
    ]
    for (row, name) in expected.enumerated() { #expect(table.nameText(row) == name) }
  }

  /// A cell of initials and what it becomes.
  static let initials: [(String, String)] = [
    ("J.P.", "J.P."), ("JP", "J.P."), ("J P", "J.P."), ("J.-P.", "J.P."), ("jp", "J.P."),
    ("j.p.", "J.P."), ("Th.", "Th."), ("Th.P.", "Th.P."), ("Ph.", "Ph."), ("Chr.", "Chr."),
    ("IJ.", "IJ."), ("Jan", "J."), ("Jan Peter", "J.P."), ("IJsbrand", "IJ."), ("ĳsbrand", "IJ."),
    ("Ĳ.B.", "IJ.B."), ("é.", "É."),
    ("J.P. (Jan)", "J.P."), ("Dhr. J.", "J."), ("", ""), ("-", ""),
  ]

  @Test(arguments: initials)
  func `Initials`(delivered: String, expected: String) throws {
    let table = try StageFixture.normalise([
      DeliveredRow(initials: delivered, surname: "Bakker")
    ])
    #expect(table.text(\.initials) == expected)
  }

  @Test
  func `Given names become initials`() throws {
    let table = try StageFixture.normalise([
      DeliveredRow(givenNames: "samara", surname: "wiling"),
      DeliveredRow(givenNames: "JAN PETER", surname: "Bakker"),
      DeliveredRow(initials: "K.", givenNames: "Jan", surname: "Bakker"),
    ])
    #expect(table.nameText(0) == "S.||Wiling||")
    #expect(table.text(\.initials, 1) == "J.P.")
    #expect(table.text(\.initials, 2) == "K.")
  }

  @Test
  func `Families, pairs and heirs`() throws {
    let table = try StageFixture.normalise([
      DeliveredRow(name: "Fam. Bakker"),
      DeliveredRow(name: "J. en P. Bakker"),
      DeliveredRow(name: "J. Bakker en P. de Vries"),
      DeliveredRow(name: "Dhr. en mevr. Bakker"),
      DeliveredRow(name: "Jan en Petra Bakker"),
      DeliveredRow(initials: "J.", surname: "Bakker & de Vries"),
      DeliveredRow(initials: "J.", surname: "Bakker e/o de Vries"),
      DeliveredRow(initials: "J.", surname: "Bakker en/of de Vries"),
      DeliveredRow(name: "Erven J. Bakker"),
      DeliveredRow(name: "De erven van J. Bakker"),
      DeliveredRow(name: "Bakker, erven"),
    ])
    let expected = [
      "||Bakker||", "J.||Bakker||", "J.||Bakker|de|Vries", "||Bakker||", "J.||Bakker||",
      "J.||Bakker|de|Vries", "J.||Bakker|de|Vries", "J.||Bakker|de|Vries", "J.||Bakker||",
      "J.||Bakker||", "||Bakker||",
    ]
    for (row, name) in expected.enumerated() {
      #expect(table.nameText(row) == name, "row \(row)")
      #expect(table.debtorKind[row] == (row < 8 ? .joint : .estate))
      #expect(table.quality[row].contains(row < 8 ? .joint : .estate))
    }
  }

  @Test
  func `Trade names`() throws {
    let table = try StageFixture.normalise([
      DeliveredRow(name: "Bakker V.O.F."),
      DeliveredRow(name: "Eenmanszaak J. Bakker"),
      DeliveredRow(name: "J. Bakker h.o.d.n. De Gouden Kam"),
      DeliveredRow(name: "Bakker h.o.d.n. Kapsalon De Gouden Kam, F. W."),
      DeliveredRow(name: "Kapsalon De Gouden Kam"),
      DeliveredRow(initials: "J.", surname: "Bakker", kvk: "12345678"),
      DeliveredRow(initials: "V.O.", surname: "Bakker"),
      DeliveredRow(initials: "J.", surname: "Bakker", kvk: "00000000"),
    ])
    #expect(table.nameText(0) == "||Bakker||")
    #expect(table.nameText(1) == "J.||Bakker||")
    #expect(table.nameText(2) == "J.||Bakker||")
    #expect(table.nameText(3) == "F.W.||Bakker||")
    #expect(table.text(\.surname, 4) == "Kapsalon De Gouden Kam")
    for row in 0..<6 { #expect(table.debtorKind[row] == .soleTrader) }
    for row in 6..<8 { #expect(table.debtorKind[row] == .person) }
  }

  @Test
  func `What is missing or lost is flagged`() throws {
    let table = try StageFixture.normalise([
      DeliveredRow(initials: "J."), DeliveredRow(initials: "J.", surname: "Yıld?z"),
      DeliveredRow(name: "."),
    ])
    #expect(table.quality[0].contains(.surnameMissing))
    #expect(table.debtorKind[0] == .unknown)
    #expect(table.quality[1].contains(.lossyName))
    #expect(table.quality[2].contains(.surnameMissing))
  }
}
