import ArgumentParser
import Definitions
import Diagnostics
import Model
import Pipeline

/// Runs a pipeline from deliveries to lists.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a pipeline: deliveries in, one outreach list per municipality out.",
    discussion: """
      Silent when all is well and nobody watches. What was set aside is said on standard error, one \
      paragraph per kind and place, and stands in issues.jsonl, the quarantine and the ledger.

      \(exitStatusTable)
      """)

  @OptionGroup var pipelineOptions: PipelineOptions

  @Option(help: "The first stage to run, on the files of the run that is current in --output.")
  var from: String?

  @Option(help: "The last stage to run; then nothing is published.")
  var to: String?

  @Option(
    help: """
      How to write the stage files: csv.gz; or, for a trial, csv or none: such a run is not remembered and \
      does not become current.
      """)
  var stageFiles = StageFiles.compressed

  @Flag(help: "Leave the state as it is.")
  var noStateUpdate = false

  @Flag(help: "Begin also when the deliveries will not fit into the memory that is free.")
  var noMemoryCheck = false

  @Flag(help: "Print the manifest as JSON.")
  var json = false

  @Option(
    help: """
      The file for numbers about the run, in the format of OpenMetrics, also when it fails; the pipeline may \
      name one otherwise.
      """)
  var metrics: String?

  @Flag(name: .shortAndLong, help: "Say what was done, also when nobody watches.")
  var verbose = false

  func validate() throws {
    guard pipelineOptions.partition != nil else { return }
    guard from == nil, to == nil, stageFiles == .compressed else {
      throw ValidationError(
        "--partition goes with neither --from, --to nor another --stage-files than csv.gz: a part is a whole run of its municipalities."
      )
    }
  }

  func run() async throws {
    let log = pipelineOptions.logOptions.log(verbose: verbose)
    let monitor = RunMonitor(path: metrics)
    var folder: String?
    try await Console.reporting(log) {
      let definition = try pipelineOptions.load()
      monitor.expect(
        path: definition.metrics, output: pipelineOptions.output ?? definition.output)
      let runner = try pipelineOptions.runner(
        definition, firstStage: from, lastStage: to, updatesState: !noStateUpdate,
        stageFiles: stageFiles, checksMemory: !noMemoryCheck
      ) { event in
        log.tell(event)
        monitor.hear(event)
      }
      let result = try await runner.run()
      folder = result.folder
      for kind in result.issues.kinds { log.tell(kind.first, count: kind.count) }
      if json {
        try Console.say(json: result.manifest)
      } else if verbose || Console.isTerminal {
        RunText.say(result)
      }
      return result.status
    } finally: { status in
      do { try monitor.write(status, run: folder) } catch let problem as Diagnostic {
        log.tell(
          Diagnostic(
            .metricsNotWritten,
            [
              "path": problem.facts["path"] ?? "", "reason": problem.facts["reason"] ?? "",
            ]))
      } catch {}
    }
  }
}

/// What the commands that look at a whole pipeline have in common.
struct PipelineOptions: ParsableArguments {
  @Argument(help: "The pipeline definition.", completion: .file(extensions: ["yml"]))
  var pipeline: String

  @Option(help: "The folder with the deliveries; the pipeline names one otherwise.")
  var inbox: String?

  @Option(help: "The folder for runs; the pipeline names one otherwise.")
  var output: String?

  @Option(help: "The folder with the state; the pipeline names one otherwise.")
  var state: String?

  @Option(help: "The day the run is about, as 2026-10-31; today otherwise.")
  var referenceDate: CalendarDate?

  @Option(
    name: .customLong("municipality"),
    help: "Only this municipality, by its code; can be given more than once.")
  var municipalities: [MunicipalityCode] = []

  @Option(
    help: ArgumentHelp(
      """
      Only part I of N of the municipalities, which are dealt out by their codes; for `voorsein merge`. With \
      --municipality, a part of those named.
      """, valueName: "i/n"))
  var partition: Partition?

  @Option(help: "How many pieces of work go on at once.")
  var jobs: Int = 2

  @Option(help: "How many seconds to wait for another run that holds the output or the state.")
  var waitLock: Int = 0

  @OptionGroup var logOptions: LogOptions

  func validate() throws {
    guard waitLock >= 0 else { throw ValidationError("--wait-lock is at least 0.") }
    guard jobs >= 1 else { throw ValidationError("--jobs is at least 1.") }
  }

  /// The runner of the pipeline with these options.
  ///
  /// - Parameters:
  ///   - loaded: The pipeline, if it was loaded already.
  ///   - firstStage: The first stage to run; `nil` for all.
  ///   - lastStage: The last stage to run; `nil` for all.
  ///   - updatesState: Whether the run is remembered.
  ///   - stageFiles: How the tables are written.
  ///   - checksMemory: Whether a run that will not fit is stopped.
  ///   - listen: Is told what the run has come to.
  /// - Returns: The runner.
  /// - Throws: What is wrong with the definitions or the options.
  func runner(
    _ loaded: PipelineDefinition? = nil, firstStage: String? = nil, lastStage: String?,
    updatesState: Bool,
    stageFiles: StageFiles = .compressed, checksMemory: Bool = true,
    listen: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) throws -> Runner {
    let definition = try loaded ?? load()
    var parts = Assembly.parts(state: state ?? definition.state)
    parts.listen = listen
    var options = try runOptions(
      definition, firstStage: firstStage, lastStage: lastStage, updatesState: updatesState,
      stageFiles: stageFiles)
    options.checksMemory = checksMemory
    return Runner(pipeline: definition, parts: parts, options: options)
  }

  /// Loads the pipeline, reduced to the municipalities asked for.
  func load() throws -> PipelineDefinition {
    var definition = try Assembly.pipeline(pipeline, serving: municipalities)
    if !municipalities.isEmpty {
      definition.municipalities.removeAll { !municipalities.contains($0.code) }
    }
    if let partition { definition.keep(partition) }
    return definition
  }

  /// The options of a run of the pipeline.
  private func runOptions(
    _ definition: PipelineDefinition, firstStage: String?, lastStage: String?,
    updatesState: Bool, stageFiles: StageFiles
  ) throws -> RunOptions {
    let names = Assembly.knownStages.map(\.name)
    for stage in [firstStage, lastStage].compactMap({ $0 }) where !names.contains(stage) {
      throw Diagnostic(
        .unknownStage,
        [
          "name": stage, "suggestion": suggestion(for: stage, among: names),
          "allowed": names.joined(separator: ", "),
        ])
    }
    let folder = output ?? definition.output
    // A run on earlier files is about the same day, unless another is given.
    let earlier = firstStage == nil ? nil : RunReader(folder: folder + "/current").referenceDate
    return RunOptions(
      inbox: inbox ?? definition.inbox, output: folder,
      referenceDate: referenceDate ?? earlier ?? Today.inAmsterdam(), firstStage: firstStage,
      lastStage: lastStage, stageOrder: names, updatesState: updatesState,
      stageFiles: stageFiles, jobs: jobs, lockSeconds: waitLock)
  }
}
