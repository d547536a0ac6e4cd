import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("What normalising promises for any row")
struct NormalisePropertyTests {
  /// Normalises what was normalised, fed back in parts, and compares.
  private func expectIdempotent(_ rows: [DeliveredRow], _ note: String) throws {
    let once = try StageFixture.normalise(rows)
    let twice = try StageFixture.normalise((0..<once.count).map { once.delivered($0) })
    for row in 0..<once.count {
      #expect(once.nameText(row) == twice.nameText(row), "\(note): \(rows[row])")
      #expect(once.addressText(row) == twice.addressText(row), "\(note): \(rows[row])")
      #expect(once.contactText(row) == twice.contactText(row), "\(note): \(rows[row])")
      #expect(once.birthDate[row] == twice.birthDate[row], "\(note)")
      #expect(once.addressKey[row] == twice.addressKey[row], "\(note): \(rows[row])")
      #expect(once.quality[row] == twice.quality[row], "\(note): \(rows[row])")
      #expect(once.debtorKind[row] == twice.debtorKind[row], "\(note): \(rows[row])")
    }
  }

  @Test
  func `Every form of the other tests is a fixed point afterwards`() throws {
    try expectIdempotent(NameTests.whole.map { DeliveredRow(name: $0.0) }, "whole")
    try expectIdempotent(
      NameTests.surnames.map { DeliveredRow(initials: "J.", surname: $0.0) }, "surname")
    try expectIdempotent(
      NameTests.initials.map { DeliveredRow(initials: $0.0, surname: "Bakker") }, "initials")
    try expectIdempotent(
      AddressTests.lines.map { DeliveredRow(addressLine: $0.0, postcode: "3111AB") }, "address")
    try expectIdempotent(
      AddressTests.places.map { DeliveredRow(postcode: $0.0, city: $0.1) }, "place")
    try expectIdempotent(ContactTests.phones.map { DeliveredRow(phone: $0.0) }, "phone")
    try expectIdempotent(ContactTests.emails.map { DeliveredRow(email: $0.0) }, "e-mail")
    try expectIdempotent(ContactTests.pairs.map { DeliveredRow(phone: $0.0) }, "two phones")
    try expectIdempotent(
      NameSpellingTests.surnames.map { DeliveredRow(initials: "J.", surname: $0.0) }, "surname")
    try expectIdempotent(NameSpellingTests.whole.map { DeliveredRow(name: $0.0) }, "whole")
    try expectIdempotent(NameSpellingTests.debtors.map { DeliveredRow(name: $0.0) }, "debtor")
    try expectIdempotent(
      NameSpellingTests.given.map { DeliveredRow(initials: $0.0, givenNames: $0.1, surname: "B") },
      "given")
    try expectIdempotent(
      AddressSpellingTests.numbers.map { DeliveredRow(houseNumber: $0.0, postcode: "3111AB") },
      "house number")
    try expectIdempotent(
      AddressSpellingTests.homes.joined().map {
        DeliveredRow(houseNumber: $0, postcode: "3111AB")
      }, "home")
    try expectIdempotent(AddressSpellingTests.streets.map { DeliveredRow(street: $0.0) }, "street")
    try expectIdempotent(AddressSpellingTests.lines.map { DeliveredRow(addressLine: $0.0) }, "line")
    try expectIdempotent(
      AddressSpellingTests.postcodes.map { DeliveredRow(postcode: $0.0) }, "postcode")
  }

  @Test(arguments: UInt64(1)...20)
  func `Any mix of pieces is a fixed point afterwards`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let names = [
      "van", "den", "de", "v.d.", "vanden", "deVries", "Berg", "JANSEN", "vries", "Bakker-Korf",
      "e/v", "en", "J.",
      "J.P.", "Th.", "'t", "Hof", "dhr.", "jr.", "IJSSEL", "Müller", "-", ",", "El", "Ben", "Ng",
    ]
    let addresses = [
      "Kadehof", "1e", "Haven", "12", "A", "bis", "-", "/", "14", "t/o", "nr", "ong.", "Plein",
      "1945", "mrt", "3hoog", "II", "hs", "H", "by", "en", "St.", "str.", "1-feb", "kamer", ",",
      "HAVEN", "a2", "0", "Postbus",
    ]
    func mix(_ pieces: [String], most: Int) -> String {
      (0..<Int.random(in: 0...most, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : "")
    }
    let rows = (0..<200).map { _ in
      var row = DeliveredRow(postcode: "3111AB")
      row.addressLine = Bool.random(using: &random) ? mix(addresses, most: 6) : ""
      row.street = row.addressLine.isEmpty ? mix(addresses, most: 3) : ""
      row.houseNumber = Bool.random(using: &random) ? "" : mix(addresses, most: 2)
      row.houseAddition = Bool.random(using: &random) ? "" : mix(addresses, most: 2)
      row.name = mix(names, most: 4)
      row.surname = Bool.random(using: &random) ? "" : mix(names, most: 3)
      row.prefix = Int.random(in: 0..<3, using: &random) == 0 ? "van der" : ""
      let given = ["J.", "JP", "Th.", "Jan", "PETER", "jo", "d'", "-", "dhr.", "en", "fam.", "ĲS"]
      row.initials = Bool.random(using: &random) ? "" : mix(given, most: 2)
      row.givenNames = Bool.random(using: &random) ? "" : mix(given, most: 3)
      row.phone = mix(["06", "12345678", "-", "+31", " ", "010", "2345678", "/"], most: 8)
      return row
    }
    let once = try StageFixture.normalise(rows)
    let twice = try StageFixture.normalise((0..<once.count).map { once.delivered($0) })
    for row in 0..<once.count {
      #expect(once.addressText(row) == twice.addressText(row), "seed \(seed): \(rows[row])")
      #expect(once.addressKey[row] == twice.addressKey[row], "seed \(seed)")
      #expect(once.nameText(row) == twice.nameText(row), "seed \(seed): \(rows[row])")
      #expect(once.contactText(row) == twice.contactText(row), "seed \(seed): \(rows[row])")
    }
  }

