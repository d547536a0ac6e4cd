import Model
import Pipeline

/// Words why a household stands at its rank.
struct HouseholdText {
  private let explanation: RunReader.Explanation

  init(_ explanation: RunReader.Explanation) { self.explanation = explanation }

  /// Prints it.
  func say() {
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
