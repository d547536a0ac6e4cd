import Diagnostics
import Model

/// What the law allows at most: no definition may be weaker.
///
/// - Source: `wgs/4.1`, `wgs/4.2`, `wgs/10`.
enum LegalLimits {
  /// The most working days from receipt to the first talk; four weeks are twenty of them.
  static func workingDays(of level: PriorityClass) -> Int { level == .c0 ? 3 : 20 }

  /// The key of the article.
  static func source(of level: PriorityClass) -> String { level == .c0 ? "wgs/4.2" : "wgs/4.1" }

  private static func words(of level: PriorityClass) -> String {
    level == .c0 ? "3 working days" : "4 weeks"
  }

  /// Notes a first attempt that comes after the law's last day for the first talk.
  static func check(
    firstAttempt days: Int, of level: PriorityClass, at place: Place, _ problems: ProblemCollector
  ) {
    guard days > workingDays(of: level) else { return }
    note("a first attempt after \(days) working days for \(level.rawValue)", level, place, problems)
  }

  /// Notes a deadline that is later than the law's.
  static func check(
    deadline: LegalDeadline, of level: PriorityClass, at place: Place, _ problems: ProblemCollector
  ) {
    let isTooLate =
      switch deadline {
      case .workingDays(let days): days > workingDays(of: level)
      case .weeks(let weeks): level == .c0 || weeks > 4
      }
    guard isTooLate else { return }
    note("this deadline for \(level.rawValue)", level, place, problems)
  }

  /// Notes an experiment of more than five years.
  static func check(
    experiment from: CalendarDate, _ to: CalendarDate, at place: Place, _ problems: ProblemCollector
  ) {
    guard to >= from.adding(months: 60) else { return }
    problems.add(
      .loosensLaw, at: place,
      ["what": "this admission", "limit": "five years", "source": "wgs/10"])
  }

  private static func note(
    _ what: String, _ level: PriorityClass, _ place: Place, _ problems: ProblemCollector
  ) {
    problems.add(
      .loosensLaw, at: place,
      ["what": what, "limit": words(of: level), "source": source(of: level)])
  }
}
