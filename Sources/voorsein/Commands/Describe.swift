import ArgumentParser
import Definitions
import Diagnostics
import Model
import Pipeline
import Reports
import Stages

/// Prints the reference of what the program knows.
struct Describe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the generated reference: stages, files, codes.",
    discussion: "docs/reference holds what this command prints; a test compares the two.")

  /// The parts of the reference.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case stages, files, diagnostics, exits
    case indicators
    case tableSchema = "table-schema"
    case algorithm

    /// The parts that are pages of the reference.
    static let pages: [Part] = [.stages, .files, .diagnostics, .exits, .indicators]
  }

  @Argument(
    help: """
      One part: stages, files, diagnostics, exits or indicators, all of them otherwise; or table-schema, \
      for the Frictionless Table Schema of a feed, as JSON; or algorithm, for what the public may know of \
      how a municipality works: a draft for the register of algorithms, a model card and an annex for the \
      impact assessment, in Dutch.
      """)
  var part: Part?

  @Argument(
    help: ArgumentHelp(
      "For table-schema: the feed's definition. For algorithm: the pipeline.",
      valueName: "definition"),
    completion: .file(extensions: ["yml"]))
  var definition: String?

  @Option(help: "For algorithm: one municipality; all of the pipeline otherwise.")
  var municipality: MunicipalityCode?

  @Option(
    help: "For algorithm: a folder to write <code>/*.md to, in place of printing.",
    completion: .directory)
  var output: String?

  @Flag(help: "Print the reference as JSON.")
  var json = false

  func validate() throws {
    guard (part == .tableSchema || part == .algorithm) == (definition != nil) else {
      throw ValidationError(
        "Name a feed's definition for table-schema, a pipeline for algorithm, and neither for others."
      )
    }
    guard part == .algorithm || (municipality == nil && output == nil) else {
      throw ValidationError("--municipality and --output are for algorithm.")
    }
  }

  func run() async throws {
    try await Console.reporting {
      if let definition {
        if part == .algorithm { return try describeAlgorithm(Assembly.pipeline(definition)) }
        try Console.say(json: TableSchema(FeedLoader().load(path: definition)))
        return .complete
      }
      let parts = part.map { [$0] } ?? Part.pages
      if json {
        try Console.say(
          json: Dictionary(uniqueKeysWithValues: parts.map { ($0.rawValue, Reference.rows($0)) }))
      } else {
        Console.say(parts.map { Reference.page($0) }.joined(separator: "\n\n"))
      }
      return .complete
    }
  }

  /// Prints or writes the documents about the definitions in force.
  private func describeAlgorithm(_ pipeline: PipelineDefinition) throws -> ExitStatus {
    let codes = municipality.map { [$0] } ?? pipeline.municipalities.map(\.code)
    let settings = StageCatalog.all.flatMap { stage in
      let values = pipeline.settings(of: stage)
      return stage.settings.map {
        DefinitionsInForce.SettingInForce(
          stage: stage.name, name: $0.name, value: values[$0.name] ?? $0.defaultValue, unit: $0.unit
        )
      }
    }
    var printed: [String: [String: String]] = [:]
    var texts: [String] = []
    for code in codes {
      guard
        let inForce = DefinitionsInForce(
          pipeline, of: code, version: Version.current, settings: settings)
      else {
        let known = pipeline.municipalities.map(\.code.description).joined(separator: ", ")
        throw Diagnostic(
          .usage,
          ["what": "the pipeline has no municipality \(code)", "hint": "give one of \(known)"])
      }
      for document in inForce.documents {
        printed["\(code)", default: [:]][document.name] = document.text
        texts.append(document.text)
        guard let output else { continue }
        try FileSystem.makeFolder("\(output)/\(code)")
        try FileSystem.write(document.text, to: "\(output)/\(code)/\(document.name)")
      }
    }
    guard output == nil else { return .complete }
    if json {
      try Console.say(json: printed)
    } else {
      Console.say(texts.joined(separator: "\n---\n\n"))
    }
    return .complete
  }
}
