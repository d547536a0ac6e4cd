import Model

@testable import Feeds

/// A date is read exactly or not at all, and so is a birth date of which only a part is known.
enum DateTarget {
  private static let forms: [DateForm] = [.dayMonthYear, .iso, .compact]
  private static let receipt = CalendarDate(days: 20_773)

  static func hold(_ input: ByteView) throws(BrokenPromise) {
    let text = input.trimmed
    for form in forms {
      if let written = DateDecoder.decode(text, as: form) {
        try isWhatStandsThere(written, text, form)
        try expect(read(write(written, form), form) == written, "\(written) is not read again")
      }
      if !text.isEmpty { try isABirthDate(text, form) }
    }
    try everyDayIsRead(input)
  }

  /// The first digits of the text are the digits of the date, in the order of the form.
  private static func isWhatStandsThere(
    _ written: WrittenDate, _ text: ByteView, _ form: DateForm
  ) throws(BrokenPromise) {
    let parts = text.string.split { !($0.isASCII && $0.isNumber) }.prefix(3).map { Int($0) ?? -1 }
    let isSame: Bool =
      switch form {
      case .dayMonthYear: parts == [written.day, written.month, written.year]
      case .iso: parts == [written.year, written.month, written.day]
      case .compact: parts == [written.year * 10_000 + written.month * 100 + written.day]
      // Not among the forms that are held here.
      case .dayMonthShortYear, .monthName, .serial: false
      }
    try expect(isSame, "\(text.string) was read as \(written)")
  }

  /// What is taken for a birth date can be one, and is read again from its parts.
  private static func isABirthDate(_ text: ByteView, _ form: DateForm) throws(BrokenPromise) {
    let date: PartialDate
    switch BirthDateDecoder.decode(text, as: form, latest: receipt) {
    case .date(let read), .part(let read): date = read
    case .absent, .placeholder, .impossible, .swapped, .unreadable: return
    }
    try expect(!date.isAbsent && date.year >= 1890, "\(text.string) is a birth date")
    let first = CalendarDate(
      year: date.year, month: max(date.month, 1), day: max(date.day, 1))
    try expect(first.map { $0 <= receipt } ?? false, "\(text.string) is a birth date to come")
    let again = write(WrittenDate(year: date.year, month: date.month, day: date.day), form)
    let arena = ByteArena(capacity: 64)
    let cell = arena.store(again)
    try expect(
      BirthDateDecoder.decode(arena[cell], as: form, latest: receipt) == .date(date),
      "\(again) is not read as \(text.string) was")
    arena.removeAll()
    arena.append(date)
    try expect(PartialDate(iso: arena.bytes) == date, "\(arena.bytes.string) is not read again")
  }

  /// A day of the calendar is read from each form, and its parts make the same day.
  private static func everyDayIsRead(_ input: ByteView) throws(BrokenPromise) {
    var number: UInt32 = 0
    for index in 0..<min(input.count, 3) { number = number << 8 | UInt32(input[index]) }
    // From 0001-01-01 to 9999-12-31.
    let day = CalendarDate(days: Int32(number % 3_652_059) - 719_162)
    let (year, month, dayOfMonth) = day.civil
    try expect(
      CalendarDate(year: year, month: month, day: dayOfMonth) == day, "\(day.days) is no day")
    try expect(CalendarDate(iso: day.description) == day, "\(day) is not read")
    let written = WrittenDate(year: year, month: month, day: dayOfMonth)
    for form in forms {
      try expect(read(write(written, form), form) == written, "\(day) is not read in \(form)")
    }
  }

  private static func read(_ text: String, _ form: DateForm) -> WrittenDate? {
    let arena = ByteArena(capacity: 64)
    let cell = arena.store(text)
    return DateDecoder.decode(arena[cell], as: form)
  }

  private static func write(_ date: WrittenDate, _ form: DateForm) -> String {
    let text = ByteArena(capacity: 64)
    switch form {
    case .dayMonthShortYear, .monthName, .serial: break
    case .dayMonthYear:
      text.append(decimal: date.day, width: 2)
      text.append("-")
      text.append(decimal: date.month, width: 2)
      text.append("-")
      text.append(decimal: date.year, width: 4)
    case .iso, .compact:
      let separator: StaticString = form == .iso ? "-" : ""
      text.append(decimal: date.year, width: 4)
      text.append(separator)
      text.append(decimal: date.month, width: 2)
      text.append(separator)
      text.append(decimal: date.day, width: 2)
    }
    return text.bytes.string
  }
}
