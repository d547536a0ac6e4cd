internal import Model

/// What a birth date turned out to be.
enum BirthDateReading: Equatable {
  case absent
  case date(PartialDate)
  /// A date that systems fill in when they know none.
  case placeholder
  /// No date, or one on which nobody who is meant can have been born.
  case impossible
  /// Month and day seem to have changed places.
  case swapped
  /// Not written as agreed.
  case unreadable
}

/// Reads birth dates, of which month and day may be unknown: `00-00-1980`, `19800500`.
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
    if form == .dayMonthYear && written.seemsSwapped { return .swapped }
    guard written.year >= earliestYear,
      let date = PartialDate(year: written.year, month: written.month, day: written.day)
    else { return .impossible }
    let (year, month, day) = latest.civil
    let isLater =
      (date.year, date.month, date.day) > (
        year, date.month == 0 ? 0 : month, date.day == 0 ? 0 : day
      )
    return isLater ? .impossible : .date(date)
  }
}
