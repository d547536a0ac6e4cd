import Model
import Testing

@testable import Stages

/// Every way of writing addresses that `domain-address-spelling` names, one line each.
@Suite("Addresses as partners spell them")
struct AddressSpellingTests {
  /// A postcode cell and the postcode and place it holds.
  static let postcodes: [(String, String)] = [
    ("3111AB", "3111AB|"), ("3111 AB", "3111AB|"), ("3111ab", "3111AB|"), ("3111  AB", "3111AB|"),
    ("3111-AB", "3111AB|"), ("NL-3111 AB", "3111AB|"), ("NL 3111AB", "3111AB|"),
    ("3O11 AB", "3011AB|"), ("3111 A0", "3111AO|"), ("3111AB Schiedam", "3111AB|Schiedam"),
    ("3111 AB  SCHIEDAM", "3111AB|Schiedam"), ("3111AB, Schiedam", "3111AB|Schiedam"),
    ("3111", "|"), ("2000 Antwerpen", "|"), ("10115 Berlin", "|"), ("10115", "|"), ("0111AB", "|"),
    ("3111 SS", "3111SS|"),
  ]

  @Test(arguments: postcodes)
  func `A postcode`(delivered: String, expected: String) throws {
    let table = try StageFixture.normalise([DeliveredRow(surname: "B", postcode: delivered)])
    #expect(table.addressText().hasSuffix("||||" + expected))
    #expect(table.quality[0].contains(.postcodeMissing) == table.postcode[0].isAbsent)
  }

  /// What stands in the column of the house number: number, letter and addition, and flags.
  static let numbers: [(String, String, Quality)] = [
    ("12", "12||", []), ("12-A", "12|A|", []), ("12 A", "12|A|", []), ("12a", "12|A|", []),
    ("12 bis", "12||bis", []), ("12bis", "12||bis", []), ("12bs", "12||bs", []),
    ("12-hs", "12||hs", []), ("12 huis", "12||huis", []), ("12hs", "12||hs", []),
    ("12 H", "12|H|", []), ("12 I", "12|I|", []), ("12 II", "12||II", []),
    ("12 III", "12||III", []), ("12 2", "12||2", []), ("12-2", "12||2", []),
    ("12 -2", "12||2", []), ("12 1hoog", "12||1hoog", []), ("12 3hoog", "12||3hoog", []),
    ("12 1 hoog", "12||1 hoog", []), ("12 1e", "12||1e", []), ("12 2e et", "12||2e et", []),
    ("12-02", "12||02", []), ("12 rd", "12||rd", []), ("12rd", "12||rd", []),
    ("12 zw", "12||zw", []), ("12 t/o", "12||t/o", []), ("12to", "12||to", []),
    ("12 by", "12||by", []), ("12 bij", "12||bij", []), ("t/o 12", "12||t/o", []),
    ("by 12", "12||by", []), ("bij 12", "12||by", []), ("tegenover 12", "12||t/o", []),
    ("12 K12", "12|K|12", []), ("12 kamer 3", "12||kamer 3", []), ("12 app 3", "12||app 3", []),
    ("12 app. 3", "12||app. 3", []), ("12 unit B", "12||unit B", []), ("12 A-2", "12|A|2", []),
    ("12 A bis", "12|A|bis", []), ("nr. 12", "12||", []), ("nr.12", "12||", []),
    ("12,", "12||", []), ("012", "12||", []), ("99999", "99999||", []),
    ("12/14", "12||14", .addressAmbiguous), ("12-14", "12||14", .addressAmbiguous),
    ("12+14", "12||14", .addressAmbiguous), ("12 - 14", "12||14", .addressAmbiguous),
    ("12 t/m 14", "12||t/m 14", .addressAmbiguous), ("12 en 14", "12||en 14", .addressAmbiguous),
    ("12 & 14", "12||& 14", .addressAmbiguous), ("12A-14", "12|A|14", .addressAmbiguous),
    ("12A-12C", "12|A|12C", .addressAmbiguous),
    ("12-mrt", "||", [.addressSpreadsheetDate, .addressNumberMissing]),
    ("1-feb", "||", [.addressSpreadsheetDate, .addressNumberMissing]),
    ("mrt-12", "||", [.addressSpreadsheetDate, .addressNumberMissing]),
    ("12-03-2026", "||", [.addressSpreadsheetDate, .addressNumberMissing]),
    ("2026-03-12", "||", [.addressSpreadsheetDate, .addressNumberMissing]),
    ("ong.", "||", .addressNumberMissing), ("ong", "||", .addressNumberMissing),
    ("ongenummerd", "||", .addressNumberMissing), ("z/n", "||", .addressNumberMissing),
    ("0", "||", .addressNumberMissing), ("", "||", .addressNumberMissing),
    ("-", "||", .addressNumberMissing), ("100000", "||", .addressNumberMissing),
  ]

