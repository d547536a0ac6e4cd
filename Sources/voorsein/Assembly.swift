public import ArgumentParser
public import Definitions
import Diagnostics
import Feeds
public import Model
public import Pipeline
import Reports
import Stages
import State

/// Puts the modules together: the one place where the parts of a run meet.
enum Assembly {
  /// The stages with their settings, for the check of pipeline definitions.
  static let knownStages: [StageKnowledge] = StageCatalog.all.map {
    StageKnowledge(name: $0.name, settings: $0.settings)
  }

  /// Loads a pipeline definition.
  ///
  /// - Parameter path: The YAML file.
  /// - Returns: The definition, complete and checked.
  /// - Throws: Every problem of every definition file at once.
  static func pipeline(_ path: String) throws -> PipelineDefinition {
    try PipelineLoader(knownStages: knownStages).load(path: path)
  }

  /// Loads a pipeline definition that serves the municipalities that somebody asked for.
  ///
  /// - Parameters:
  ///   - path: The YAML file.
  ///   - codes: What was asked for.
  /// - Returns: The whole definition.
  /// - Throws: Every problem of every definition file at once, or a diagnostic for the first code that is not served.
  static func pipeline(
    _ path: String, serving codes: [MunicipalityCode]
  ) throws -> PipelineDefinition {
    let definition = try pipeline(path)
    let served = definition.municipalities.map(\.code)
    if let stranger = codes.first(where: { !served.contains($0) }) {
      throw Diagnostic(
        .usage,
        [
          "what": "municipality \(stranger) is not in this pipeline",
          "hint": "choose from " + served.map(\.description).joined(separator: ", "),
        ])
    }
    return definition
  }

  /// Tells the audit log of a municipality that something was read; there is none without a state.
  ///
  /// - Parameters:
  ///   - act: What was done.
  ///   - municipality: Whose data.
  ///   - state: The state folder.
  /// - Throws: A diagnostic if a run holds the state for long, or the state is damaged.
  static func note(_ act: AuditedAct, of municipality: MunicipalityCode, in state: String) throws {
    let store = StateStore(folder: state)
    guard store.exists else { return }
    try store.hold(municipality, waiting: 10).note(act)
  }

  /// The parts of a run.
  ///
  /// - Parameter state: The state folder; `nil` remembers nothing.
  /// - Returns: What a runner needs.
  static func parts(state: String?) -> RunParts {
    var parts = RunParts(
      version: Version.current,
      receive: Receive.self,
      stages: StageCatalog.all.compactMap { $0 as? any MunicipalityStage.Type },
      readDelivery: { file, feed in try DeliveryReader(order: .canonical).read(file, feed: feed) },
      publish: WorklistPublisher(),
      memory: state.map { StateStore(folder: $0) }, register: RegisterFiles(),
      identities: state.map { RegisterStore(folder: $0) })
    parts.overview = { results, date, folder in
      try OverviewPage(results, on: date).write(to: folder)
    }
    return parts
  }
}

/// Decides what stands on the lists and writes them.
struct WorklistPublisher: ListPublisher {
  var stage: any Stage.Type { Publish.self }

  func publish(
    _ tables: MunicipalityTables, _ context: StageContext, to folder: String, jobs: Int
  ) async throws -> RunFigures? {
    let worklist = try Publish().run(tables, context)
    let indicators = Publish().indicators(tables, context)
    var pieces = try ListWriter().pieces(of: worklist, to: folder)
    pieces.append {
      try ReportWriter().write(indicators, to: folder)
      return []
    }
    pieces.append {
      let outgoing = Outgoing(
        tables, of: context.municipality, referenceDate: context.referenceDate)
      let names = try FeedbackCSV.write(outgoing.feedback, to: folder)
      return try names + (outgoing.exchange.map { try ExchangeJSON.write($0, to: folder) } ?? [])
    }
    _ = try await inParallel(pieces, jobs: jobs) { try $0() }
    return Publish().figures(tables, indicators)
  }
}

/// A date on the command line.
extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(iso: argument) }
}

/// A municipality code on the command line.
extension MunicipalityCode: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// A part of a run on the command line.
extension Partition: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// The id of a person or a signal on the command line.
extension Identifier: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// How stage files are written, on the command line.
extension StageFiles: ExpressibleByArgument {}
