import Definitions
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("The plan of attempts over working days")
struct WorkPlanTests {
  private static let monday = day("2026-11-09")

  private func plan(
    _ capacity: [ContactMeans: Int], from date: CalendarDate = monday
  ) -> WorkPlan {
    WorkPlan(capacity: capacity, calendar: WorkingDays(holidays: TestContext.holidays), from: date)
  }

  @Test("Work goes to the first day with room, within the target before the next means")
  func spreads() throws {
    var plan = plan([.phone: 1, .visit: 1])
    let places = (0..<4).map { _ in
      plan.add([.phone, .visit], by: day("2026-11-10"), until: day("2026-11-30"))
    }
    #expect(places.map { $0?.day } == ["09", "10", "09", "10"].map { day("2026-11-\($0)") })
    #expect(places.map { $0?.means } == [.phone, .phone, .visit, .visit])
    // Both means are full until the target: then up to the deadline.
    let later = plan.add([.phone, .visit], by: day("2026-11-10"), until: day("2026-11-30"))
    #expect(later == WorkPlan.Place(day: day("2026-11-11"), means: .phone, fits: true))
  }

  @Test("What has no room by the deadline stands on it, and is counted")
  func shortfall() throws {
    var plan = plan([.phone: 1])
    for _ in 0..<2 { _ = plan.add([.phone], by: Self.monday, until: day("2026-11-10")) }
    let third = plan.add([.phone], by: Self.monday, until: day("2026-11-10"))
    #expect(third == WorkPlan.Place(day: day("2026-11-10"), means: .phone, fits: false))
    let table = plan.table()
    #expect(table.planned == [1, 2] && table.beyond == [0, 1] && table.capacity == [1, 1])
    #expect(table.shortfall == 1)
  }