  @Test(arguments: numbers)
  func `A house number`(delivered: String, expected: String, flags: Quality) throws {
    let table = try StageFixture.normalise([
      DeliveredRow(surname: "B", street: "Kadehof", houseNumber: delivered, postcode: "3111AB")
    ])
    #expect(table.addressText() == "Kadehof|" + expected + "|3111AB|")
    #expect(table.quality[0] == flags)
  }

  /// What stands in the column of additions beside number 12.
  @Test(arguments: [
    ("1-feb", true), ("12-mrt", true), ("feb-01", true), ("1-2", false), ("bis", false),
  ])
  func `An addition that a spreadsheet made a date of is flagged`(
    addition: String, flagged: Bool
  ) throws {
    let table = try StageFixture.normalise([
      DeliveredRow(surname: "B", houseNumber: "12", houseAddition: addition, postcode: "3111AB")
    ])
    #expect(table.houseNumber[0] == 12)
    #expect(table.text(\.houseAddition) == addition)
    #expect(table.quality[0] == (flagged ? .addressSpreadsheetDate : []))
  }

  /// A street cell and the street.
  static let streets: [(String, String)] = [
    ("Kadestraat", "Kadestraat"), ("Kadestr.", "Kadestraat"), ("Kadestr", "Kadestraat"),
    ("KADESTR.", "Kadestraat"), ("Kadepln.", "Kadeplein"),
    ("Kadewg", "Kadeweg"), ("St. Annastraat", "Sint Annastraat"),
    ("St Annastr.", "Sint Annastraat"),
    ("St.Annastraat", "Sint Annastraat"), ("Burg. Kadelaan", "Burgemeester Kadelaan"),
    ("BURG. KADELN.", "Burgemeester Kadelaan"), ("Dr. Kadeweg", "Dr. Kadeweg"),
    ("Prof. Kadeweg", "Prof. Kadeweg"), ("1e Haven", "1e Haven"), ("Eerste Haven", "Eerste Haven"),
    ("'s-Gravenweg", "'s-Gravenweg"), ("’s-Gravenweg", "'s-Gravenweg"),
    ("s-Gravenweg", "'s-Gravenweg"), ("S-GRAVENWEG", "'s-Gravenweg"),
    ("v.d. Kadestr.", "v.d. Kadestraat"), ("Kade str.", "Kade str."), ("Str.", "Str."),
    ("Lincoln", "Lincoln"),
    ("Stationsln.", "Stationslaan"), ("Köln", "Köln"), ("Oostplein", "Oostplein"),
    ("Postbus", "Postbus"),
  ]

  @Test(arguments: streets)
  func `A street`(delivered: String, expected: String) throws {
    let table = try StageFixture.normalise([
      DeliveredRow(surname: "B", street: delivered, houseNumber: "12", postcode: "3111AB")
    ])
    #expect(table.text(\.street) == expected)
  }

  /// Post-office boxes and lines with words around the number.
  static let lines: [(String, String, Quality)] = [
    ("Postbus 123", "Postbus|123||", .postOfficeBox),
    ("POSTBUS 123", "Postbus|123||", .postOfficeBox),
    ("Antwoordnummer 123", "Antwoordnummer|123||", .postOfficeBox),
    ("Kadehof by 12", "Kadehof|12||by", []), ("Kadehof bij 12", "Kadehof|12||by", []),
    ("Kadehof t/o 12", "Kadehof|12||t/o", []), ("Kadehof 12 K12", "Kadehof|12|K|12", []),
    ("Kadehof 12 app 3", "Kadehof|12||app 3", []), ("Kadehof 12, unit B", "Kadehof|12||unit B", []),
    ("Kadehof 35-2", "Kadehof|35||2", []), ("Kadehof 35 III", "Kadehof|35||III", []),
    ("Kadehof 400 LToe", "Kadehof|400||LToe", []), ("Kadestr. 12", "Kadestraat|12||", []),
    ("Kadestr.12", "Kadestraat|12||", []), ("Kadehof ong.", "Kadehof|||", .addressNumberMissing),
    ("Kadehof 12-mrt", "Kadehof|||", [.addressSpreadsheetDate, .addressNumberMissing]),
  ]

