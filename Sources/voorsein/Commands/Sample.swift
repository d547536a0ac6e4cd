import ArgumentParser
import Definitions
import Diagnostics
import Foundation
import Model
import Samples

/// Makes invented deliveries with their truth.
struct Sample: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make invented deliveries of the five feeds, with a truth file.",
    discussion: """
      The same number of signals and seed give the same bytes. truth.csv says the person, household \
      and fate of every row. Nobody in it exists.
      """)

  @Option(help: "How many signals, over all deliveries.")
  var signals: Int

  @Option(help: "The seed.")
  var seed: UInt64 = 1

  @Option(help: "The folder to write; made if absent.")
  var output: String

  @Option(
    help: ArgumentHelp(
      "Make all signals for this municipality: \(Sample.codes.joined(separator: ", ")).",
      valueName: "code"))
  var municipality: String?

  @Option(
    help: """
      Make signals for all municipalities of this pipeline, each at its own postcodes; nobody lives outside.
      """, completion: .file(extensions: ["yml"]))
  var pipeline: String?

  @Flag(
    help: """
      Also write an invented extract from the register of persons for each municipality, to \
      register/<code>/register.csv.gz.
      """)
  var register = false

  @Flag(help: "Print the result as JSON.")
  var json = false

  private struct Result: Encodable {
    var files: [String]
    var rows: Int
    var households: Int
    var fates: [String: Int]
  }

  private static let codes = SampleMunicipalities.waterweg.served.map { "\($0.code)" }.sorted()

  func validate() throws {
    guard signals >= 1 else { throw ValidationError("--signals is at least 1.") }
    if waterweg == nil {
      throw ValidationError("--municipality is one of \(Sample.codes.joined(separator: ", ")).")
    }
    guard municipality == nil || pipeline == nil else {
      throw ValidationError("--municipality goes without --pipeline.")
    }
  }

  /// For whom; `nil` if the sample does not know the municipality.
  private var waterweg: SampleMunicipalities? {
    guard let municipality else { return .waterweg }
    return MunicipalityCode(municipality).flatMap { SampleMunicipalities.waterweg.only($0) }
  }

  /// For whom, and what they decided.
  private func region() throws -> (SampleMunicipalities, SampleRules) {
    guard let pipeline else { return (waterweg ?? .waterweg, .waterweg) }
    let definition = try Assembly.pipeline(pipeline)
    var areas: [UInt16: [Int]] = [:]
    for (digits, number) in definition.reference.municipalityOfArea.enumerated() where number > 0 {
      areas[number, default: []].append(digits)
    }
    let served = definition.municipalities.compactMap { municipality in
      areas[municipality.code.number].map {
        SampleMunicipality(code: municipality.code, place: municipality.name, postcodes: $0)
      }
    }
    guard !served.isEmpty else {
      throw Diagnostic(
        .usage,
        [
          "what": "no municipality of the pipeline has a postcode",
          "hint": "add its postcodes to postcode_areas.csv of the reference tables",
        ])
    }
    var rules = SampleRules(thresholds: [:], windows: SampleRules.waterweg.windows)
    for municipality in definition.municipalities {
      rules.thresholds[municipality.code] = municipality.thresholds
    }
    return (.country(served), rules)
  }

  func run() async throws {
    try await Console.reporting {
      let (municipalities, rules) = try region()
      let summary: SampleSummary
      do {
        try FileManager.default.createDirectory(
          atPath: output, withIntermediateDirectories: true)
        let generator = SampleGenerator(
          signals: signals, seed: seed, municipalities: municipalities, rules: rules)
        summary = try generator.write(to: output)
        if register { try generator.writeRegister(to: output + "/register") }
      } catch {
        throw Diagnostic(.cannotCreate, ["path": output, "reason": "\(error)"])
      }
      if json {
        try Console.say(
          json: Result(
            files: summary.files, rows: summary.rows, households: summary.households,
            fates: Dictionary(
              summary.fates.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +)))
      } else if Console.isTerminal {
        Console.say("\(summary.rows) rows in \(summary.files.count) files in \(output)")
      }
      return .complete
    }
  }
}
