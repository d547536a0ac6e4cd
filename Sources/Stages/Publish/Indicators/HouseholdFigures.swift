internal import Model
internal import Pipeline

/// The households of the list: what Divosa calls *meldingen*.
struct HouseholdFigures {
  let population: Population
  let classes: PublishedTable?
  let matchKinds: PublishedTable?
  let partnerTypes: PublishedTable?
  let deadlines: PublishedTable?
  let firstAttempts: PublishedTable?
  let firstMeans: PublishedTable?

  static let passed = "Verstreken"
  static let thisWeek = "Deze week"

  /// When a day comes, seen from the reference date.
  private struct Weeks {
    let referenceDate: CalendarDate
    let names = [HouseholdFigures.passed, HouseholdFigures.thisWeek, "Volgende week", "Later"]

    func group(_ day: CalendarDate) -> Int {
      let sunday = referenceDate.adding(days: 7 - referenceDate.weekday)
      if day < referenceDate { return 0 }
      if day <= sunday { return 1 }
      return day <= sunday.adding(days: 7) ? 2 : 3
    }
  }

  /// Counts the households.
  ///
  /// - Complexity: O(*n*).
  init(_ tables: MunicipalityTables, on referenceDate: CalendarDate) {
    let list = tables.prioritised
    let population = Population(
      months: list.receivedAt.map { Int32(Periods.month(of: $0)) })
    self.population = population
    func words(_ cell: TextCell) -> [ByteView] { list.arena[cell].split(at: UInt8(ascii: "|")) }

    classes = population.table(PriorityClass.allCases.map(\.dutch), keepsEmpty: true) { line in
      PriorityClass.allCases.firstIndex(of: list.priorityClass[line]) ?? 0
    }
    matchKinds = population.table(
      ["Meervoudig", "Opeenvolgend", "Meervoudig en opeenvolgend", "Enkelvoudig"],
      keepsEmpty: true
    ) { line in
      let kinds = words(list.matchKind[line]).map(\.string)
      switch (
        kinds.contains(MatchKind.multipleAtAddressWord),
        kinds.contains(MatchKind.consecutiveAtAddressWord)
      ) {
      case (true, false): return 0
      case (false, true): return 1
      case (true, true): return 2
      case (false, false): return 3
      }
    }
    partnerTypes = population.table(
      ["1 soort partner", "2 soorten", "3 soorten", "4 of meer soorten"], keepsEmpty: true
    ) { line in
      min(max(words(list.partnerTypes[line]).count, 1), 4) - 1
    }
    let weeks = Weeks(referenceDate: referenceDate)
    deadlines = population.table(weeks.names, keepsEmpty: true, byMonth: false) {
      weeks.group(list.deadline[$0])
    }
    firstAttempts = population.table(weeks.names, keepsEmpty: true, byMonth: false) {
      weeks.group(list.firstAttemptBy[$0])
    }
    firstMeans = population.table(ContactMeans.allCases.map(\.rawValue) + ["Geen"], byMonth: false)
    { line in
      let first = words(list.means[line]).first.flatMap { ContactMeans(rawValue: $0.string) }
      return first.flatMap { ContactMeans.allCases.firstIndex(of: $0) }
        ?? ContactMeans.allCases.count
    }
  }
}
