internal import Model

/// The place of a household in the list: smaller comes first.
///
/// A threat comes before everything. Then the earliest deadline, the most urgent class, the most
/// partner types, the highest band of amounts, the first received, and last the id of the household,
/// so that no two are ever equal. Neighbourhood, name and family play no part.
///
/// - Source: `voorsein-keuze`.
struct RankKey: Comparable {
  private let urgency: UInt64
  private let id: HouseholdID
  /// Which household it is of.
  let household: UInt32

  /// Creates the key of a household.
  init(
    _ facts: HouseholdFacts, id: HouseholdID, household: Int, priorityClass: PriorityClass,
    deadline: CalendarDate
  ) {
    // 22 bits hold the days of the years 1 to 9999.
    func bits(_ day: CalendarDate) -> UInt64 {
      UInt64(max(0, min(Int(day.days) + 719_162, 4_194_303)))
    }
    var urgency: UInt64 = priorityClass == .c0 ? 0 : 1
    urgency = urgency << 22 | bits(deadline)
    urgency = urgency << 3 | UInt64(priorityClass.number)
    urgency = urgency << 4 | UInt64(15 - facts.partnerTypes.count)
    urgency = urgency << 3 | UInt64(7 - AmountBand.band(of: facts.total))
    urgency = urgency << 22 | bits(facts.receivedAt)
    self.urgency = urgency
    self.id = id
    self.household = UInt32(household)
  }

  static func < (left: RankKey, right: RankKey) -> Bool {
    left.urgency != right.urgency ? left.urgency < right.urgency : left.id < right.id
  }

  static func == (left: RankKey, right: RankKey) -> Bool {
    left.urgency == right.urgency && left.id == right.id
  }
}

extension PriorityClass {
  /// 0 for C0, 4 for C4.
  var number: Int {
    switch self {
    case .c0: 0
    case .c1: 1
    case .c2: 2
    case .c3: 3
    case .c4: 4
    }
  }
}
