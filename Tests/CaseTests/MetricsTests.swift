import Foundation
import TestSupport
import Testing

/// Numbers for a program that watches over the runs.
@Suite struct MetricsTests {
  private func run(
    _ folder: TemporaryFolder, inbox: String = "fixtures/deliveries", _ extra: String...
  ) throws -> Program.Outcome {
    try Program.run(
      [
        "run", NightFixture.pipeline, "--inbox", inbox, "--output", folder.path("output"),
        "--state", folder.path("state"), "--reference-date", NightFixture.referenceDate,
        "--metrics", folder.path("metrics/voorsein.prom"),
      ] + extra)
  }

  private func read(_ folder: TemporaryFolder) throws -> OpenMetricsReader {
    try OpenMetricsReader(
      String(contentsOfFile: folder.path("metrics/voorsein.prom"), encoding: .utf8))
  }

  @Test func aNightLeavesItsNumbers() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "metrics/other.prom")
    let outcome = try run(folder)
    #expect(!outcome.complaints.contains("OPS-001"), "\(outcome.complaints)")
    let metrics = try read(folder)
    #expect(metrics.value("voorsein_run_exit_code") == Double(outcome.exitCode))
    #expect((metrics.value("voorsein_run_timestamp_seconds") ?? 0) > 1_700_000_000)
    #expect((metrics.value("voorsein_last_success_timestamp_seconds") ?? 0) > 1_700_000_000)
    #expect((metrics.value("voorsein_run_peak_memory_bytes") ?? 0) > 1_000_000)
    #expect(metrics.value("voorsein_run_new") == 1)
    #expect(metrics.samples.contains { $0.name == "voorsein_build_info" && $0.value == 1 })
    let stages = metrics.samples.filter { $0.name == "voorsein_stage_duration_seconds" }
    #expect(stages.count == 1 + 5 * NightFixture.municipalities.count)
    // Everybody on the machine may read it, and nothing is left beside it.
    let path = folder.path("metrics/voorsein.prom")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o644)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("metrics"))
    #expect(names.sorted() == ["other.prom", "voorsein.prom"])

    #expect(try run(folder).exitCode == 0)
    let again = try read(folder)
    #expect(again.value("voorsein_run_new") == 0)
    #expect(again.people == metrics.people, "the numbers of the lists that stand")
  }

  @Test func noSmallNumberOfPeopleIsInThem() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "metrics/other.prom")
    _ = try run(folder)
    let metrics = try read(folder)
    #expect(!metrics.people.isEmpty)
    for (name, value) in metrics.people {
      #expect(value == 0 || value >= 10 && value.truncatingRemainder(dividingBy: 5) == 0, "\(name)")
    }
    // They are those of the report, and no others: nothing can be computed from both.
    for code in NightFixture.municipalities {
      let report = NightFixture.current(folder).appendingPathComponent("\(code)/indicatoren.csv")
      let lines = try String(contentsOf: report, encoding: .utf8).split(separator: "\r\n")
        .map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
      func shown(_ indicator: String, _ group: String) -> Double? {
        lines.first { $0[0] == indicator && $0[2] == "totaal" && $0[3] == group }
          .flatMap { Double($0[4]) }
      }
      for (fate, group) in [
        ("listed", "Op de werklijst"), ("repeat", "Herhaalde melding"),
        ("below-threshold", "Onder het drempelbedrag"),
      ] {
        #expect(
          metrics.value("voorsein_signals", ["municipality": code, "fate": fate])
            == shown("uitkomst-signalen", group), "\(code) \(fate)")
      }
      if let households = shown("meldingen", "") {
        #expect(metrics.value("voorsein_households", ["municipality": code]) == households)
      }
    }
  }

  @Test func aFailureLeavesItsCode() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "metrics/other.prom")
    #expect(try run(folder, inbox: folder.path("absent")).exitCode == 66)
    #expect(try read(folder).value("voorsein_run_exit_code") == 66)
    #expect(try read(folder).people.isEmpty)
    let broken = try Program.run([
      "run", folder.path("absent.yml"), "--metrics", folder.path("metrics/voorsein.prom"),
    ])
    #expect(broken.exitCode == 78)
    #expect(try read(folder).value("voorsein_run_exit_code") == 78)
  }

  @Test func metricsThatCannotBeWrittenChangeNothing() throws {
    let folder = try TemporaryFolder()
    let without = try run(folder)
    #expect(without.complaints.contains("OPS-001"))
    #expect([0, 3].contains(without.exitCode))
    #expect(
      FileManager.default.fileExists(atPath: folder.path("output/current/0606/werklijst.csv")))
  }

  @Test func thePipelineCanNameTheFile() throws {
    let night = try CalendarNights()
    let name = night.folder.path("pipelines/nightly.yml")
    let definition = try String(contentsOfFile: name, encoding: .utf8)
    try night.folder.write(definition + "metrics: ../numbers.prom\n", to: "pipelines/nightly.yml")
    try night.deliver("2026-10", on: "2026-11-09", 1...3)
    _ = try night.run("2026-11-09")
    let metrics = try OpenMetricsReader(
      String(contentsOfFile: night.folder.path("numbers.prom"), encoding: .utf8))
    #expect(metrics.value("voorsein_run_new") == 0, "the second run found nothing new")
  }
}

