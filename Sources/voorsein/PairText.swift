import Model

/// Words why two signals are, or are not, of one person.
struct PairText {
  private let pair: PairExplanation

  init(_ pair: PairExplanation) { self.pair = pair }

  /// Everything, line by line.
  var lines: [String] {
    var lines = [
      "pair: \(pair.isOnePerson ? "one person" : "two persons"), \(decision)",
      "  weight \(Bits.signed(pair.outcome.weight)) bits: \(rival)\(redLine)",
    ]
    for grade in pair.grades { lines += self.lines(grade) }
    lines.append("")
    lines += table.lines.map { "  " + $0 }
    lines.append("")
    lines += data
    lines.append("")
    lines += whatIfs
    return lines
  }

  private func lines(_ grade: PersonExplanation.Grade) -> [String] {
    let signal = grade.signal
    return [
      "  signal \(signal.id) of person \(signal.personID)",
      signal.isRemembered
        ? "    of an earlier run" : "    \(signal.feed) \(signal.delivery) row \(signal.row)",
      "    \(grade.grade): \(GradeText.words(grade.condition)) "
        + "(\(grade.evidence), average \(Bits.signed(grade.average)) bits)",
    ]
  }

  private var decision: String {
    let groups = pair.groups
    return switch pair.decision {
    case .joined:
      "the pair weighs more than \(Bits.signed(groups.leastWeight)) and nothing contradicts"
    case .joinedByOthers: "joined by other signals of the person"
    case .contradiction:
      "they contradict each other in \(pair.outcome.contradiction.map(words) ?? "")"
    case .tooLight: "the pair weighs no more than \(Bits.signed(groups.leastWeight))"
    case .groupContradicts: "signals of the two persons contradict each other"
    case .groupTooLight:
      "the pairs of the two persons weigh \(Bits.signed(groups.average)) on average, less than "
        + Bits.signed(groups.leastAverage)
    case .ambiguous: "one of them fits another person nearly as well"
    }
  }

  private func words(_ contradiction: PairExplanation.Contradiction) -> String {
    switch contradiction {
    case .birthDates: "birth dates"
    case .initials: "initials"
    }
  }

  private var rival: String {
    let outcome = pair.outcome
    return
      "against strangers \(Bits.signed(outcome.strangers)), against relatives "
      + "\(Bits.signed(outcome.relatives)); \(outcome.rival.rawValue) decide"
  }

  private var redLine: String {
    switch pair.outcome.redLine {
    case nil: ""
    case .twoBirthDates: "; capped: two birth dates at two addresses"
    case .nameAlone: "; capped: a name alone does not tell who it is"
    case .tooLittleForMove: "; capped: too little agrees over two addresses"
    case .nobodyNamed: "; capped: no name agrees, nor what stands for one"
    }
  }

  private var table: TextTable {
    TextTable(
      ["evidence", "agrees", "strangers", "relatives", "value of 1 in"],
      pair.steps.filter { $0.level != "absent" }.map { step in
        [
          step.name, step.level.isEmpty ? "-" : step.level, Bits.signed(step.strangers),
          Bits.signed(step.relatives), step.oneIn == 0 ? "-" : "\(step.oneIn)",
        ]
      } + [
        [
          "sum", "-", Bits.signed(pair.outcome.strangers), Bits.signed(pair.outcome.relatives), "-",
        ]
      ])
  }

  private var data: [String] {
    let found = pair.estimates
    return [
      "  what the \(found.records) signals of the municipality told:",
      "    before: \(Bits.signed(found.prior)) bits (default \(Bits.signed(found.defaultPrior)))",
      "    one person over relatives: \(Bits.signed(found.personOverRelatives)) bits "
        + "(default \(Bits.signed(found.defaultPersonOverRelatives)))",
      "    birth dates that differ "
        + (found.trustsBirthDates ? "prove two people" : "only weigh: many are mistyped"),
    ]
  }

  private var whatIfs: [String] {
    let changing = pair.whatIfs.filter(\.changesOutcome)
    guard !changing.isEmpty else { return ["  no change of one field would change the outcome"] }
    return ["  what would have changed it:"]
      + changing.map { "    \(words($0)): \(words($0.outcome))" }
  }

  private func words(_ whatIf: PairExplanation.WhatIf) -> String {
    let field = whatIf.field.rawValue
    return switch whatIf.change {
    case .absent: "without the \(field)"
    case .same: "with the same \(field)"
    case .different: "with another \(field)"
    }
  }

  private func words(_ outcome: PairExplanation.Outcome) -> String {
    let weight = Bits.signed(outcome.weight) + " bits, "
    if let contradiction = outcome.contradiction {
      return weight + "a contradiction in \(words(contradiction))"
    }
    return weight + (outcome.joins ? "together" : "apart")
  }
}
