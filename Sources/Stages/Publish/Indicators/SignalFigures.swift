internal import Model
internal import Pipeline

/// The signals of a run: lawful reports of partners, copies left out.
struct SignalFigures {
  let population: Population
  let partnerTypes: PublishedTable?
  let outcomes: PublishedTable?
  let crisis: PublishedTable?
  let medianAmounts: [IndicatorLine]
  let medianDays: [IndicatorLine]
  /// The median days to receipt of each type of partner that is shown.
  let medianDaysOfTypes: [IndicatorLine]

  /// What can become of a signal.
  private enum Outcome: String, CaseIterable {
    case listed = "Op de werklijst"
    case joined = "Op de werklijst, bij een melding die al openstond"
    case repeated = "Herhaalde melding"
    case superseded = "Vervangen door een nieuwere melding"
    case movedAway = "Verhuisd naar een andere gemeente"
    case deceased = "Overleden"
    case belowThreshold = "Onder het drempelbedrag"
    case outsideWindow = "Te vroeg of te laat gemeld"

    var fate: Fate {
      switch self {
      case .listed: .listed
      case .joined: .joinedCase
      case .repeated: .repeated
      case .superseded: .superseded
      case .movedAway: .movedAway
      case .deceased: .deceased
      case .belowThreshold: .belowThreshold
      case .outsideWindow: .outsideWindow
      }
    }
  }

  /// What a group of the outcomes is called in the ledger.
  static func fate(of group: String) -> Fate? { Outcome(rawValue: group)?.fate }

  /// Counts the signals.
  ///
  /// - Complexity: O(*n*).
  init(_ tables: MunicipalityTables) {
    let (received, aside) = (tables.received, tables.setAside)
    let kept = (0..<received.count).filter {
      tables.distinct.disposition[$0] != .technicalDuplicate
    }
    let first = kept.count
    func month(_ date: CalendarDate) -> Int32 { Int32(Periods.month(of: date)) }
    let population = Population(
      months: kept.map { month(received.receivedAt[$0]) } + aside.receivedAt.map(month))
    self.population = population

    let typeNumbers = Dictionary(
      uniqueKeysWithValues: PartnerType.allCases.enumerated().map { ($1, $0) })
    func type(_ position: Int) -> Int {
      let type =
        position < first
        ? received.partnerType[kept[position]] : aside.partnerType[position - first]
      return typeNumbers[type] ?? 0
    }
    let partnerTypes = population.table(PartnerType.allCases.map(\.rawValue), type)
    self.partnerTypes = partnerTypes
    outcomes = population.table(Outcome.allCases.map(\.rawValue)) { position in
      let outcome =
        position < first
        ? Self.outcome(ofRow: kept[position], tables)
        : aside.fate[position - first] == .belowThreshold
          ? Outcome.belowThreshold : .outsideWindow
      return Outcome.allCases.firstIndex(of: outcome) ?? 0
    }
    crisis = population.table(["Crisis", "Geen crisis"], keepsEmpty: true) { position in
      let isThreat =
        position < first
        ? HouseholdSource.isThreat(received, kept[position])
        : aside.kind[position - first].isThreat
      return isThreat ? 0 : 1
    }
    medianAmounts = population.medians(roundedTo: 10) { position in
      let cents =
        position < first
        ? received.amountCents[kept[position]] : aside.amountCents[position - first]
      return cents / 100
    }
    func days(_ position: Int) -> Int64? {
      let (arisen, receipt) =
        position < first
        ? (received.arisenOn[kept[position]], received.receivedAt[kept[position]])
        : (aside.arisenOn[position - first], aside.receivedAt[position - first])
      return arisen.map { Int64(max(0, $0.days(until: receipt))) }
    }
    medianDays = population.medians(roundedTo: 1, days)
    var ofTypes = [[Int64]](repeating: [], count: PartnerType.allCases.count)
    for position in 0..<population.count {
      if let days = days(position) { ofTypes[type(position)].append(days) }
    }
    // A median would tell that a hidden group is not a small one.
    medianDaysOfTypes = PartnerType.allCases.enumerated().compactMap { number, type in
      guard let table = partnerTypes, let group = table.groups.firstIndex(of: type.rawValue),
        !table.totals[group].isHidden
      else { return nil }
      return IndicatorLine(
        population.totals.whole, group: type.rawValue,
        IndicatorValue(PublishedFigure(medianOf: &ofTypes[number], roundedTo: 1)),
        of: table.totals[group])
    }
  }

  private static func outcome(ofRow row: Int, _ tables: MunicipalityTables) -> Outcome {
    switch tables.distinct.disposition[row] {
    case .kept: break
    case .superseded: return .superseded
    case .repeated, .technicalDuplicate: return .repeated
    }
    switch tables.matched.outcome(ofRow: row) {
    case .deceased: return .deceased
    case .movedAway: return .movedAway
    default: return tables.distinct.fate(row) == .joinedCase ? .joined : .listed
    }
  }
}
