import Foundation
import Model
import TestSupport
import Testing

/// Nights of the shipped pipeline around a day on which the municipalities' secret is replaced.
private struct RotationNight {
  static let first = String(repeating: "a1", count: 32)
  static let second = String(repeating: "b2", count: 32)
  static let rotation = "2026-10-25"

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["pipelines", "docs/sources.yml"] {
      let target = folder.url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Repository.url(name), to: target)
    }
    try writeKeys("* first \(Self.first)\n")
    try folder.write("", to: "inbox/.keep")
    try deliver("2026-09")
  }

  func writeKeys(_ text: String, mode: Int = 0o600) throws {
    try folder.write(text, to: "fixtures/keys/test.keys")
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: folder.path("fixtures/keys/test.keys"))
  }

  /// Replaces the secret; from that day the second one holds.
  func rotate() throws {
    try writeKeys("* first \(Self.first)\n* second \(Self.second) from \(Self.rotation)\n")
  }

  /// Puts the deliveries of a period into the inbox.
  func deliver(_ period: String) throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Repository.url("fixtures/deliveries").path)
    for name in names where name.contains("_\(period)_") {
      try folder.write(
        Data(contentsOf: Repository.url("fixtures/deliveries/\(name)")), to: "inbox/\(name)")
    }
  }

  /// Takes the deliveries of a period out of the inbox.
  func clear(_ period: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("inbox"))
    where name.contains("_\(period)_") {
      try FileManager.default.removeItem(atPath: folder.path("inbox/\(name)"))
    }
  }

  @discardableResult
  func run(_ day: String, _ extra: String...) throws -> Program.Outcome {
    let outcome = try Program.run(
      [
        "run", "pipelines/nightly.yml", "--inbox", "inbox", "--output", "output", "--state",
        "state", "--reference-date", day,
      ] + extra, in: folder.url)
    #expect([0, 3].contains(outcome.exitCode), "\(day): \(outcome.complaints)")
    return outcome
  }

  /// What became of every row, by the row.
  func rows() throws -> [String: Row] {
    var rows: [String: Row] = [:]
    for code in NightFixture.municipalities {
      let folder = NightFixture.current(folder).appendingPathComponent(code)
      let matched = try NightFixture.table(folder.appendingPathComponent("matched.csv.gz"))
      let distinct = try NightFixture.table(folder.appendingPathComponent("distinct.csv.gz"))
      let lines = try NightFixture.table(folder.appendingPathComponent("prioritised.csv.gz"))
      let listed = Set(lines.compactMap { $0["household_id"] })
      #expect(listed.count == lines.count, "a household stands on one line")
      for (match, claim) in zip(matched, distinct) {
        let key = "\(code) \(match["feed"] ?? "") \(match["delivery"] ?? "") \(match["row"] ?? "")"
        rows[key] = Row(
          signal: match["signal_id"] ?? "", person: match["person_id"] ?? "",
          household: match["household_id"] ?? "", disposition: claim["disposition"] ?? "",
          isJoined: claim["joins"]?.isEmpty == false,
          isListed: listed.contains(match["household_id"] ?? ""))
      }
    }
    return rows
  }

  struct Row: Equatable {
    var signal: String
    var person: String
    var household: String
    var disposition: String
    var isJoined: Bool
    var isListed: Bool
  }

  func keyNames() throws -> [String: String] {
    try #require(
      NightFixture.manifest(of: NightFixture.current(folder))["key_names"] as? [String: String])
  }
}

