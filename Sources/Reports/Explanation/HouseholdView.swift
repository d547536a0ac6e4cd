import Model

/// What the page of households says, in the names of its template.
struct HouseholdsView {
  let households: [HouseholdView]
}

/// One household of the page.
struct HouseholdView {
  struct Link {
    let first: String
    let second: String
    let weight: String
    let evidence: String
  }

  struct Member {
    let id: String
    let place: String
    let signals: [PairView.Signal]
    let leftOut: [String]
    let hasLinks: Bool
    let links: [Link]
  }

  let id: String
  let answer: String
  let members: [Member]
  let data: [String]

  init(_ household: HouseholdExplanation) {
    id = household.id
    let count = household.members.count
    answer =
      count == 1
      ? "In dit huishouden staat één persoon."
      : "In dit huishouden staan \(DutchText.number(count)) personen. Zij krijgen samen één regel op de werklijst."
    members = household.members.map { member in
      let person = member.person
      return Member(
        id: person.id, place: Self.words(member.place, household),
        signals: person.signals.map(PairView.Signal.init),
        leftOut: person.leftOut == 0
          ? [] : ["Er zijn nog \(person.leftOut) meldingen van deze persoon."],
        hasLinks: !person.links.isEmpty,
        links: person.links.map { link in
          Link(
            first: link.first, second: link.second, weight: MatchWords.bits(link.weight),
            evidence: MatchWords.evidence(link.evidence))
        })
    }
    data = MatchWords.data(household.estimates)
  }

  private static func words(
    _ place: HouseholdExplanation.Place, _ household: HouseholdExplanation
  ) -> String {
    switch place {
    case .alone: "Er staat niemand anders in dit huishouden."
    case .sameAddress: "Het laatst bekende adres is gelijk aan dat van de anderen."
    case .unitLeftOut:
      "Het is hetzelfde huis. Bij een van de adressen ontbreekt de huisletter of de toevoeging."
    case .crowdedAddress:
      "Op dit adres staan \(DutchText.number(household.crowdedAddressSurnames)) of meer verschillende achternamen. Daarom is elke persoon een eigen huishouden."
    case .addressSlip:
      "Het laatst bekende adres verschilt van dat van de anderen door een schrijffout. Het gaat om hetzelfde huis."
    case .ownContract:
      "Een verhuurder of leverancier heeft op dit adres nog een klant met een andere naam. Daarom is dit een eigen huishouden."
    case .noAddress: "Er is geen adres bekend. Daarom is deze persoon een eigen huishouden."
    case .register: "Volgens de Basisregistratie Personen woont deze persoon hier."
    }
  }
}
