import Foundation
import Model
import TestSupport
import Testing

/// Sixty nights in a row of one municipality: who is reported when, and what the runs made of it.
///
/// Deliveries come late, again, corrected and grown; people move; cases are worked on and closed; every tenth
/// night what is past its term is forgotten.
final class SixtyNights {
  /// One row of a delivery.
  struct Delivered: Hashable {
    var delivery: String
    var row: String
  }

  let night: RightsNight
  private(set) var day: CalendarDate
  /// Whose row it is, of every delivery that ever came.
  private(set) var people: [Delivered: Int] = [:]
  /// The deliveries in the inbox, with the night on which they came.
  private(set) var inbox: [(name: String, night: Int)] = []
  private(set) var number = -1
  private var random = SeededGenerator(seed: 60)
  private var names: [String] = []
  private var amounts: [Int: Int] = [:]
  private(set) var movedOn: [Int: Int] = [:]
  private var last: [[String: String]] = []

  static let count = 60
  private static let persons = 24

  init() throws {
    night = try RightsNight(retention: (1, 2, 1))
    day = try #require(CalendarDate(iso: "2025-01-05"))
    var words = LeakWords()
    for _ in 0..<Self.persons { names.append(words.word().capitalized) }
  }

  /// The next night: what comes and goes in the inbox.
  func begin() throws {
    number += 1
    day = day.adding(days: 1)
    for old in inbox where number - old.night > 3 { try night.takeAway(old.name) }
    inbox.removeAll { number - $0.night > 3 }
    if number % 13 == 12 { movedOn[Int.random(in: 0..<Self.persons, using: &random)] = number }
    if number % 2 == 0 {
      last = try drawn(10).map { try row(of: $0, on: day) }
      try take(last, period: period, on: day)
    }
    if number % 3 == 0 {
      let rows = try drawn(5)
      let name = try night.deliverWater(
        rows.map(water), period: period, on: day.description)
      note(name, rows)
    }
    switch number % 10 {
    case 5: try take(last, period: period, on: day)  // the same again
    case 7:  // late, and about an earlier month
      let late = day.adding(days: -3)
      try take(drawn(4).map { try row(of: $0, on: late) }, period: "2024-10", on: late)
    case 9:  // corrected
      let corrected = last.map { row in
        row.merging(["Openstaand bedrag": "999,00"]) { $1 }
      }
      try take(corrected, period: period, on: day)
    default: break
    }
  }

  private func drawn(_ count: Int) throws -> [Int] {
    Array((0..<Self.persons).shuffled(using: &random).prefix(count))
  }

  /// The month before.
  private var period: String { String(day.adding(months: -1).description.prefix(7)) }

  private func take(_ rows: [[String: String]], period: String, on day: CalendarDate) throws {
    let name = try night.deliver(rows, period: period, on: day.description)
    note(name, rows.compactMap { $0["Huurdernummer"].flatMap { Int($0.dropFirst(2)) } })
  }

  private func note(_ name: String, _ persons: [Int]) {
    inbox.removeAll { $0.name == name }
    inbox.append((name, number))
    for (place, person) in persons.enumerated() {
      people[Delivered(delivery: name, row: "\(place + 1)")] = person
    }
  }

  /// The landlord's row: arrears grow by a third of the times that they are reported.
  private func row(of person: Int, on day: CalendarDate) throws -> [String: String] {
    let grows = Int.random(in: 0..<3, using: &random) == 0
    amounts[person, default: 300 + person] += grows ? 75 : 0
    let hasMoved = movedOn[person] != nil
    return [
      "Huurdernummer": "H-\(person)", "Voorletters": "Q.", "Achternaam": names[person],
      "Geboortedatum": "1\(person % 10)-03-19\(60 + person)",
      "Straat": hasMoved ? "Seinhof" : "Kadehof", "Huisnummer": "\(person + 1)",
      "Postcode": hasMoved ? "3112 CD" : "3111 AB", "Plaats": "Schiedam",
      "Telefoon": "06700000\(10 + person)", "Soort melding": "Huurachterstand",
      "Openstaand bedrag": "\(amounts[person] ?? 300),00", "Achterstand sinds": "01-10-2024",
      "Maanden achterstand": "3", "Datum melding": dutch(day.adding(days: -1)), "Bezwaar": "Nee",
    ]
  }

  private func water(_ person: Int) -> [String: String] {
    [
      "KLANT": "W-\(person)", "NAAM": "Q. \(names[person])", "ADRES": "Kadehof \(person + 1)",
      "POSTCODE": "3111 AB", "WOONPLAATS": "Schiedam", "SALDO": "112.50", "SINDS": "2024-10-01",
      "VERZONDEN": day.adding(days: -1).description, "MELDING": "ACHTERSTAND",
    ]
  }

  func dutch(_ day: CalendarDate) -> String {
    day.description.split(separator: "-").reversed().joined(separator: "-")
  }

  /// Fills in the first two lines of the list, the first to the end, and takes it in.
  func work() throws {
    let bytes = try Data(contentsOf: night.current.appendingPathComponent("0606/werklijst.csv"))
    var list = FilledList(
      rows: SimpleCSV.rows([UInt8](bytes.dropFirst(3)), delimiter: UInt8(ascii: ";")).rows.map {
        $0.cells
      })
    func fill(_ line: Int, _ title: String, _ text: String) throws {
      let column = try #require(list.rows[0].firstIndex(of: title))
      list.rows[line][column] = text
    }
    try #require(list.rows.count > 3)
    for line in 1...2 {
      try fill(line, "Datum opgepakt", dutch(day))
      try fill(line, "Datum poging 1", dutch(day))
      try fill(line, "Soort contact 1", "Telefoon")
      try fill(line, "Dagdeel 1", "Ochtend")
      try fill(line, "Bereikt 1", "Ja")
    }
    try fill(1, "Resultaat", "Vervolghulp en/of verwijzing financieel")
    try night.folder.write(
      try #require(list.text.data(using: .windowsCP1252)), to: "list.csv")
    let outcome = try Program.run(
      [
        "outcomes", "import", "list.csv", "--pipeline", "pipelines/nightly.yml", "--state",
        "state", "--reference-date", day.description,
      ], in: night.folder.url)
    #expect([0, 3].contains(outcome.exitCode), "\(day): \(outcome.complaints)")
    #expect(outcome.output.contains(" taken in"), "\(outcome.output)")
  }

  /// The pages of the state file, as its header counts them.
  func pages() throws -> Int {
    let bytes = try Data(contentsOf: night.folder.url.appendingPathComponent("state/0606.sqlite"))
    return bytes[28..<32].reduce(0) { $0 << 8 | Int($1) }
  }
}
