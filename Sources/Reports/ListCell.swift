internal import Model

/// What stands in a cell of a list, whatever the file format.
enum ListCell: Equatable {
  case empty
  case text(String)
  /// Several texts under each other.
  case lines([String])
  case number(Int)
  case date(CalendarDate)
  case euro(Money)

  /// About how many lines it takes in a column that wraps, at least 1.
  ///
  /// Words are not cut, so a line holds fewer characters than the column is wide.
  func lines(width: Double) -> Int {
    switch self {
    case .empty, .number, .date, .euro: return 1
    case .text(let text): return Self.lines(of: text, width: width)
    case .lines(let texts):
      return max(1, texts.reduce(0) { $0 + Self.lines(of: $1, width: width) })
    }
  }

  private static func lines(of text: String, width: Double) -> Int {
    let most = max(1, Int(width))
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count > most else { return 1 }
      var lines = 1
      var used = 0
      var length = 0
      func placeWord() {
        if used > 0 && used + 1 + length > most {
          lines += 1
          used = 0
        }
        used += (used > 0 ? 1 : 0) + length
        lines += (max(used, 1) - 1) / most
        used = used > most ? used % most : used
        length = 0
      }
      for byte in bytes {
        if byte == UInt8(ascii: " ") {
          placeWord()
        } else {
          length += 1
        }
      }
      placeWord()
      return lines
    }
  }
}

/// One column of a list: its title, what it means and how a line fills it.
struct ListColumn<Line>: Sendable {
  /// What stands at its top.
  let title: String
  /// Characters that fit beside each other.
  let width: Double
  /// One Dutch sentence for the sheet that explains the list.
  let meaning: String
  /// What a worker may fill in; `nil` for a column that the product fills alone.
  let entry: ListEntry?
  /// Whether it stands on paper too.
  private(set) var isPrinted = true
  let cell: @Sendable (Line) -> ListCell

  /// The same column, on the screen alone.
  var notPrinted: Self {
    var column = self
    column.isPrinted = false
    return column
  }

  /// Creates a column that a line fills.
  init(
    _ title: String, width: Double, _ meaning: String, cell: @escaping @Sendable (Line) -> ListCell
  ) {
    self.title = title
    self.width = width
    self.meaning = meaning
    entry = nil
    self.cell = cell
  }

  /// Creates a column that a worker fills in, with what is known already.
  init(
    _ title: String, width: Double, _ meaning: String, entry: ListEntry,
    cell: @escaping @Sendable (Line) -> ListCell = { _ in .empty }
  ) {
    self.title = title
    self.width = width
    self.meaning = meaning
    self.entry = entry
    self.cell = cell
  }
}

/// What a worker may fill in a cell.
enum ListEntry: Equatable, Sendable {
  case date
  case choice(ChoiceList)
  case text
}

/// The closed lists that a worker chooses from.
///
/// - Source: `ddas-vroegsignalering`.
enum ChoiceList: String, CaseIterable, Sendable {
  case contactMeans = "Soort contact"
  case dayPart = "Dagdeel"
  case yesNo = "Bereikt"
  case result = "Resultaat"

  /// The words to choose from.
  var words: [String] {
    switch self {
    case .contactMeans: ContactMeans.allCases.map(\.rawValue)
    case .dayPart: DayPart.allCases.map(\.rawValue)
    case .yesNo: YesNo.allCases.map(\.rawValue)
    case .result: CaseResult.allCases.map(\.rawValue)
    }
  }
}