/// A secret is replaced without anybody getting lost.
@Suite struct KeyRotationTests {
  /// Holds the rows of two courses against each other: who shares an id in one shares it in the other, what was
  /// decided is the same, and every id that was known stays.
  private func expectSameButForNewIDs(
    _ rotated: [String: RotationNight.Row], _ plain: [String: RotationNight.Row],
    known: Set<String>, _ night: String
  ) {
    #expect(rotated.keys.sorted() == plain.keys.sorted())
    var other: [String: String] = [:]
    for (key, row) in plain.sorted(by: { $0.key < $1.key }) {
      guard let now = rotated[key] else { continue }
      let ids = [
        (row.signal, now.signal), (row.person, now.person), (row.household, now.household),
      ]
      for (before, after) in ids {
        #expect(other[before] ?? after == after, "\(night): \(key) is taken apart")
        other[before] = after
        if known.contains(before) { #expect(before == after, "\(night): \(key) lost an id") }
      }
      #expect(row.disposition == now.disposition && row.isJoined == now.isJoined)
      #expect(row.isListed == now.isListed)
    }
    #expect(Set(other.values).count == other.count, "\(night): two became one")
  }

  @Test func everyKnownIdStaysAndNothingIsDoubled() throws {
    let (plain, rotated) = (try RotationNight(), try RotationNight())
    for night in [plain, rotated] { try night.run("2026-10-20") }
    let first = try plain.rows()
    #expect(try rotated.rows() == first)
    let known = Set(first.values.flatMap { [$0.signal, $0.person, $0.household] })

    try rotated.rotate()
    for night in [plain, rotated] {
      try night.deliver("2026-10")
      try night.run("2026-11-09")
    }
    try expectSameButForNewIDs(
      rotated.rows(), plain.rows(), known: known, "the same inbox and more")
    let new = Set(try rotated.rows().values.map(\.signal)).subtracting(known)
    #expect(!new.isEmpty)
    #expect(new.isDisjoint(with: try plain.rows().values.map(\.signal)), "a secret of their own")
    #expect(try rotated.keyNames()["0606"] == "first, second")
    #expect(try plain.keyNames()["0606"] == "first")

    // Now what was known is only remembered.
    for night in [plain, rotated] {
      try night.clear("2026-09")
      try night.run("2026-11-10")
    }
    try expectSameButForNewIDs(rotated.rows(), plain.rows(), known: known, "what is remembered")
    #expect(try rotated.keyNames()["0606"] == "first, second")
    let again = try rotated.run("2026-11-10", "--verbose")
    #expect(again.output.hasPrefix("nothing new"))

    // Much later only what was sent under the second is within retention.
    try rotated.run("2027-05-20")
    #expect(try rotated.keyNames().values.allSatisfy { $0.hasSuffix("second") })
  }

  @Test func aCaseThatBeganBeforeIsClosedAfter() throws {
    let night = try OutcomeNight()
    func keys(_ text: String) throws {
      try night.folder.write(text, to: "fixtures/keys/test.keys")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: night.folder.path("fixtures/keys/test.keys"))
    }
    try keys("* first \(RotationNight.first)\n")
    try night.run(9)
    var list = try night.list()
    list.attempt(1, of: "Smit", "09-11-2026", "Telefoon", "Ochtend", "Ja")
    list["Smit", "Datum opgepakt"] = "9-11-2026"
    try night.take(list, on: 10)
    try keys("* first \(RotationNight.first)\n* second \(RotationNight.second) from 2026-11-11\n")
    try night.run(11)
    var next = try night.list()
    #expect(next["Smit", "Stand"] == "bezig")
    #expect(next["Smit", "Kenmerk"] == list["Smit", "Kenmerk"])
    next["Smit", "Datum hulp aanvaard"] = "11-11-2026"
    next["Smit", "Resultaat"] = "vervolghulp en/of verwijzing financieel"
    // The list from before the rotation is as good as the one from after it.
    list["Visser", "Datum opgepakt"] = "11-11-2026"
    try night.take(next, on: 12)
    try night.take(list, on: 12)
    try night.run(13)
    let last = try night.list()
    #expect(last["Smit", "Stand"] == "afgerond" && last["Visser", "Stand"] == "bezig")
  }

