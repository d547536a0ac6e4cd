import Foundation
import TestSupport
import Testing

/// A night of people each of whose values stands nowhere else: who is listed, who objected, whose arrears are too
/// small, whose row is broken, whose address is secret, who died, who lives in another municipality, and whom
/// another partner reports too.
struct LeakNight {
  /// What is known of a person.
  enum Field: String, CaseIterable {
    case reference, surname, partnerSurname, birthDate, street, phone, email, remark
    case citizenServiceNumber
  }

  /// One person of the night, as one partner reports it.
  struct Subject: CustomTestStringConvertible {
    let name: String
    /// The feed and partner that reports.
    var feed = "havenstad-wonen"
    var municipality = "0606"
    /// For each field how it may be written, in lower case.
    var values: [Field: [String]] = [:]
    var testDescription: String { name }
  }

  let night: SmallNight
  private(set) var subjects: [Subject] = []

  /// Invents the people and writes their deliveries and the register.
  init() throws {
    night = try SmallNight(
      feed: "havenstad-wonen", file: "havenstad-wonen_2026-10_20261104.csv.gz")
    var words = LeakWords()
    var lines = [Canary.header.joined(separator: ";")]
    var register = [try RegisterNight.lines()[0]]
    for (name, changes) in [
      ("listed", [:]), ("objected", ["Bezwaar": "Ja"]), ("small", ["Openstaand bedrag": "12,00"]),
      ("broken", ["Openstaand bedrag": "onleesbaar"]), ("secret", [:]), ("dead", [:]),
      ("elsewhere", ["Postcode": "3131 AB", "Plaats": "Vlaardingen"]),
    ] {
      let (subject, cells) = words.subject(name, number: subjects.count)
      lines.append(Canary.header.map { changes[$0] ?? cells[$0] ?? "" }.joined(separator: ";"))
      if name != "elsewhere" { register.append(words.registered(subject, cells)) }
      subjects.append(subject)
    }
    subjects[6].municipality = "0622"
    let text = Data((lines + [""]).joined(separator: "\r\n").utf8)
    try night.folder.write("", to: "inbox/" + night.file)
    try NightFixture.deflate(text, to: night.delivery)
    try night.changeFeed("rejects-at-most-per-mille: 100", to: "rejects-at-most-per-mille: 500")
    try addOtherPartner(&words)
    try addRegister(register)
  }

  /// The household of the first person, as the water company reports it.
  private mutating func addOtherPartner(_ words: inout LeakWords) throws {
    let first = subjects[0]
    let reference = "w-" + words.word()
    var other = Subject(name: "other partner", feed: "waterdruppel")
    other.values = [.reference: [reference]]
    subjects.append(other)
    let header = try String(
      contentsOf: Repository.url("fixtures/malformed/companions/waterdruppel.csv"),
      encoding: .utf8
    ).split(separator: "\n")[0]
    let row = [
      reference.uppercased(), "Dhr. Q.X. \(first.values[.surname]?[0].capitalized ?? "")",
      "\(first.values[.street]?[0].capitalized ?? "") 1", "3111 AB", "Schiedam", "", "212.50",
      "2026-08-01", "2026-11-02", "ACHTERSTAND", "", "",
    ].joined(separator: "|")
    try NightFixture.deflate(
      Data("\(header)\n\(row)\n".utf8),
      to: night.folder.url.appendingPathComponent("inbox/" + night.companionFile))
  }

  private func addRegister(_ lines: [String]) throws {
    let nobody =
      "1;;Piet;;Bakker;;;E;19500101;0622;W;Oudekade;1;;;;3131AB;Vlaardingen;;;000000;;;0;;;;"
    for (code, rows) in [
      ("0556", [lines[0], nobody]), ("0606", lines), ("0622", [lines[0], nobody]),
    ] {
      let path = "registers/\(code)/register.csv.gz"
      try night.folder.write("", to: path)
      try NightFixture.deflate(
        Data((rows + [""]).joined(separator: "\n").utf8),
        to: night.folder.url.appendingPathComponent(path))
      try night.folder.write("2026-11-08\n", to: path + ".date")
    }
    let pipeline = try String(
      contentsOfFile: night.folder.path("pipelines/nightly.yml"), encoding: .utf8)
    try night.folder.write(
      pipeline + "\nregister: { definition: brp, folder: ../registers }\n",
      to: "pipelines/nightly.yml")
  }

  /// Runs the night and returns the folder of the run.
  func run() throws -> URL {
    let outcome = try night.run(["--verbose"])
    try #require([0, 3].contains(outcome.exitCode), "\(outcome.complaints)")
    return night.folder.url.appendingPathComponent("output/current").resolvingSymlinksInPath()
  }

