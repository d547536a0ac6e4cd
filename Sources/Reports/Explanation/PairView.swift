import Model

/// What the page of a pair says, in the names of its template.
struct PairView {
  struct Signal {
    let id: String
    let person: String
    let place: String
    let grade: String
    let average: String
    let condition: String

    init(_ grade: PersonExplanation.Grade) {
      id = grade.signal.id
      person = grade.signal.personID
      place = MatchWords.place(grade.signal)
      self.grade = MatchGrade(rawValue: grade.grade)?.dutch ?? grade.grade
      average = MatchWords.bits(grade.average)
      condition =
        MatchWords.condition(grade.condition) + " " + MatchWords.evidence(grade.evidence) + "."
    }
  }

  struct Step {
    let name: String
    let level: String
    let strangers: String
    let relatives: String
    let rare: String
  }

  struct WhatIf {
    let change: String
    let weight: String
    let outcome: String
    let changes: String
  }

  let title: String
  let answer: String
  let decision: String
  let signals: [Signal]
  let chart: Waterfall
  let steps: [Step]
  let strangers: String
  let relatives: String
  let rival: String
  let redLines: [String]
  let group: String
  let data: [String]
  let whatIfIntroduction: String
  let hasWhatIfs: Bool
  let whatIfs: [WhatIf]

  init(_ pair: PairExplanation) {
    let bits = MatchWords.bits
    title =
      pair.isOnePerson
      ? "Waarom deze twee meldingen over één persoon gaan"
      : "Waarom deze twee meldingen over twee personen gaan"
    answer = "Samen wegen ze \(bits(pair.outcome.weight)) bits."
    decision = Self.decision(pair)
    signals = pair.grades.map(Signal.init)
    chart = Waterfall(pair)
    steps = pair.steps.map { step in
      Step(
        name: MatchWords.step(step.name), level: MatchWords.level(step.level),
        strangers: bits(step.strangers), relatives: bits(step.relatives),
        rare: step.oneIn == 0 ? "–" : "1 op de \(step.oneIn) meldingen")
    }
    strangers = bits(pair.outcome.strangers)
    relatives = bits(pair.outcome.relatives)
    rival =
      switch pair.outcome.rival {
      case .strangers:
        "Het kleinste gewicht telt. Dat is hier de vergelijking met twee vreemden."
      case .relatives:
        "Het kleinste gewicht telt. Dat is hier de vergelijking met twee familieleden: zij delen vaak een naam, een adres of een telefoon."
      }
    redLines =
      pair.outcome.redLine.map {
        [
          "Er is een harde grens: \(MatchWords.redLine($0)). Daarom telt niet meer dan \(bits(pair.outcome.weight)) bits."
        ]
      } ?? []
    group = Self.group(pair)
    data = MatchWords.data(pair.estimates)
    let changing = pair.whatIfs.filter(\.changesOutcome).count
    whatIfIntroduction =
      changing == 0
      ? "Geen enkel ander gegeven alleen had de uitkomst veranderd."
      : "Bij \(DutchText.number(changing)) van deze veranderingen was de uitkomst anders. Staat er ja, dan had dat ene gegeven het verschil gemaakt."
    hasWhatIfs = !pair.whatIfs.isEmpty
    whatIfs = pair.whatIfs.map { whatIf in
      WhatIf(
        change: Self.words(whatIf), weight: bits(whatIf.outcome.weight),
        outcome: Self.words(whatIf.outcome), changes: whatIf.changesOutcome ? "ja" : "nee")
    }
  }

  private static func decision(_ pair: PairExplanation) -> String {
    let least = MatchWords.bits(pair.groups.leastWeight)
    return switch pair.decision {
    case .joined: "Dat is meer dan \(least), en niets spreekt het tegen: het is één persoon."
    case .joinedByOthers:
      "Dat is op zichzelf te weinig. Andere meldingen van deze persoon verbinden de twee."
    case .contradiction:
      "Ze spreken elkaar tegen: "
        + (pair.outcome.contradiction.map(MatchWords.contradiction) ?? "") + "."
    case .tooLight: "Dat is te weinig: voor één persoon is meer dan \(least) nodig."
    case .groupContradicts:
      "Dat is genoeg, maar andere meldingen van de twee personen spreken elkaar tegen."
    case .groupTooLight:
      "Dat is genoeg, maar alle meldingen van de twee personen samen wegen te weinig."
    case .ambiguous:
      "Dat is genoeg, maar een van de twee past bijna even goed bij iemand anders."
    }
  }

  private static func group(_ pair: PairExplanation) -> String {
    let groups = pair.groups
    let average = MatchWords.bits(groups.average)
    if pair.isOnePerson {
      return
        "De persoon heeft \(groups.first) meldingen. Alle tweetallen daarvan wegen gemiddeld \(average) bits. Het minste is \(MatchWords.bits(groups.leastAverage))."
    }
    return
      "De ene persoon heeft \(DutchText.number(groups.first)), de andere \(DutchText.number(groups.second)) \(groups.second == 1 ? "melding" : "meldingen"). Alle tweetallen tussen die twee wegen gemiddeld \(average) bits. Om één persoon te zijn moet dat minstens \(MatchWords.bits(groups.leastAverage)) zijn."
  }

  private static func words(_ whatIf: PairExplanation.WhatIf) -> String {
    let field = MatchWords.field(whatIf.field)
    return switch whatIf.change {
    case .absent: "geen \(field) bekend was"
    case .same: "\(field) precies gelijk was"
    case .different: "\(field) heel anders was"
    }
  }

  private static func words(_ outcome: PairExplanation.Outcome) -> String {
    if let contradiction = outcome.contradiction {
      return "twee personen: \(MatchWords.contradiction(contradiction))"
    }
    let words = outcome.joins ? "één persoon" : "twee personen"
    return words + (outcome.redLine.map { ": \(MatchWords.redLine($0))" } ?? "")
  }
}
