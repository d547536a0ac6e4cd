internal import Model

/// What a birth date turned out to be.
enum BirthDateReading: Equatable {
  case absent
  case date(PartialDate)
  /// What can be read of a date whose month or day there is not: `72-05-1960` tells the year and the month.
  case part(PartialDate)
  /// A date that systems fill in when they know none.
  case placeholder
  /// No date, or one on which nobody who is meant can have been born.
  case impossible
  /// Month and day seem to have changed places: the year is all that is sure, or absent when that cannot be.
  case swapped(PartialDate)
  /// Not written as agreed.
  case unreadable
}

/// Reads birth dates, of which month and day may be unknown: `00-00-1980`, `19800500`.
///
/// Where a month or day cannot be, what stands before it in a calendar is kept: somebody born on 31 February
/// 1980 is still somebody of 1980, and most likely of February.
///
/// - Source: `haal-centraal-brp`, `domain-date-spelling`.
enum BirthDateDecoder {
  /// Nobody alive was born before.
  private static let earliestYear = 1890

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - text: UTF-8, without spaces at its ends, not empty.
  ///   - form: How the column is written.
  ///   - latest: The day on which the signal was received.
  /// - Returns: What the cell holds.
  static func decode(
    _ text: ByteView, as form: DateForm, latest: CalendarDate
  ) -> BirthDateReading {
    guard let written = DateDecoder.decode(text, as: form)?.bornBefore(latest) else {
      return .unreadable
    }
    if written.isZero { return .absent }
    if written.isPlaceholder { return .placeholder }
    let (year, month, day) = latest.civil
    if form == .dayMonthYear && written.seemsSwapped {
      let isPossible = written.year >= earliestYear && written.year <= year
      return .swapped(isPossible ? PartialDate(year: written.year) ?? .absent : .absent)
    }
    guard written.year >= earliestYear, let date = written.known else { return .impossible }
    let isLater =
      (date.year, date.month, date.day) > (
        year, date.month == 0 ? 0 : month, date.day == 0 ? 0 : day
      )
    if isLater { return .impossible }
    return written.hasNonsense ? .part(date) : .date(date)
  }
}

extension WrittenDate {
  /// Whether the month or the day is none; zeros are not known, which is no nonsense.
  fileprivate var hasNonsense: Bool {
    month > 12 || day > (month == 0 || month > 12 ? 31 : length)
  }

  /// What the date tells: the day only of a month that there is, the month only of a year.
  fileprivate var known: PartialDate? {
    guard (1...12).contains(month) else { return PartialDate(year: year) }
    return PartialDate(year: year, month: month, day: day > length ? 0 : day)
  }

  /// The days of the month, which must be one.
  private var length: Int { CalendarDate.length(ofMonth: month, year: year) }
}
