import Definitions
import Model
import Pipeline

@testable import Stages

/// A person of an invented register.
struct RegisterRow {
  var givenNames: String
  var surname: String
  var birthDate = ""
  /// The house number in one street, with letter or addition behind a blank; empty for none.
  var at: String
  var previously = ""
  var municipality: UInt16 = 606
  var suspension: SuspensionReason?
  var flags: RegisterFlags = []
  var number: CitizenServiceNumber?
  /// The pseudonym of the row; one of its own when 0.
  var id: UInt64 = 0
}

extension RegisterTable {
  /// The register of Schiedam with some people, in their order, in blocks of a size.
  static func of(_ people: [RegisterRow], rowsPerBlock: Int = 3) throws -> RegisterTable {
    let context = try StageFixture.context()
    var builder = RegisterTableBuilder(
      keys: context.keys, municipality: context.municipality.code, leastWeight: 300,
      leastMargin: 400)
    var people = people
    for index in people.indices where people[index].id == 0 {
      people[index].id = UInt64(index + 1000)
    }
    var start = 0
    while start < people.count {
      builder.add(RegisterRows(Array(people[start..<min(start + rowsPerBlock, people.count)])))
      start += rowsPerBlock
    }
    return builder.finish()
  }
}

extension RegisterRows {
  /// Rows as a reader decodes them.
  fileprivate init(_ people: [RegisterRow]) {
    self.init()
    for person in people {
      persons.keys.signalID.append(
        SignalID(high: 1, low: person.id))
      persons.keys.delivery.append(0)
      persons.keys.row.append(0)
      persons.append(
        DeliveredRow(
          givenNames: person.givenNames, surname: person.surname,
          street: person.at.isEmpty ? "" : "Kadehof", houseNumber: person.at,
          postcode: person.at.isEmpty ? "" : "3111AB", city: "Schiedam",
          birthDate: person.birthDate))
      func store(_ text: String) -> TextCell { persons.arena.store(text) }
      previousPostcode.append(store(person.previously.isEmpty ? "" : "3111AB"))
      previousHouseNumber.append(store(person.previously))
      previousHouseLetter.append(.empty)
      previousHouseAddition.append(.empty)
      municipality.append(person.municipality)
      suspension.append(person.suspension)
      suspendedOn.append(.absent)
      movedInOn.append(PartialDate(year: 2026, month: 9, day: 1) ?? .absent)
      flags.append(person.flags)
      number.append(person.number)
    }
  }
}
