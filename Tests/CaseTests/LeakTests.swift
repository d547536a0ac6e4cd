import Foundation
import TestSupport
import Testing

/// Nothing leaves the house but what may: every value of every person of a night is looked for in every file of
/// the run.
@Suite struct LeakTests {
  /// Looks for everything everywhere.
  ///
  /// - Returns: The kinds of file in which each field was found, so that the search is known to find.
  private func search(
    _ folder: URL, of night: LeakNight, below prefix: String = ""
  ) throws -> [LeakNight.Field: Set<OutgoingFile.Kind>] {
    var found: [LeakNight.Field: Set<OutgoingFile.Kind>] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let url = folder.appendingPathComponent(path)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      guard let file = OutgoingFile(path: prefix + path) else {
        Issue.record("\(path) is in no table: say in OutgoingFile what may stand in it")
        continue
      }
      var bytes = try url.pathExtension == "gz" ? NightFixture.inflate(url) : Data(contentsOf: url)
      if url.pathExtension == "xlsx" { bytes = Data(try ZipParts(bytes).wholeText().utf8) }
      let text = String(decoding: bytes, as: UTF8.self).lowercased().replacing(" ", with: "")
      for subject in night.subjects {
        for (field, values) in subject.values where values.contains(where: text.contains) {
          #expect(
            file.mayHold(field, of: subject), "\(path): \(field.rawValue) of \(subject.name)")
          found[field, default: []].insert(file.kind)
        }
      }
    }
    return found
  }

  @Test func everyValueStandsOnlyWhereItMay() throws {
    let night = try LeakNight()
    let found = try search(night.run(), of: night)
    #expect(found[.citizenServiceNumber] == nil && found[.remark] == [.quarantine])
    #expect(
      found[.surname] == [.quarantine, .stageFile, .worklist, .workbook, .deceased, .exchange])
    #expect(found[.birthDate]?.isSuperset(of: [.worklist, .exchange]) == true)
    #expect(
      found[.street] == [.quarantine, .stageFile, .worklist, .workbook, .deceased, .exchange])
    #expect(found[.phone] == [.quarantine, .stageFile, .worklist, .workbook])
    #expect(
      found[.reference]
        == [.quarantine, .receipts, .stageFile, .workbook, .deceased, .feedback])
  }

  @Test func whatAPartnerHearsIsTheAllowListAlone() throws {
    let night = try LeakNight()
    let run = try night.run()
    let own = try feedback(run.appendingPathComponent("0606"), "havenstad-wonen")
    #expect(own.allSatisfy { Set($0.keys) == Self.columns.union(["incassopauze_tot"]) })
    let references = ["listed", "small", "secret", "dead"].compactMap { name in
      night.subjects.first { $0.name == name }?.values[.reference]?[0]
    }
    #expect(Set(own.compactMap { $0["kenmerk"]?.lowercased() }) == Set(references))
    let statuses = Dictionary(
      own.map { ($0["kenmerk"]?.lowercased() ?? "", $0["statuscode"] ?? "") },
      uniquingKeysWith: { first, _ in first })
    #expect(
      references.map { statuses[$0] } == [
        "nog-niet-opgepakt", "onterecht-signaal", "nog-niet-opgepakt", "overleden",
      ])
    // Vlaardingen did not agree to tell of acceptance.
    let others = try feedback(run.appendingPathComponent("0622"), "havenstad-wonen")
    #expect(others.count == 1 && others.allSatisfy { Set($0.keys) == Self.columns })
  }

  /// Of help that was accepted a partner hears until when it stops collecting, and nothing else.
  @Test func helpThatWasAcceptedIsNotForPartners() throws {
    let night = try LeakNight()
    let copy = try night.handled(try night.run())
    let again = night.folder.url.appendingPathComponent("again/0606")
    let outcome = try Program.run(
      [
        "stage", "publish", "pipelines/nightly.yml", "--input", copy.path, "--output", again.path,
      ], in: night.night.folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    _ = try search(again, of: night, below: "0606/")
    for (partner, subject) in [
      ("havenstad-wonen", night.subjects[0]), ("waterdruppel", night.subjects[7]),
    ] {
      let lines = try feedback(again, partner)
      let line = try #require(
        lines.first { $0["kenmerk"]?.lowercased() == subject.values[.reference]?[0] })
      #expect(line["statuscode"] == "opgepakt" && line["status"] == "Opgepakt")
      #expect(line["incassopauze_tot"] == "2026-12-07")
      let text = try String(
        contentsOf: again.appendingPathComponent("terugkoppeling/\(partner).csv"), encoding: .utf8)
      for word in ["hulp", "telefoon", "2026-11-07", "2026-11-08", "cccc"] {
        #expect(!text.lowercased().contains(word), "\(partner): \(word)")
      }
    }
    let message = again.appendingPathComponent("ddas.json")
    let text = try String(contentsOf: message, encoding: .utf8)
    #expect(text.contains("Vervolghulp en/of verwijzing financieel"))
    #expect(!text.contains("Burgerservicenummer"))
    #expect(try ExchangeModel.check([message]).isValid)
  }

  private static let columns: Set<String> = [
    "kenmerk", "signaal_id", "statuscode", "status", "datum",
  ]

  private func feedback(_ folder: URL, _ partner: String) throws -> [[String: String]] {
    try NightFixture.table(folder.appendingPathComponent("terugkoppeling/\(partner).csv"))
  }
}

extension LeakNight {
  /// The folder in which everything stands.
  var folder: TemporaryFolder { night.folder }
}
