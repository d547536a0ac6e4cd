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
}

/// One column of a list: its title, what it means and how a line fills it.
struct ListColumn<Line>: Sendable {
  /// What stands at its top.
  let title: String
  /// Characters that fit beside each other.
  let width: Double
  /// One Dutch sentence for the sheet that explains the list.
  let meaning: String
  /// What a worker fills in, for a column that is empty at first.
  let entry: ListEntry?
  let cell: @Sendable (Line) -> ListCell

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

  /// Creates a column that a worker fills in.
  init(_ title: String, width: Double, _ meaning: String, entry: ListEntry) {
    self.title = title
    self.width = width
    self.meaning = meaning
    self.entry = entry
    cell = { _ in .empty }
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
