import ArgumentParser
import Definitions
import Diagnostics
import Pipeline
import Reports
import State
import Tabular

/// Looks whether the machine and the installation are fit for the nightly run.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look whether this machine is fit for the nightly run, and say what to do.",
    discussion: """
      Looks at definitions, keys, access, room, the disks and their encryption, swap, core dumps, the \
      clock, libraries, the state, leftovers and the last run. A warning is for somebody to look at; \
      with a problem a run does not work, or data are not safe. Nothing is changed: where runs are \
      written, an empty folder is made, renamed and removed again. Ask as the user of the nightly run.

      Ends with 0 without a problem; otherwise with 78 if a definition is wrong, 13 if the state is \
      damaged or newer, 12 if a key is missing or wrong, and 75 for all else: put it right and ask again.
      """)

  @Argument(
    help: "The pipeline definition; without it, only the machine and the folders that are given.",
    completion: .file(extensions: ["yml"]))
  var pipeline: String?

  @Option(
    help: "The folder for runs; the pipeline names one otherwise.", completion: .directory)
  var output: String?

  @Option(
    help: "The folder with the state; the pipeline names one otherwise.", completion: .directory)
  var state: String?

  @Flag(help: "Print what was found as JSON.")
  var json = false

  func run() async throws {
    try await Console.reporting {
      let checkup = Doctor().examine(installation())
      if json {
        try Console.say(json: checkup.findings.map(Line.init))
      } else {
        for line in CheckupText(checkup).lines { Console.say(line) }
      }
      return checkup.status
    }
  }

  private struct Line: Encodable {
    var check: String
    var verdict: String
    var said: String
    var help: String

    init(_ finding: Finding) {
      check = finding.check
      verdict = finding.verdict.rawValue
      said = finding.said
      help = finding.help
    }
  }

  /// What the command line and the definition say of the installation.
  private func installation() -> Installation {
    var installation = Installation(pipeline: pipeline)
    if let pipeline {
      do { installation.take(try Assembly.pipeline(pipeline)) } catch let list as DiagnosticList {
        installation.definitionProblems = list.diagnostics.count
      } catch {
        installation.definitionProblems = 1
      }
    }
    if let output { installation.output = output }
    if let state { installation.state = state }
    installation.libraries = [
      .init(name: "zlib", version: LoadedZlib.version, least: "1.2.12"),
      // Strict tables.
      .init(name: "SQLite", version: LoadedSQLite.version, least: "3.37"),
      .init(name: "libxlsxwriter", version: LoadedXLSXWriter.version, least: "1.1"),
    ]
    if let folder = installation.state {
      installation.stateFiles = StateVerifier(folder: folder).glance().map {
        .init(name: $0.name, problems: $0.problems)
      }
    }
    return installation
  }
}

extension Installation {
  /// Takes over what a definition says.
  fileprivate mutating func take(_ pipeline: PipelineDefinition) {
    municipalities = pipeline.municipalities.map(\.code)
    dataAreReal = pipeline.dataAreReal
    keyFile = KeyFile.path(of: pipeline)
    keyCredential = pipeline.keyCredential
    inbox = pipeline.inbox
    output = pipeline.output
    state = pipeline.state
    programs =
      (pipeline.scan.map { Array($0.command.prefix(1)) } ?? [])
      + (pipeline.seal.map { [$0.program] } ?? [])
  }
}
