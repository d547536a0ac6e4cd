import ArgumentParser
import Diagnostics
import Model
import Pipeline

/// Tells why a household is on the list, at its rank, with its deadline.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a signal, person or household of a run: match, rank, deadline.",
    discussion: "Names and addresses are not shown; rows are pointed to by delivery and row.")

  @Argument(help: "The id of a signal, a person or a household: 32 hexadecimal digits.")
  var id: String

  @Option(name: .customLong("run"), help: "The run's folder, or one municipality's folder in it.")
  var folder: String

  @Flag(help: "Print the explanation as JSON.")
  var json = false

  func run() async throws {
    try await Console.reporting {
      let explanations = try RunReader(folder: folder).explain(id)
      if json {
        try Console.say(json: explanations)
      } else {
        for explanation in explanations { say(explanation) }
      }
      return .complete
    }
  }

  private func say(_ explanation: RunReader.Explanation) {
    let household = explanation.household
    Console.say("household \(household.id) in \(explanation.municipality)")
    Console.say(
      "  rank \(household.rank), class \(household.priorityClass), "
        + "EUR \(Money(cents: household.totalCents).dutch), rules \(household.ruleSet)")
    Console.say(
      "  clock started \(household.clockStartedOn); first attempt by \(household.firstAttemptBy); "
        + "first talk by \(household.deadline)")
    Console.say("  means: \(household.means.joined(separator: ", "))")
    Console.say("  match: \(household.matchKinds.joined(separator: ", "))")
    for reason in household.reasons { Console.say("  because \(reason)") }
    for signal in explanation.signals { say(signal) }
  }

  private func say(_ signal: RunReader.Explanation.Signal) {
    Console.say("  signal \(signal.id): \(signal.disposition)")
    Console.say("    \(signal.feed) \(signal.delivery) row \(signal.row)")
    Console.say(
      "    \(signal.partnerType) \(signal.kind), EUR \(Money(cents: signal.amountCents).dutch), "
        + "sent \(signal.signalledOn), received \(signal.receivedAt)")
    Console.say(
      "    person \(signal.personID): \(signal.matchGrade) (\(signal.evidence), "
        + "\(signal.matchWeight) bits)")
    let others = signal.registerFlags.filter { $0 != signal.registerOutcome }
    Console.say("    register: " + ([signal.registerOutcome] + others).joined(separator: ", "))
    if !signal.sameAs.isEmpty { Console.say("    same claim as \(signal.sameAs)") }
    if !signal.quality.isEmpty {
      Console.say("    doubts: \(signal.quality.joined(separator: ", "))")
    }
  }
}
