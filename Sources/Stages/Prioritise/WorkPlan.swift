internal import Model

/// Spreads first and next attempts over working days, within what a municipality can do on a day.
///
/// Households come in the order of their rank. Each gets the first day that has room by its first means, up
/// to the day of its first attempt; then by its other means; then both again up to its deadline. Where
/// nothing has room, it stands on the last of those days beyond what can be done: the plan shows what is
/// short, and leaves nobody out. Whose deadline has passed gets the first day that has room, whatever day that is.
///
/// - Source: `voorsein-keuze`, `domain-capacity`.
struct WorkPlan {
  /// One household in the plan.
  struct Place: Hashable {
    var day: CalendarDate
    var means: ContactMeans
    /// Whether there was room.
    var fits: Bool
  }

  private let calendar: WorkingDays
  private let capacity: [Int?]
  /// As far ahead as overdue work is spread.
  private let lastForOverdue: CalendarDate
  /// Working days from the first on which anybody can work.
  private var days: [CalendarDate]
  /// What is planned by means, on each of the days.
  private var planned: [[Int]]
  /// What of it has no room.
  private var beyond: [[Int]]
  /// The first day that may have room, by means: what is full stays full.
  private var firstWithRoom: [Int]

  /// Creates an empty plan.
  ///
  /// - Parameters:
  ///   - capacity: Attempts per working day by means; a means that is not there has no limit.
  ///   - calendar: Which days are working days.
  ///   - referenceDate: The plan begins on this day, or on the first working day after it.
  init(
    capacity: [ContactMeans: Int], calendar: WorkingDays, from referenceDate: CalendarDate
  ) {
    self.calendar = calendar
    self.capacity = ContactMeans.allCases.map { capacity[$0] }
    let first = calendar.onOrAfter(referenceDate)
    days = [first]
    lastForOverdue = calendar.adding(60, to: first)
    planned = ContactMeans.allCases.map { _ in [0] }
    beyond = planned
    firstWithRoom = ContactMeans.allCases.map { _ in 0 }
  }

  /// Finds a place for a household.
  ///
  /// - Parameters:
  ///   - means: In the order to try; at least one.
  ///   - firstAttemptBy: The day by which the municipality wants the attempt.
  ///   - deadline: The last day the law allows.
  /// - Returns: Its place; `nil` without means.
  /// - Complexity: O(1), but for the days that fill up, each once.
  mutating func add(
    _ means: [ContactMeans], by firstAttemptBy: CalendarDate, until deadline: CalendarDate
  ) -> Place? {
    guard let first = means.first else { return nil }
    let last = deadline < days[0] ? lastForOverdue : max(firstAttemptBy, deadline)
    for limit in [max(firstAttemptBy, days[0]), last] {
      for means in means {
        if let index = room(by: means, until: limit) {
          planned[means.position][index] += 1
          return Place(day: days[index], means: means, fits: true)
        }
      }
    }
    var index = 0
    while day(index + 1, until: last) != nil { index += 1 }
    planned[first.position][index] += 1
    beyond[first.position][index] += 1
    return Place(day: days[index], means: first, fits: false)
  }

  /// What is planned on each day by each means, in the order of days and of the means of the exchange model.
  func table() -> Workload {
    var table = Workload()
    for index in days.indices {
      for means in ContactMeans.allCases where planned[means.position][index] > 0 {
        table.day.append(days[index])
        table.means.append(means)
        table.capacity.append(capacity[means.position].map { UInt32(clamping: $0) })
        table.planned.append(UInt32(planned[means.position][index]))
        table.beyond.append(UInt32(beyond[means.position][index]))
      }
    }
    return table
  }

  /// The first day with room by a means, as a place in ``days``.
  private mutating func room(by means: ContactMeans, until last: CalendarDate) -> Int? {
    let position = means.position
    guard let limit = capacity[position] else { return 0 }
    guard limit > 0 else { return nil }
    while day(firstWithRoom[position], until: last) != nil {
      let index = firstWithRoom[position]
      if planned[position][index] - beyond[position][index] < limit { return index }
      firstWithRoom[position] += 1
    }
    return nil
  }

  /// The working day at a place in the plan; `nil` when it is later than the last.
  private mutating func day(_ index: Int, until last: CalendarDate) -> CalendarDate? {
    while index >= days.count {
      let next = calendar.adding(1, to: days[days.count - 1])
      guard next <= last else { return nil }
      days.append(next)
      for position in planned.indices {
        planned[position].append(0)
        beyond[position].append(0)
      }
    }
    return days[index] <= last ? days[index] : nil
  }
}

extension ContactMeans {
  /// The place in the list of the exchange model, from 0.
  fileprivate var position: Int {
    switch self {
    case .mail: 0
    case .letter: 1
    case .textMessage: 2
    case .phone: 3
    case .visit: 4
    case .card: 5
    case .administrative: 6
    case .appointment: 7
    }
  }
}
