import Foundation
import Model
import TestSupport
import Testing

/// Nights of one water company, in a folder of their own.
final class CalendarNights {
  let folder: TemporaryFolder
  private let feed = "pipelines/feeds/waterdruppel/feed.yml"

  /// Copies the shipped pipeline and leaves one feed of it.
  init(settings: String = "") throws {
    folder = try TemporaryFolder()
    for name in ["pipelines", "docs", "fixtures/keys"] {
      let target = folder.url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Repository.url(name), to: target)
    }
    let others = ["havenstad-wonen", "maasoever-wonen", "noorderlicht-energie", "zorgvast"]
    var night = try text("pipelines/nightly.yml")
    for name in others { night = night.replacingOccurrences(of: "  - \(name)\n", with: "") }
    try folder.write(night, to: "pipelines/nightly.yml")
    try set(settings)
    try empty()
  }

  /// Adds lines below `delivery` of the feed.
  func set(_ settings: String) throws {
    try folder.write(
      text(feed).replacingOccurrences(of: "  due-day: 10", with: "  due-day: 10\n" + settings),
      to: feed)
  }

  /// Takes everything out of the inbox.
  func empty() throws {
    try? FileManager.default.removeItem(atPath: folder.path("inbox"))
    try FileManager.default.createDirectory(
      atPath: folder.path("inbox"), withIntermediateDirectories: true)
  }

  /// Takes one delivery out of the inbox.
  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: folder.path("inbox/" + name))
  }

  /// Puts a delivery of some claims into the inbox.
  ///
  /// - Returns: Its name.
  @discardableResult
  func deliver(_ period: String, on day: String, _ claims: some Sequence<Int>, amount: Int = 90)
    throws -> String
  {
    let received = try #require(CalendarDate(iso: day))
    var lines = [
      "KLANT|NAAM|ADRES|POSTCODE|WOONPLAATS|TELEFOON|SALDO|SINDS|VERZONDEN|MELDING|EINDE LEVERING"
        + "|GEEN TOESTEMMING"
    ]
    for claim in claims {
      lines.append(
        "W\(claim)|Dhr. J. van Jansen|Kadehof \(claim)|3111 AB|Schiedam||\(amount + claim).50|"
          + "\(received.adding(days: -60))|\(received.adding(days: -1))|ACHTERSTAND||")
    }
    let name = "waterdruppel_\(period)_\(day.replacingOccurrences(of: "-", with: "")).csv.gz"
    try NightFixture.deflate(
      Data((lines.joined(separator: "\r\n") + "\r\n").utf8),
      to: folder.url.appendingPathComponent("inbox/" + name))
    return name
  }

  /// Copies a delivery under another name.
  func copy(_ name: String, as other: String) throws {
    try FileManager.default.copyItem(
      atPath: folder.path("kept/" + name), toPath: folder.path("inbox/" + other))
  }

  /// Keeps a copy of what lies in the inbox.
  func keep() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("inbox")) {
      try folder.write(
        Data(contentsOf: folder.url.appendingPathComponent("inbox/" + name)), to: "kept/" + name)
    }
  }

  /// Runs a night, and once more: nothing that was published is published again.
  func run(_ day: String) throws -> Program.Outcome {
    let arguments = [
      "run", "pipelines/nightly.yml", "--inbox", "inbox", "--output", "output", "--state", "state",
      "--municipality", "0606", "--reference-date", day, "--verbose",
    ]
    let outcome = try Program.run(arguments, in: folder.url)
    if outcome.exitCode != 4 {
      let again = try Program.run(arguments, in: folder.url)
      #expect(again.exitCode == 0, "\(day): \(again.complaints)")
      #expect(again.output.hasPrefix("nothing new"), "\(day): \(again.output)")
    }
    try keep()
    return outcome
  }

  /// The run that is published.
  var current: URL {
    folder.url.appendingPathComponent("output/current").resolvingSymlinksInPath()
  }

  /// A file of the municipality in the run that is published.
  func table(_ name: String) throws -> [[String: String]] {
    try NightFixture.table(current.appendingPathComponent(name))
  }

  /// The signal that is on the list for each claim.
  func listed() throws -> [String: String] {
    var listed: [String: String] = [:]
    for (signal, verdict) in zip(
      try table("0606/received.csv.gz"), try table("0606/distinct.csv.gz"))
    where verdict["disposition"] == "kept" {
      listed[signal["partner_ref"] ?? ""] = signal["signal_id"]
    }
    return listed
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }
}
