internal import Model
internal import Pipeline

/// The people behind the signals that were kept, each counted once.
struct PersonFigures {
  let population: Population
  let outcomes: PublishedTable?
  /// Whether the register was asked about anybody.
  let isChecked: Bool

  /// Counts the people.
  ///
  /// One who is reported in several months is counted in the first.
  ///
  /// - Complexity: O(*n*).
  init(_ tables: MunicipalityTables) {
    let matched = tables.matched
    var position: [PersonID: Int] = [:]
    var months: [Int32] = []
    var outcome: [RegisterOutcome] = []
    for row in 0..<matched.count where tables.distinct.disposition[row] == .kept {
      let month = Int32(Periods.month(of: tables.received.receivedAt[row]))
      if let known = position[matched.personID[row]] {
        months[known] = min(months[known], month)
      } else {
        position[matched.personID[row]] = months.count
        months.append(month)
        outcome.append(matched.outcome(ofRow: row))
      }
    }
    population = Population(months: months)
    isChecked = outcome.contains { $0 != .unchecked }
    outcomes = population.table(RegisterOutcome.allCases.map(Self.dutch)) {
      RegisterOutcome.allCases.firstIndex(of: outcome[$0]) ?? 0
    }
  }

  private static func dutch(_ outcome: RegisterOutcome) -> String {
    switch outcome {
    case .deceased: "Overleden"
    case .movedAway: "Verhuisd naar een andere gemeente"
    case .secret: "Geheim adres"
    case .underInvestigation: "Adres in onderzoek"
    case .movedWithin: "Verhuisd binnen de gemeente"
    case .unique: "Gevonden op het adres van de melding"
    case .several: "Meer mensen passen"
    case .none: "Niemand past"
    case .unchecked: "Niet gecontroleerd"
    }
  }
}