  /// Puts what people filled in about the first household into a copy of its municipality's folder: help was
  /// accepted.
  func handled(_ run: URL) throws -> URL {
    let copy = night.folder.url.appendingPathComponent("handled/0606")
    try FileManager.default.createDirectory(
      at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: run.appendingPathComponent("0606"), to: copy)
    let rows = try NightFixture.table(copy.appendingPathComponent("matched.csv.gz"))
    let references = try NightFixture.table(copy.appendingPathComponent("received.csv.gz"))
    let wanted = [subjects[0], subjects[7]].compactMap { $0.values[.reference]?[0] }
    let place = try #require(
      references.firstIndex { wanted.contains(($0["partner_ref"] ?? "").lowercased()) })
    let household = try #require(rows[place]["household_id"])
    let signals = rows.filter { $0["household_id"] == household }.compactMap { $0["signal_id"] }
    try #require(signals.count == 2, "both partners report one household")
    let id = String(repeating: "c", count: 32)
    let header =
      "case_id,signal_id,household_id,matched_on,picked_up_on,help_accepted_on,result,closed_on"
    let lines = signals.sorted().map {
      "\(id),\($0),\(household),2026-11-06,2026-11-06,2026-11-07,"
        + "Vervolghulp en/of verwijzing financieel,2026-11-08"
    }
    try NightFixture.deflate(
      Data(([header] + lines + [""]).joined(separator: "\n").utf8),
      to: copy.appendingPathComponent("cases.csv.gz"))
    try NightFixture.deflate(
      Data(
        "case_id,number,means,contacted_on,day_part,reached\n\(id),1,Telefoon,2026-11-06,Avond,Ja\n"
          .utf8), to: copy.appendingPathComponent("contact-attempts.csv.gz"))
    return copy
  }
}

/// Draws values that stand nowhere else.
struct LeakWords {
  private var generator = SeededGenerator(seed: 30)
  /// The published numbers for tests.
  private var numbers = ["111222333", "123456782", "999990019"]

  mutating func word() -> String {
    let letters = "bcdfghjklmnpqrstvwxz".map { String($0) }
    return (0..<12).reduce(into: "") { text, _ in
      text += letters[Int.random(in: 0..<20, using: &generator)]
    }
  }

  mutating func subject(
    _ name: String, number: Int
  ) -> (LeakNight.Subject, [String: String]) {
    let (surname, partner, street) = (word(), word(), word() + "kade")
    let (mail, remark, reference) = (word() + "@example.org", word(), "h-" + word())
    let phone = (0..<6).reduce(into: "") { text, _ in
      text += String(Int.random(in: 1...9, using: &generator))
    }
    let birth = (year: 1930 + number, day: 11 + number)
    var subject = LeakNight.Subject(name: name)
    subject.values = [
      .reference: [reference], .surname: [surname], .partnerSurname: [partner],
      .birthDate: ["\(birth.year)-02-\(birth.day)", "\(birth.day)-02-\(birth.year)"],
      .street: [street], .phone: ["70\(phone)"], .email: [mail], .remark: [remark],
    ]
    if name != "elsewhere", let next = numbers.popLast() {
      subject.values[.citizenServiceNumber] = [next]
    }
    let cells = [
      "Huurdernummer": reference.uppercased(), "Voorletters": "Q.X.",
      "Achternaam": surname.capitalized, "Achternaam partner": partner.capitalized,
      "Geboortedatum": "\(birth.day)-02-\(birth.year)", "Straat": street.capitalized,
      "Huisnummer": "1", "Postcode": "3111 AB", "Plaats": "Schiedam", "Telefoon": "0670\(phone)",
      "E-mail": mail, "Soort melding": "Huurachterstand", "Openstaand bedrag": "1.234,56",
      "Achterstand sinds": "01-08-2026", "Maanden achterstand": "2",
      "Datum melding": "02-11-2026", "Bezwaar": "Nee", "Complexnummer": remark,
    ]
    var own = cells
    // Everybody lives at an address of their own.
    own["Huisnummer"] = "\(number + 1)"
    return (subject, own)
  }

  /// The row of the register about a person.
  func registered(_ subject: LeakNight.Subject, _ cells: [String: String]) -> String {
    let birth = (cells["Geboortedatum"] ?? "").split(separator: "-").reversed().joined()
    let died = subject.name == "dead"
    return [
      subject.name, subject.values[.citizenServiceNumber]?[0] ?? "", "Quirijn Xander", "",
      cells["Achternaam"] ?? "", "", "", "E", birth, "0606", "W", cells["Straat"] ?? "",
      cells["Huisnummer"] ?? "", "", "", "", "3111AB", "Schiedam", "", "20150601", "000000",
      died ? "O" : "", died ? "20261020" : "", subject.name == "secret" ? "7" : "0", "", "", "", "",
    ].joined(separator: ";")
  }
}
