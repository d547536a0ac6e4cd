internal import Diagnostics
internal import Model

/// What stands in a cell of a list that came back.
enum OutcomeCell {
  case text(String)
  /// A number that a workbook holds, and the day that it stands for if it stands for one.
  case number(Double, CalendarDate?)
  /// An error of the spreadsheet program.
  case fault

  /// The text without blanks around it, each blank inside as one space; a whole number in digits.
  var words: String {
    switch self {
    case .text(let text): text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    case .number(let number, _):
      number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
    case .fault: "#"
    }
  }

  /// The day; `nil` if it is none.
  ///
  /// As text it is `31-12-2026`, `1-2-2026` or `2026-12-31`. With strokes it might be American, so those
  /// are not read.
  var day: CalendarDate? {
    switch self {
    case .number(_, let day): day
    case .fault: nil
    case .text: Self.day(words)
    }
  }

  private static func day(_ words: String) -> CalendarDate? {
    // The time that some programs put behind a day says nothing here.
    let text = words.prefix { $0 != "T" && $0 != " " }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(Array.init)
    guard parts.count == 3,
      parts.allSatisfy({ part in !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    let numbers = parts.compactMap { Int(String($0)) }
    guard numbers.count == 3 else { return nil }
    if parts[0].count == 4 {
      return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }
    guard parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4 else { return nil }
    return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])
  }

  /// What was found, without the value.
  var found: String { foundKind(of: words.utf8) }

  /// A word of a closed list, whatever its capitals; `nil` if it is none.
  func word<Word: RawRepresentable<String> & CaseIterable>(of type: Word.Type) -> Word? {
    let written = words.lowercased()
    return Word.allCases.first { $0.rawValue.lowercased() == written }
  }
}

/// What a worker filled in where an entry belongs.
enum Filled<Value: Hashable>: Hashable {
  /// Nothing.
  case empty
  case value(Value)
  /// Something that cannot be read, or the list has no such column: what is known stands.
  case unread

  /// Whether nothing is filled in.
  var isEmpty: Bool { self == .empty }
}

extension Filled: Sendable where Value: Sendable {}