/// A strict reader of the part of OpenMetrics that is used, which knows nothing of the writer.
struct OpenMetricsReader {
  struct Broken: Error, CustomStringConvertible { var description: String }

  struct Sample: Equatable {
    var name: String
    var labels: [String: String]
    var value: Double
  }

  private(set) var samples: [Sample] = []

  init(_ text: String) throws {
    guard text.hasSuffix("# EOF\n") else { throw Broken(description: "no end") }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.removeLast(2)
    var kinds: [String: String] = [:]
    var helped: Set<String> = []
    var family = ""
    var seen: Set<String> = []
    for line in lines {
      if line.hasPrefix("# ") {
        let words = line.split(separator: " ", maxSplits: 3).map(String.init)
        guard words.count == 4 else { throw Broken(description: line) }
        if words[2] != family {
          guard words[1] == "TYPE", kinds[words[2]] == nil else {
            throw Broken(description: "families are mixed: \(line)")
          }
          family = words[2]
        }
        switch words[1] {
        case "TYPE": kinds[family] = words[3]
        case "UNIT":
          guard family.hasSuffix("_" + words[3]) else { throw Broken(description: line) }
        case "HELP": helped.insert(family)
        default: throw Broken(description: line)
        }
        continue
      }
      let sample = try Self.sample(line)
      let expected = kinds[family] == "info" ? family + "_info" : family
      guard sample.name == expected, helped.contains(family) else {
        throw Broken(description: "of no family: \(line)")
      }
      guard seen.insert("\(sample.name) \(sample.labels.sorted { $0.key < $1.key })").inserted
      else { throw Broken(description: "twice: \(line)") }
      samples.append(sample)
    }
  }

  private static func sample(_ line: String) throws -> Sample {
    guard
      let match = line.wholeMatch(
        of: /([a-z_][a-z0-9_]*)(?:\{((?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)*)\})? ([0-9.e+]+)/),
      let value = Double(match.3)
    else { throw Broken(description: "no sample: \(line)") }
    var labels: [String: String] = [:]
    for label in (match.2 ?? "").matches(of: /([a-z_]+)="((?:[^"\\\n]|\\["\\n])*)"/) {
      labels[String(label.1)] = String(label.2)
    }
    return Sample(name: String(match.1), labels: labels, value: value)
  }

  func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
    samples.first { $0.name == name && $0.labels == labels }?.value
  }

  /// The samples that count people, signals or households.
  var people: [String: Double] {
    let names = [
      "voorsein_signals", "voorsein_unused_rows", "voorsein_households",
      "voorsein_deadlines_passed", "voorsein_shortfall",
    ]
    var found: [String: Double] = [:]
    for sample in samples where names.contains(sample.name) {
      found["\(sample.name) \(sample.labels.sorted { $0.key < $1.key })"] = sample.value
    }
    return found
  }
}
