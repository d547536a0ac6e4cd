import Foundation
import Model
import Samples
import Testing
import TestSupport

/// Each delivery reads back by a simple splitter, and says what its partner's layout says.
@Suite struct LayoutTests {
  static let files = [
    "havenstad-wonen_2026-10_20261104.csv.gz", "maasoever-wonen_2026-10_20261105.csv.gz",
    "noorderlicht-energie_2026-10_20261106.csv.gz", "waterdruppel_2026-10_20261104.csv.gz",
    "zorgvast_2026-10_20261105.csv.gz",
  ]

  @Test(arguments: files)
  func everyRowHasTheColumnsOfItsHeader(name: String) throws {
    let sample = try SampleFolder(signals: 6000, seed: 21)
    let layout = Layout(name)
    let rows = try sample.cells(name)
    let malformed = Set(
      try sample.truth().filter { $0.delivery == name && $0.fate == "malformed" }.map(\.row))
    #expect(rows[0].count == layout.columns)
    for (row, cells) in rows.enumerated() where cells.count != layout.columns {
      #expect(malformed.contains(row), "row \(row) has \(cells.count) cells")
    }
    let data = try sample.bytes(name)
    #expect(data.starts(with: [0xEF, 0xBB, 0xBF]) == layout.hasMark)
    #expect(data.contains(0x0D) == (layout.ending == "\r\n"))
  }

  @Test func headersAreAsAgreed() throws {
    let sample = try SampleFolder(signals: 0, seed: 1)
    let expected = [
      """
      Huurdernummer;Voorletters;Tussenvoegsel;Achternaam;Tussenvoegsel partner;Achternaam partner;\
      Geboortedatum;Straat;Huisnummer;Huisletter;Toevoeging;Postcode;Plaats;Telefoon;E-mail;\
      Soort melding;Openstaand bedrag;Achterstand sinds;Maanden achterstand;Datum melding;\
      Datum ontruiming;Bezwaar;Complexnummer
      """,
      """
      Contract,Huurder,Adres,Postcode en plaats,Telefoonnummer,Saldo,Termijnen,Achterstand vanaf,\
      Meldingsdatum,Type,Ontruiming op,Bezwaar tegen melding
      """,
      """
      klantnummer;voorletters;achternaam;kvk;straat;huisnr;toevoeging;postcode;plaats;mobiel;email;\
      bedrag_centen;oudste_factuur;dagen_open;signaaldatum;soort;einddatum_levering;bezwaar
      """,
      """
      KLANT|NAAM|ADRES|POSTCODE|WOONPLAATS|TELEFOON|SALDO|SINDS|VERZONDEN|MELDING|EINDE LEVERING|\
      GEEN TOESTEMMING
      """,
      """
      Relatienummer;Voorletters;Voorvoegsel;Geslachtsnaam;Voorvoegsel echtgenoot;\
      Geslachtsnaam echtgenoot;Geboortedatum;Postcode;Huisnummer;Huisnummertoevoeging;Straatnaam;\
      Woonplaats;Telefoonnummer;Emailadres;Premieachterstand;Aantal maandpremies;Oudste vordering;\
      Signaaldatum;Soort;Weigering
      """,
    ]
    for (name, header) in zip(Self.files, expected) {
      let layout = Layout(name)
      let text = String(decoding: try sample.bytes(name), as: UTF8.self)
      #expect(text == (layout.hasMark ? "\u{FEFF}" : "") + header + layout.ending)
    }
  }

  /// The column of the amount and of the signal's date, with the form both must have.
  @Test(arguments: [
    (files[0], 16, #"-?(\d+|\d{1,3}\.\d{3}),\d\d"#, 19, #"\d\d-\d\d-2026"#),
    (files[1], 5, #"€ -?(\d+|\d{1,3}\.\d{3}),\d\d"#, 8, #"2026-\d\d-\d\d"#),
    (files[2], 11, #"-?\d+"#, 14, #"2026\d{4}"#),
    (files[3], 6, #"-?\d+\.\d\d"#, 8, #"2026-\d\d-\d\d"#),
    (files[4], 14, #"€ -?(\d+|\d{1,3}\.\d{3}),\d\d"#, 17, #"2026\d{4}"#),
  ])
  func amountsAndDatesAreWrittenAsAgreed(
    name: String, amountColumn: Int, amount: String, dateColumn: Int, date: String
  ) throws {
    let sample = try SampleFolder(signals: 6000, seed: 22)
    let fates = try sample.truth().filter { $0.delivery == name }.map(\.fate)
    let rows = try sample.cells(name).dropFirst()
    let (readAmount, readDate) = (try Regex(amount), try Regex(date))
    for (cells, fate) in zip(rows, fates) where fate != "malformed" {
      #expect(cells[amountColumn].wholeMatch(of: readAmount) != nil, "\(cells[amountColumn])")
      #expect(cells[dateColumn].wholeMatch(of: readDate) != nil, "\(cells[dateColumn])")
    }
  }

  @Test func incompleteBirthDatesAreWrittenAsAgreed() throws {
    let sample = try SampleFolder(signals: 6000, seed: 23)
    let landlord = try sample.cells(Self.files[0]).dropFirst().filter { $0.count == 23 }.map {
      $0[6]
    }
    let insurer = try sample.cells(Self.files[4]).dropFirst().filter { $0.count == 20 }.map {
      $0[6]
    }
    #expect(landlord.contains { $0.wholeMatch(of: /00-00-\d{4}/) != nil })
    #expect(landlord.contains("") && landlord.contains("01-01-1900"))
    #expect(insurer.contains { $0.wholeMatch(of: /\d{4}0000/) != nil && $0 != "00000000" })
    #expect(insurer.contains("") && insurer.contains("00000000") && insurer.contains("19000101"))
  }
}
