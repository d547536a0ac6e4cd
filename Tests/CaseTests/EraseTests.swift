import Foundation
import TestSupport
import Testing

/// A person asks to be erased: nothing of the person is left, and nobody else loses anything.
@Suite struct EraseTests {
  private let people = RightsPeople()
  private let night: RightsNight

  init() throws {
    night = try RightsNight()
    try night.deliver(people.rows, period: "2024-12", on: "2025-01-06")
    try night.deliverWater(people.water, period: "2024-12", on: "2025-01-06")
    try night.run("2025-01-06")
    try night.run("2025-01-07")
  }

  /// The id of the first person.
  private func person() throws -> String {
    let received = try night.table("0606/received.csv.gz")
    let first = try #require(
      received.first { ($0["partner_ref"] ?? "") == people.rows[0]["Huurdernummer"] })
    let matched = try night.table("0606/matched.csv.gz")
    return try #require(
      matched.first { $0["signal_id"] == first["signal_id"] }?["person_id"])
  }

  /// Household and class of everybody on the list but the first person.
  private func others(than person: String) throws -> [String: String] {
    let own = Set(
      try night.table("0606/matched.csv.gz").filter { $0["person_id"] == person }
        .compactMap { $0["household_id"] })
    var classes: [String: String] = [:]
    for row in try night.table("0606/prioritised.csv.gz") {
      guard let household = row["household_id"], !own.contains(household) else { continue }
      classes[household] = row["class"]
    }
    return classes
  }

  @Test func nothingOfThePersonIsLeftAndNobodyElseLosesAnything() throws {
    let id = try person()
    let before = try others(than: id)
    #expect(before.count == 3, "two of them at one address")
    let kept = try night.files(holding: people.values)
    #expect(kept.contains { $0.contains("quarantine/") })
    #expect(kept.contains { $0.hasSuffix(".xlsx") })
    #expect(kept.contains { $0.hasSuffix(".sqlite") })

    let outcome = try night.command("erase", "--person", id, "--reason", "verzoek 12")
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    #expect(outcome.complaints.contains("RIGHT-007"))
    #expect(try night.files(holding: people.values) == [])
    #expect(try others(than: id) == before)
    #expect(try night.files(holding: people.others).count > 4)
    try night.expectWhole()
    #expect(try night.runs().count == 3)

    // The next night reads the same deliveries, and refuses the person.
    try night.run("2025-01-08")
    let ledger = try night.table("ledger.csv.gz")
    let erased = ledger.filter { $0["reason"] == "erased" }
    #expect(erased.count == 3)
    #expect(erased.allSatisfy { $0["fate"] == "refused" && $0["signal_id"] == "" })
    #expect(try others(than: id) == before)
    // The row that nobody can read has no fate but that, and nothing of it is kept either.
    #expect(ledger.filter { $0["fate"] == "malformed" }.count == 1)
    #expect(try night.files(holding: people.values) == [])

    let twice = try night.command("erase", "--person", id, "--reason", "verzoek 12")
    #expect(twice.exitCode == 66, "\(twice.output)")
    #expect(twice.complaints.contains("RIGHT-006"))
  }

  @Test func anotherMunicipalityKeepsEveryByte() throws {
    let region = try RightsNight()
    var rows = people.rows
    rows[3].merge(["Postcode": "3131 AB", "Plaats": "Vlaardingen"]) { $1 }
    try region.deliver(rows, period: "2024-12", on: "2025-01-06")
    try region.deliverWater(people.water, period: "2024-12", on: "2025-01-06")
    _ = try region.command("run", "--reference-date", "2025-01-06")
    func files() throws -> [String: Data] {
      try NightFixture.files(of: region.current.appendingPathComponent("0622"))
    }
    let before = try files()
    #expect(before.count > 10)
    let first = try #require(region.runs().first)
    let matched = try region.table("0606/matched.csv.gz")
    let received = try region.table("0606/received.csv.gz")
    let place = try #require(
      received.firstIndex { $0["partner_ref"] == people.rows[0]["Huurdernummer"] })
    let outcome = try region.command(
      "erase", "--person", try #require(matched[place]["person_id"]), "--reason", "verzoek 12")
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    #expect(region.current.lastPathComponent != first)
    let after = try files()
    #expect(after.keys.sorted() == before.keys.sorted())
    #expect(after.keys.filter { after[$0] != before[$0] }.sorted() == [])
    let older = region.folder.path("output/runs/\(first)")
    #expect(FileManager.default.fileExists(atPath: older + "/0622/werklijst.csv"))
    #expect(!FileManager.default.fileExists(atPath: older + "/0606"))
    #expect(try region.files(holding: people.values) == [])
    try region.expectWhole()
  }

  @Test func oneSignalGoesAndTheOthersOfThePersonStay() throws {
    let id = try person()
    let water = try #require(
      night.table("0606/received.csv.gz").first { $0["partner_ref"] == "W-EERSTEKLANT" })
    let outcome = try night.command(
      "erase", "--signal", try #require(water["signal_id"]), "--reason", "vergissing")
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    #expect(try night.files(holding: ["w-eersteklant"]) == [])
    #expect(try person() == id)
    try night.expectWhole()
  }

  @Test func whoIsStoppedHalfwayGoesOn() throws {
    let id = try person()
    for delay in ["0.2", "0.4", "0.6", "0.8", "1.0", "1.3"] {
      let other = try night.copied()
      _ = try other.command(
        "erase", "--person", id, "--reason", "verzoek 12",
        behind: ["/usr/bin/timeout", "--signal=KILL", delay])
      let outcome = try other.command("erase", "--person", id, "--reason", "verzoek 12")
      #expect([0, 66].contains(outcome.exitCode), "\(delay): \(outcome.complaints)")
      #expect(try other.files(holding: people.values) == [], "\(delay)")
      try other.expectWhole()
    }
  }

  @Test func aReasonMayNotTellWhoItIs() throws {
    let id = try person()
    for reason in [
      "verzoek van \(people.rows[0]["Achternaam"] ?? "")", "woont op 3111ab",
      "ref \(people.rows[0]["Huurdernummer"] ?? "")", "mail \(people.rows[0]["E-mail"] ?? "")",
      "bel \(people.rows[0]["Telefoon"] ?? "")",
    ] {
      for command in ["erase", "subject"] {
        let outcome = try night.command(command, "--person", id, "--reason", reason)
        #expect(outcome.exitCode == 64, "\(command) \(reason): \(outcome.output)")
        #expect(outcome.complaints.contains("RIGHT-002"))
      }
    }
    #expect(try night.files(holding: people.values).count > 4)
    #expect(try night.command("erase", "--person", id, "--reason", " ").exitCode == 64)
    #expect(try night.command("erase", "--person", "12", "--reason", "x").exitCode == 64)
  }

  @Test func theAnswerTellsEverythingOfThePersonAndNothingOfOthers() throws {
    let id = try person()
    let outcome = try night.command(
      "subject", "--person", id, "--reason", "verzoek 13", "--output-file", "answer.json")
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    let path = night.folder.path("answer.json")
    let access = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect((access as? NSNumber)?.intValue == 0o600)
    let text = try String(contentsOfFile: path, encoding: .utf8).lowercased()
    for value in people.values { #expect(text.contains(value), "\(value)") }
    for value in people.others { #expect(!text.contains(value), "\(value)") }
    let answer = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
        as? [String: Any])
    let signals = try #require(
      (answer["signals"] as? [String: Any])?["rows"] as? [[String: String]])
    #expect(signals.count == 2)
    #expect(signals.allSatisfy { $0["kept_until"] == "2025-07-06" })
    #expect(answer["keeps_citizen_service_number"] as? Bool == false)
    let again = try night.command(
      "subject", "--person", id, "--reason", "verzoek 13", "--output-file", "answer.json")
    #expect(again.exitCode == 73)
    let unknown = String(repeating: "0", count: 31) + "1"
    #expect(
      try night.command("subject", "--person", unknown, "--reason", "verzoek").exitCode == 66)
  }
}
