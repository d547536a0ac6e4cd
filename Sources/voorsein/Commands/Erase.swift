import ArgumentParser
import Definitions
import Diagnostics
import Model
import Pipeline
import State

/// Removes a person, or one signal.
struct Erase: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Remove a person, or one signal, from the state and from every run.",
    discussion: """
      The current run is made anew without the person; older runs lose the folder that held the person; the \
      state keeps the keyed ids of the signals alone, so that a delivery in the inbox does not bring the \
      person back. Nobody else loses anything on the current list. When it was stopped halfway, the same \
      command goes on. docs/retention.md has the rules.
      """)

  @OptionGroup var options: RightsOptions

  @Option(help: "The person's id, as lists and `explain` have it; all signals go.")
  var person: PersonID?

  @Option(help: "The id of one signal; the person's others stay.")
  var signal: SignalID?

  @Flag(help: "Print what went as JSON.")
  var json = false

  func validate() throws {
    guard (person == nil) != (signal == nil) else {
      throw ValidationError("Give either --person or --signal.")
    }
  }

  func run() async throws {
    try await Console.reporting {
      let request = try options.request()
      guard let subject = person.map({ RightsSubject.person($0) }) ?? signal.map({ .signal($0) })
      else { return .usage }
      let (erased, notes) = try await Erasing(
        request, parts: Assembly.parts(state: request.state),
        memory: StateStore(folder: request.state),
        stageOrder: Assembly.knownStages.map(\.name)
      ).run(subject)
      for note in notes { Console.complain(DiagnosticText.paragraph(note)) }
      if json {
        try Console.say(json: erased)
      } else {
        Console.say(
          "\(erased.municipality): \(erased.rows.signals) signals, \(erased.rows.cases) cases, "
            + "\(erased.quarantined) rows of quarantines, \(erased.folders) folders of runs")
        if !erased.run.isEmpty { Console.say("the current run is \(erased.run)") }
      }
      let isIncomplete = notes.contains { $0.code.effect.exitStatus != .complete }
      return isIncomplete ? .incomplete : .complete
    }
  }
}
