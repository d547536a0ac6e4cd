import Model

/// Words how the persons of a household were matched.
struct MatchText {
  private let household: HouseholdExplanation

  init(_ household: HouseholdExplanation) { self.household = household }

  /// Everything, line by line.
  var lines: [String] {
    ["  matching:"]
      + household.members.flatMap { member in
        ["    person \(member.person.id): \(words(member.place))"] + lines(member.person)
      }
  }

  private func words(_ place: HouseholdExplanation.Place) -> String {
    switch place {
    case .alone: "nobody else in this household"
    case .sameAddress: "the last known address is the same"
    case .unitLeftOut: "the same house; a letter or addition is left out in one of the addresses"
    case .crowdedAddress:
      "a household of its own: the address has \(household.crowdedAddressSurnames) or more "
        + "unrelated surnames"
    case .addressSlip: "the last known address differs from that of the others by a slip"
    case .ownContract:
      "a home of its own: a landlord or supplier has another customer behind the same address"
    case .noAddress: "a household of its own: no address is known"
    case .register: "in this household by what the register says"
    }
  }

  private func lines(_ person: PersonExplanation) -> [String] {
    var lines = person.signals.map { grade in
      "      signal \(grade.signal.id): \(grade.grade), \(GradeText.words(grade.condition)), "
        + "average \(Bits.signed(grade.average)) bits"
        + (grade.signal.isRemembered ? ", of an earlier run" : "")
    }
    if person.leftOut > 0 { lines.append("      and \(person.leftOut) signals more") }
    return lines
      + person.links.map { link in
        "      \(Bits.signed(link.weight)) bits between \(link.first) and \(link.second) "
          + "(\(link.evidence))"
      }
  }
}

/// Words the condition of a grade.
enum GradeText {
  static func words(_ condition: PersonExplanation.Condition) -> String {
    switch condition {
    case .fields: "by the fields that agree"
    case .alone: "the only signal of its person"
    case .ambiguous: "it could be of more than one person, or knows a surname alone"
    case .againstOnAverage: "the pairs with its person together speak against it"
    case .notHeavyEnough: "the fields allow zeker, the pairs weigh less than 6 bits on average"
    case .otherGivenName: "the fields allow zeker, but initials or given names differ"
    case .contested: "the fields allow zeker, but it fits signals that contradict each other"
    }
  }
}

/// Writes hundredths of a bit.
enum Bits {
  /// With a sign and two decimals: `+4.16`.
  static func signed(_ hundredths: Int32) -> String {
    let fraction = String(hundredths.magnitude % 100)
    return (hundredths < 0 ? "-" : "+") + "\(hundredths.magnitude / 100)."
      + (fraction.count < 2 ? "0" : "") + fraction
  }
}
