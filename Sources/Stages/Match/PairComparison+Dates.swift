import Model

// How well two birth dates agree.
extension PairComparison {
  static func agreement(_ left: PartialDate, _ right: PartialDate) -> BirthDateAgreement {
    if left.isAbsent || right.isAbsent { return .absent }
    if left == right { return left.isComplete ? .same : .partial }
    guard left.isComplete, right.isComplete else {
      if left.agrees(with: right) { return .partial }
      return left.year == right.year ? .near : .different
    }
    let isOneYear = left.year == right.year
    let isOneMonth = left.month == right.month
    let isOneDay = left.day == right.day
    if isEstimate(left) && isEstimate(right) {
      // The day is the same, and the month tells nothing.
      if isOneYear { return .near }
      return isOneMonth && isOneDigitOther(left.year, right.year) ? .near : .different
    }
    switch (isOneYear, isOneMonth, isOneDay) {
    case (false, true, true): return isOneDigitOther(left.year, right.year) ? .typingError : .near
    case (true, false, true): return isOneDigitOther(left.month, right.month) ? .typingError : .near
    case (true, true, false): return isOneDigitOther(left.day, right.day) ? .typingError : .near
    case (true, false, false): return isReversed(left, right) ? .typingError : .different
    default: return .different
    }
  }

  /// Whether two numbers that differ do so in one digit.
  private static func isOneDigitOther(_ left: Int, _ right: Int) -> Bool {
    differingDigits(left, right) == 1
  }

  private static func isReversed(_ left: PartialDate, _ right: PartialDate) -> Bool {
    left.year == right.year && left.day == right.month && left.month == right.day
  }

  /// Whether a date is one of those that stand for an unknown birthday: only its year tells something.
  ///
  /// - Source: `domain-date-spelling`.
  static func isEstimate(_ date: PartialDate) -> Bool {
    date.day == 1 && (date.month == 1 || date.month == 7)
  }

  /// Whether two birth dates are clearly of two people: no part of them agrees.
  ///
  /// Where only the years tell something, they must lie a generation apart and be no typing error.
  func datesContradict(_ left: MatchRecord, _ right: MatchRecord) -> Bool {
    let (one, other) = (left.birthDate, right.birthDate)
    guard !one.isAbsent, !other.isAbsent, one.year != other.year else { return false }
    let isByYear =
      !one.isComplete || !other.isComplete || Self.isEstimate(one) && Self.isEstimate(other)
    if isByYear {
      return abs(one.year - other.year) >= Self.generation && one.year % 10 != other.year % 10
    }
    return one.month != other.month && one.day != other.day
  }
}
