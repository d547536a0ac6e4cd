internal import Model
internal import Pipeline

/// What people have done already for one household.
struct HouseholdWork: Hashable {
  /// Attempts in its open case.
  var attempts = 0
  /// Whole months since its open case began.
  var openMonths = 0
  /// Whether its case has ended.
  var isDone = false

  /// Nothing was done.
  init() {}

  /// Reads the case of a household.
  ///
  /// - Parameters:
  ///   - known: Its case; `nil` while none has begun.
  ///   - date: The day the run is about.
  init(_ known: KnownCase?, on date: CalendarDate) {
    guard let known else { return }
    guard known.now.result == nil else {
      isDone = true
      return
    }
    attempts = known.now.attempts.count
    let began = min(known.now.pickedUpOn ?? known.matchedOn, known.matchedOn)
    openMonths = began.wholeMonths(until: date)
  }
}

extension CalendarDate {
  /// The whole months from this day to another; 0 when the other is earlier.
  func wholeMonths(until other: CalendarDate) -> Int {
    let (first, last) = (civil, other.civil)
    let months = (last.year - first.year) * 12 + last.month - first.month
    return max(0, last.day < first.day ? months - 1 : months)
  }
}