  @Test(arguments: UInt64(1)...10)
  func `Any bytes are read without harm and row by row`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func noise() -> String {
      String(
        decoding: (0..<Int.random(in: 0...30, using: &random)).map { _ in
          UInt8.random(in: 1...255, using: &random)
        }, as: UTF8.self)
    }
    let rows = (0..<100).map { _ in
      DeliveredRow(
        name: noise(), initials: noise(), prefix: noise(), surname: noise(), addressLine: noise(),
        houseNumber: noise(), houseAddition: noise(), postcode: noise(), city: noise(),
        phone: noise(), email: noise())
    }
    let together = try StageFixture.normalise(rows)
    #expect(together.count == rows.count)
    #expect(together.surname.count == rows.count && together.street.count == rows.count)
    for (index, row) in rows.enumerated() {
      let alone = try StageFixture.normalise([row])
      #expect(alone.nameText() == together.nameText(index))
      #expect(alone.addressText() == together.addressText(index))
      #expect(alone.addressKey[0] == together.addressKey[index])
    }
  }

  /// A row that is read alone, with nothing remembered, is the second implementation.
  @Test(arguments: UInt64(1)...6)
  func `What was read before changes nothing`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func any(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    let surnames = [
      "Jansen", "JANSEN", "Jansen, J.", "de Vries", "Bakker-Smit", "Bakker e/v Smit",
      "van den Berg",
      "DeVries", "Erven Jansen", "Jansen en Smit", "Fam. de Boer", "O'Brien", "J. Jansen",
      "Kapsalon Jo",
      "", "1", "Jans?n", "J.B.",
    ]
    let given = [
      "", "J.", "Jan", "J.P. en M.", "fam.", "Th.", "JP", "dhr. J.", "Jan-Piet", "J?n", "MR",
    ]
    let prefixes = ["", "van den", "v.d.", "de", "VAN", "v. d.", "van t"]
    let rows = (0..<400).map { _ in
      var row = DeliveredRow(postcode: any(["3111AB", "3112 CD Schiedam", ""]))
      row.name = Bool.random(using: &random) ? any(surnames) : ""
      row.surname = any(surnames)
      row.initials = any(given)
      row.givenNames = any(given)
      row.prefix = any(prefixes)
      row.partnerPrefix = any(prefixes)
      row.partnerSurname = any(surnames)
      row.street = any([
        "Kadehof", "KADEHOF", "St. Annastr.", "Postbus", "", "2e Haven,", "Kadehof 12 A",
      ])
      row.addressLine = any(["", "", "Kadehof 12-3", "Kadehof 1-feb", "Plein 1945 7"])
      row.houseNumber = any(["", "12", "12a", "12-14", "t/o 3", "3-mrt", "0"])
      row.houseLetter = any(["", "A", "a", "-"])
      row.houseAddition = any(["", "2", "hs", "1-feb", "A"])
      row.city = any(["", "SCHIEDAM", "'s-gravenhage", "Den Haag,", "3111AB Schiedam"])
      return row
    }
    let together = try StageFixture.normalise(rows)
    for (index, row) in rows.enumerated() {
      let alone = try StageFixture.normalise([row])
      for column in Normalised.columns.dropFirst(4) {
        let (one, other) = (ByteArena(), ByteArena())
        column.writer(alone)(0, one)
        column.writer(together)(index, other)
        #expect(one.bytes.string == other.bytes.string, "seed \(seed), \(column.name): \(row)")
      }
    }
  }
}
