import ArgumentParser
import Diagnostics
import Model
import Pipeline
import Reports
import Stages

/// Tells why a household is on the list, at its rank, with its deadline, and why signals are of one person.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a signal, person, household or pair of signals: match, rank, deadline.",
    discussion: """
      With --pipeline: how the signals were matched. With two signals: every weight of the pair, the \
      rules that decided, and what would have changed it. Names and addresses are not shown; rows are pointed to by delivery and row. docs/explain.md \
      says what each word means.
      """)

  @Argument(help: "The id of a signal, a person or a household: 32 hexadecimal digits.")
  var id: String

  @Argument(help: "The id of another signal, to explain the two together.")
  var other: String?

  @Option(name: .customLong("run"), help: "The run's folder, or one municipality's folder in it.")
  var folder: String

  @Option(
    help: "The run's pipeline definition: asked for to tell how signals were matched.",
    completion: .file(extensions: ["yml"]))
  var pipeline: String?

  @Flag(help: "Print the explanation as JSON.")
  var json = false

  @Option(
    help: "Write how it was matched to this file as a page for a Dutch reader, too.",
    completion: .file(extensions: ["html"]))
  var html: String?

  @Option(help: "The state folder whose audit log is told of it.", completion: .directory)
  var state: String?

  func run() async throws {
    try await Console.reporting {
      let reader = RunReader(folder: folder)
      if let other {
        try explainPair(other, reader)
      } else {
        try explainHouseholds(reader)
      }
      for files in try reader.municipalities(nil) {
        guard let state, let code = files.subject.flatMap({ MunicipalityCode($0.municipality) })
        else { continue }
        try Assembly.note(AuditedAct(.explain), of: code, in: state)
      }
      return .complete
    }
  }

  private func explainPair(_ other: String, _ reader: RunReader) throws {
    guard let pipeline else { throw pipelineAbsent }
    let pair = try explainer(reader, pipeline).pair(id, other)
    if json {
      try Console.say(json: pair)
    } else {
      for line in PairText(pair).lines { Console.say(line) }
    }
    if let html { try ExplanationPage(pair).write(to: html) }
  }

  private func explainHouseholds(_ reader: RunReader) throws {
    let explanations = try reader.explain(id)
    guard let pipeline else {
      if html != nil { throw pipelineAbsent }
      if json {
        try Console.say(json: explanations)
      } else {
        for explanation in explanations { HouseholdText(explanation).say() }
      }
      return
    }
    let explainer = try explainer(reader, pipeline)
    let matches = try explanations.map { try explainer.household($0.household.id) }
    if json {
      try Console.say(json: zip(explanations, matches).map(ExplainedHousehold.init))
    } else {
      for (explanation, match) in zip(explanations, matches) {
        HouseholdText(explanation).say()
        for line in MatchText(match).lines { Console.say(line) }
      }
    }
    if let html { try ExplanationPage(matches).write(to: html) }
  }

  private var pipelineAbsent: Diagnostic {
    Diagnostic(
      .usage,
      [
        "what": "how signals were matched is told with the run's definitions",
        "hint": "give --pipeline, such as --pipeline pipelines/nightly.yml",
      ])
  }

  private func explainer(_ reader: RunReader, _ path: String) throws -> MatchExplainer {
    let pipeline = try Assembly.pipeline(path)
    let municipality = try reader.matched(holding: id)
    do {
      return try MatchExplainer(
        municipality.tables, settings: pipeline.settings(of: Match.self),
        model: municipality.model(in: pipeline))
    } catch let diagnostic as Diagnostic
      where diagnostic.code == .matchedOtherwise && !reader.wasMade(with: pipeline)
    {
      throw Diagnostic(.definitionsOfOtherRun)
    }
  }
}

/// Why a household stands where it stands, and how its signals were matched.
private struct ExplainedHousehold: Encodable {
  let explanation: RunReader.Explanation
  let matching: HouseholdExplanation

  private enum CodingKeys: CodingKey { case matching }

  func encode(to encoder: any Encoder) throws {
    try explanation.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(matching, forKey: .matching)
  }
}