  @Test("No work on a weekend or a holiday")
  func workingDaysAlone() throws {
    var plan = plan([.letter: 1], from: day("2026-04-02"))
    let days = (0..<3).map { _ in
      plan.add([.letter], by: day("2026-04-20"), until: day("2026-04-30"))?.day
    }
    #expect(days == [day("2026-04-02"), day("2026-04-07"), day("2026-04-08")])
    var saturday = self.plan([:], from: day("2026-11-07"))
    #expect(
      saturday.add([.mail], by: day("2026-11-06"), until: day("2026-11-30"))?.day == Self.monday)
  }

  @Test("A means without a limit takes all, one of nought takes none")
  func limits() throws {
    var plan = plan([.phone: 0])
    for _ in 0..<1000 {
      let place = plan.add([.phone, .letter], by: Self.monday, until: Self.monday)
      #expect(place == WorkPlan.Place(day: Self.monday, means: .letter, fits: true))
    }
    #expect(plan.add([], by: Self.monday, until: Self.monday) == nil)
    let none = plan.add([.phone], by: Self.monday, until: Self.monday)
    #expect(none == WorkPlan.Place(day: Self.monday, means: .phone, fits: false))
  }

  @Test("Whose deadline has passed gets the first day with room")
  func overdue() throws {
    var plan = plan([.phone: 1])
    let days = (0..<3).map { _ in
      plan.add([.phone], by: day("2026-10-01"), until: day("2026-10-20"))
    }
    #expect(days.map { $0?.day } == ["09", "10", "11"].map { day("2026-11-\($0)") })
    #expect(days.allSatisfy { $0?.fits == true })
  }

  @Test("Capacity moves and never removes, nor changes an order", arguments: UInt64(1)...20)
  func capacityNeverRemoves(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signals = (1...80).map { id in
      var signal = ReportedSignal(id: UInt64(id), household: UInt64(id))
      signal.address = UInt64(id)
      signal.kind = id % 11 == 0 ? .eviction : .earlySignal
      signal.amount = .random(in: 20_00...900_00, using: &random)
      signal.receivedAt = "2026-11-0\(Int.random(in: 2...9, using: &random))"
      signal.phone = Bool.random(using: &random) ? "+31612345678" : ""
      return signal
    }
    let free = try prioritise(signals, [:])
    var capacity: [ContactMeans: Int] = [:]
    for means in ContactMeans.allCases {
      capacity[means] = .random(in: 0...6, using: &random)
    }
    let limited = try prioritise(signals, capacity)
    #expect(limited.prioritised.householdID == free.prioritised.householdID)
    #expect(limited.prioritised.deadline == free.prioritised.deadline)
    #expect(limited.prioritised.reasons.count == free.prioritised.reasons.count)
    let list = limited.prioritised
    var load: [CalendarDate: [ContactMeans: (planned: Int, beyond: Int)]] = [:]
    for line in 0..<list.count {
      let day = try #require(list.plannedOn[line])
      let means = try #require(list.plannedMeans[line])
      #expect(list.text(\.means, line).split(separator: "|").contains(means.rawValue[...]))
      // Whose deadline has passed gets the first day with room.
      let isOverdue = list.deadline[line] < Self.monday
      #expect(day >= Self.monday && (isOverdue || day <= list.deadline[line]))
      load[day, default: [:]][means, default: (0, 0)].planned += 1
      if !list.planFits[line] { load[day]?[means]?.beyond += 1 }
    }
    // The table says what the lines say, and no day takes more than it can but for what is counted.
    let table = limited.workload
    #expect(table.planned.reduce(0, +) == UInt32(list.count))
    for row in 0..<table.count {
      let found = try #require(load[table.day[row]]?[table.means[row]])
      #expect(found.planned == Int(table.planned[row]) && found.beyond == Int(table.beyond[row]))
      #expect(found.planned - found.beyond <= capacity[table.means[row]] ?? .max)
    }
  }

  @Test("Who is done is not planned, and who was sought before has the term of the law")
  func worked() throws {
    var tables = MunicipalityTables([
      ReportedSignal(id: 1, household: 1), ReportedSignal(id: 2, household: 2, address: 2),
    ])
    tables.cases.add(case: 1, signal: 1, household: 1, result: .paid)
    tables.cases.add(case: 2, signal: 2, household: 2, result: nil)
    tables.contactAttempts.add(case: 2, on: "2026-11-05")
    try Prioritise(settings: [:]).run(&tables, TestContext.make(capacity: [.letter: 1]))
    let list = tables.prioritised
    #expect(list.count == 2)
    let done = try #require(list.line(of: 1))
    #expect(list.plannedOn[done] == nil && list.plannedMeans[done] == nil)
    let open = try #require(list.line(of: 2))
    #expect(list.plannedOn[open] == Self.monday)
  }

  private func prioritise(
    _ signals: [ReportedSignal], _ capacity: [ContactMeans: Int]
  ) throws -> MunicipalityTables {
    var tables = MunicipalityTables(signals)
    try Prioritise(settings: [:]).run(&tables, TestContext.make(capacity: capacity))
    return tables
  }
}

extension Cases {
  /// Adds a signal of a case that began on the first of November.
  mutating func add(
    case id: UInt64, signal: UInt64, household: UInt64, result: CaseResult?,
    began: String = "2026-11-01"
  ) {
    caseID.append(CaseID(high: id, low: 5))
    signalID.append(SignalID(high: signal, low: 1))
    householdID.append(HouseholdID(high: household, low: 3))
    matchedOn.append(day(began))
    pickedUpOn.append(day(began))
    helpAcceptedOn.append(nil)
    self.result.append(result)
    closedOn.append(result == nil ? nil : day("2026-11-06"))
  }
}

extension ContactAttempts {
  /// Adds a call that nobody answered.
  mutating func add(case id: UInt64, on date: String) {
    caseID.append(CaseID(high: id, low: 5))
    number.append(UInt32(count))
    means.append(.phone)
    contactedOn.append(day(date))
    dayPart.append(.morning)
    reached.append(.no)
  }
}