  @Test func householdsAtAddressesOfTheRegisterStay() throws {
    let night = try RegisterNight()
    func keys(_ text: String) throws {
      try night.folder.write(text, to: "fixtures/keys/test.keys")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: night.folder.path("fixtures/keys/test.keys"))
    }
    func households() throws -> [[String]] {
      try NightFixture.table(night.file("matched.csv.gz")).map {
        [$0["signal_id"] ?? "", $0["person_id"] ?? "", $0["household_id"] ?? ""]
      }
    }
    func moved() throws -> [String] {
      try NightFixture.table(night.file("linked.csv.gz")).filter { $0["address_key"] != "" }
        .map { $0["person_id"] ?? "" }
    }
    try keys("* first \(RotationNight.first)\n")
    _ = try night.run()
    let (before, movedBefore) = (try households(), try moved())
    #expect(!movedBefore.isEmpty, "somebody lives where the register alone tells")
    try keys("* first \(RotationNight.first)\n* second \(RotationNight.second) from 2026-11-10\n")
    for day in ["2026-11-10", "2026-11-11"] {
      _ = try night.run("--reference-date", day)
      #expect(try households() == before, "\(day)")
      #expect(try moved() == movedBefore)
    }
  }

  @Test func keysThatOthersCanReadAreNotUsed() throws {
    let night = try RotationNight()
    try night.writeKeys("* first \(RotationNight.first)\n", mode: 0o640)
    let arguments = [
      "run", "pipelines/nightly.yml", "--inbox", "inbox", "--output", "output", "--state", "state",
      "--reference-date", "2026-10-20",
    ]
    let readable = try Program.run(arguments, in: night.folder.url)
    #expect(readable.exitCode == 12)
    #expect(readable.complaints.contains("KEY-001"))
    #expect(readable.complaints.contains("chmod 600"))
    #expect(!readable.complaints.contains(RotationNight.first))
    try FileManager.default.moveItem(
      atPath: night.folder.path("fixtures/keys/test.keys"),
      toPath: night.folder.path("fixtures/keys/other"))
    try FileManager.default.createSymbolicLink(
      atPath: night.folder.path("fixtures/keys/test.keys"), withDestinationPath: "other")
    let linked = try Program.run(arguments, in: night.folder.url)
    #expect(linked.exitCode == 12)
    #expect(linked.complaints.contains("it is a link"))
  }

  @Test func aCredentialOfTheServiceHoldsTheKeys() throws {
    let night = try RotationNight()
    let definition = try String(
      contentsOfFile: night.folder.path("pipelines/nightly.yml"), encoding: .utf8)
    try night.folder.write(
      definition.replacing(
        "  file: ../fixtures/keys/test.keys", with: "  credential: voorsein.keys"),
      to: "pipelines/nightly.yml")
    let arguments = [
      "run", "pipelines/nightly.yml", "--inbox", "inbox", "--output", "output", "--state", "state",
      "--reference-date", "2026-10-20",
    ]
    let doctor = ["doctor", "pipelines/nightly.yml"]
    let unattended = try Program.run(doctor, in: night.folder.url)
    #expect(unattended.exitCode == 12)
    #expect(unattended.output.contains("CREDENTIALS_DIRECTORY is not set"))
    let outside = try Program.run(arguments, in: night.folder.url)
    #expect(outside.exitCode == 12)
    #expect(outside.complaints.contains("CREDENTIALS_DIRECTORY is not set"))
    try night.folder.write("", to: "credentials/other")
    let service = ["/usr/bin/env", "CREDENTIALS_DIRECTORY=\(night.folder.path("credentials"))"]
    let absent = try Program.run(arguments, in: night.folder.url, behind: service)
    #expect(absent.exitCode == 12)
    #expect(absent.complaints.contains("KEY-002"))
    try night.folder.write("* first \(RotationNight.first)\n", to: "credentials/voorsein.keys")
    // As systemd gives it: a list of access shows as access of the group.
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o440], ofItemAtPath: night.folder.path("credentials/voorsein.keys"))
    let inside = try Program.run(arguments, in: night.folder.url, behind: service)
    #expect([0, 3].contains(inside.exitCode), "\(inside.complaints)")
    #expect(try night.keyNames()["0606"] == "first")
    let attended = try Program.run(doctor, in: night.folder.url, behind: service)
    #expect(attended.exitCode != 12)
    #expect(attended.output.contains("voorsein.keys is for the user of the service alone"))
  }
}