  @Test(arguments: lines)
  func `A line`(delivered: String, expected: String, flags: Quality) throws {
    let table = try StageFixture.normalise([
      DeliveredRow(surname: "B", addressLine: delivered, postcode: "3111AB")
    ])
    #expect(table.addressText() == expected + "|3111AB|")
    #expect(table.quality[0] == flags)
  }

  /// Groups of ways to write one home; no two groups are the same home.
  static let homes: [[String]] = [
    ["12"],
    ["12 A", "12a", "12-A", "12 a"],
    ["12 bis", "12bis", "12 BIS", "12bs", "12-bs"],
    ["12 bis A", "12bisA", "12 bs a"],
    [
      "12 hs", "12-hs", "12 huis", "12 H", "12h", "12 HS", "12 bg", "12 beg. gr.",
      "12 begane grond",
    ],
    [
      "12-1", "12 1", "12 I", "12-I", "12 1hoog", "12 1 hoog", "12 1e", "12 1e et", "12 1e etage",
      "12 1e verdieping", "12 1ste", "12 1e verd.", "12 1-hoog", "12 1e hoog", "12 i",
    ],
    ["12-2", "12 II", "12 2hoog", "12 2e", "12 2de et", "12 2 hg"],
    ["12-3", "12 III", "12 3hoog", "12 3e etage"],
    ["12-4", "12 IV", "12 4hoog"],
    ["12 V"], ["12 5hoog", "12-5"], ["12-11"], ["12-02"], ["12-2 A", "12 2A", "12 2hoog A"],
    ["12 A 1", "12A-1", "12 A I", "12 A 1hoog"], ["12 A hs", "12A-H", "12A huis"],
    ["12 rd", "12 rood", "12rd"], ["12 zw", "12 zwart"], ["12 t/o", "12 to", "12 tegenover"],
    ["12 by", "12 bij"], ["12 K3", "12 kamer 3", "12 kmr. 3", "12-K3"],
    ["12 app 3", "12 app. 3", "12 appartement 3", "12 apt 3"], ["12 unit B", "12 unit b"],
    ["12 L"], ["12 1L", "12 1hoog L"], ["12 Hof"], ["12 voor"], ["12 C"], ["12 D"], ["12 E"],
  ]

  @Test
  func `One home has one key, another home another`() throws {
    var homeOf: [AddressKey: Int] = [:]
    for (home, spellings) in Self.homes.enumerated() {
      let table = try StageFixture.normalise(
        spellings.map { DeliveredRow(surname: "B", houseNumber: $0, postcode: "3111AB") })
      for row in 0..<table.count {
        #expect(table.addressKey[row] == table.addressKey[0], "\(spellings[row])")
      }
      #expect(homeOf.updateValue(home, forKey: table.addressKey[0]) == nil, "\(spellings)")
    }
  }

  @Test
  func `Letter and addition in columns of their own have the key of the glued form`() throws {
    let table = try StageFixture.normalise([
      DeliveredRow(surname: "B", houseNumber: "12-hs", postcode: "3111AB"),
      DeliveredRow(surname: "B", houseNumber: "12", houseLetter: "H", postcode: "3111AB"),
      DeliveredRow(surname: "B", houseNumber: "12", houseAddition: "H", postcode: "3111AB"),
      DeliveredRow(surname: "B", houseNumber: "12", houseAddition: "HUIS", postcode: "3111AB"),
      DeliveredRow(surname: "B", houseNumber: "12A", houseAddition: "I", postcode: "3111AB"),
      DeliveredRow(
        surname: "B", houseNumber: "12", houseLetter: "A", houseAddition: "1", postcode: "3111AB"),
      DeliveredRow(surname: "B", houseNumber: "12", houseAddition: "A1", postcode: "3111AB"),
    ])
    #expect(Set(table.addressKey[0...3]).count == 1)
    #expect(Set(table.addressKey[4...6]).count == 1)
    #expect(table.addressKey[0] != table.addressKey[4])
  }
}
