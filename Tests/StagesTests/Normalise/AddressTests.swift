import Model
import Testing

@testable import Stages

@Suite("Addresses in one form")
struct AddressTests {
  /// A line, what it is (street, number, letter, addition) and its flags.
  static let lines: [(String, String, Quality)] = [
    ("Kadehof 12", "Kadehof|12||", []),
    ("Kadehof 12 A", "Kadehof|12|A|", []),
    ("Kadehof 12a", "Kadehof|12|A|", []),
    ("Kadehof 12-A", "Kadehof|12|A|", []),
    ("Kadehof 12 bis", "Kadehof|12||bis", []),
    ("Kadehof 12hs", "Kadehof|12||hs", []),
    ("Kadehof 12-hs", "Kadehof|12||hs", []),
    ("Kadehof 12 II", "Kadehof|12||II", []),
    ("Kadehof 12-2", "Kadehof|12||2", []),
    ("Kadehof 12 2", "Kadehof|12||2", []),
    ("Kadehof 12 2hoog", "Kadehof|12||2hoog", []),
    ("Kadehof 12 a bis", "Kadehof|12|A|bis", []),
    ("Kadehof 12 A2", "Kadehof|12|A|2", []),
    ("1e Haven 3 bis", "1e Haven|3||bis", []),
    ("2de Kadehof 14", "2de Kadehof|14||", []),
    ("Plein 1945 12", "Plein 1945|12||", []),
    ("Plein 1940-1945 12 B", "Plein 1940-1945|12|B|", []),
    ("Kadehof nr. 12", "Kadehof|12||", []),
    ("Kadehof12", "Kadehof|12||", []),
    ("Van der Kadestraat 7", "Van der Kadestraat|7||", []),
    ("KADEHOF 12", "Kadehof|12||", []),
    ("kade aan het ijmeer 12", "Kade aan het IJmeer|12||", []),
    ("Kadehof, 12", "Kadehof|12||", []),
    ("Kadehof 12 t/o 14", "Kadehof|12||t/o 14", .addressAmbiguous),
    ("Kadehof t/o 14", "Kadehof|14||t/o", []),
    ("Kadehof 12-mrt", "Kadehof|||", [.addressSpreadsheetDate, .addressNumberMissing]),
    ("Kadehof mrt-12", "Kadehof|||", [.addressSpreadsheetDate, .addressNumberMissing]),
    ("Kadehof 12-3-2026", "Kadehof|||", [.addressSpreadsheetDate, .addressNumberMissing]),
    ("Kadehof 12/14", "Kadehof|12||14", .addressAmbiguous),
    ("Kadehof 12-14", "Kadehof|12||14", .addressAmbiguous),
    ("Kadehof 12+14", "Kadehof|12||14", .addressAmbiguous),
    ("Kadehof 12 t/m 14", "Kadehof|12||t/m 14", .addressAmbiguous),
    ("Kadehof ong.", "Kadehof|||", .addressNumberMissing),
    ("Plein 1945 ong.", "Plein 1945|||", .addressNumberMissing),
    ("Kadehof", "Kadehof|||", .addressNumberMissing),
    ("Kadehof 0", "Kadehof|||", .addressNumberMissing),
    ("Kadehof 123456", "Kadehof|||", .addressNumberMissing),
    ("Postbus 123", "Postbus|123||", .postOfficeBox),
    ("12 A", "|12|A|", []),
  ]

  @Test(arguments: lines)
  func `An address in one line`(line: String, expected: String, flags: Quality) throws {
    let table = try StageFixture.normalise([
      DeliveredRow(surname: "Bakker", addressLine: line, postcode: "3111 AB Schiedam")
    ])
    #expect(table.addressText() == expected + "|3111AB|Schiedam")
    #expect(table.quality[0] == flags)
    #expect(table.addressKey[0].isAbsent == (table.houseNumber[0] == 0))
  }

  @Test
  func `Letter and addition in any column or glued have one key`() throws {
    let rows = [
      DeliveredRow(surname: "B", street: "Kadehof", houseNumber: "12", houseLetter: "A"),
      DeliveredRow(surname: "B", street: "Kadehof", houseNumber: "12", houseAddition: "a"),
      DeliveredRow(surname: "B", street: "Kadehof", houseNumber: "12A"),
      DeliveredRow(surname: "B", street: "Kadehof", houseNumber: "12-a"),
      DeliveredRow(surname: "B", street: "Kadehof", houseNumber: "12 A", houseLetter: "A"),
      DeliveredRow(surname: "B", addressLine: "Kadehof 12 A"),
      DeliveredRow(surname: "B", street: "Kadehof 12 A"),
      DeliveredRow(surname: "B", addressLine: "Kadehof 12 A, 3111 AB Schiedam"),
    ].map { row in
      var row = row
      row.postcode = row.addressLine.hasSuffix("Schiedam") ? "" : "3111ab"
      return row
    }
    let table = try StageFixture.normalise(rows)
    for row in 0..<table.count {
      #expect(table.addressText(row).hasPrefix("Kadehof|12|A||3111AB|"))
      #expect(table.addressKey[row] == table.addressKey[0])
      #expect(table.quality[row].isEmpty)
    }
  }

  @Test
  func `Units of one building have keys of their own`() throws {
    var rows = ["12", "12 A", "12 B", "12 bis", "12-2", "13"].map {
      DeliveredRow(surname: "B", addressLine: "Kadehof \($0)", postcode: "3111AB")
    }
    rows.append(DeliveredRow(surname: "B", addressLine: "Kadehof 12", postcode: "3111AC"))
    let table = try StageFixture.normalise(rows)
    #expect(Set(table.addressKey).count == table.count)
  }

  /// Postcode cell, place cell, and what they are.
  static let places: [(String, String, String)] = [
    ("3111 AB", "SCHIEDAM", "3111AB|Schiedam"),
    ("3111ab", "Schiedam", "3111AB|Schiedam"),
    ("3111 AB  Schiedam", "", "3111AB|Schiedam"),
    ("NL-3111 AB", "", "3111AB|"),
    ("3111AB Schiedam", "Vlaardingen", "3111AB|Vlaardingen"),
    ("", "3111 AB Schiedam", "3111AB|Schiedam"),
    ("2513 AA", "DEN HAAG", "2513AA|Den Haag"),
    ("2513 AA", "'S-GRAVENHAGE", "2513AA|'s-Gravenhage"),
    ("2513 AA", "’S-GRAVENHAGE", "2513AA|'s-Gravenhage"),
    ("2900 AA", "capelle aan den ijssel", "2900AA|Capelle aan den IJssel"),
    ("3111AB", "", "3111AB|"),
  ]

  @Test(arguments: places)
  func `Postcode and place`(postcode: String, city: String, expected: String) throws {
    let table = try StageFixture.normalise([
      DeliveredRow(surname: "B", addressLine: "Kadehof 1", postcode: postcode, city: city)
    ])
    #expect(table.addressText() == "Kadehof|1|||" + expected)
  }

  @Test
  func `Without a postcode there is a flag and no key`() throws {
    let table = try StageFixture.normalise([
      DeliveredRow(surname: "B", addressLine: "Kadehof 1", postcode: "3111", city: "Schiedam")
    ])
    #expect(table.quality[0] == .postcodeMissing)
    #expect(table.addressKey[0].isAbsent)
  }
}
