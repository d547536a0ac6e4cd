internal import Diagnostics
internal import Model

/// What was doubtful in cells whose signals go on, counted for each column.
///
/// Nothing is done here for a cell without doubt. What a row is noted for counts once its signal goes
/// on; only dates with month before day count in rows that are set aside as well.
final class FieldFlags {
  /// What can be doubtful in a cell.
  enum Kind: Int, CaseIterable {
    /// It could not be read, and the signal goes on without it.
    case unreadable
    /// Question marks stand in the place of letters.
    case lettersLost
    /// Letters were read in the wrong encoding before the delivery.
    case lettersGarbled
    /// A spreadsheet made a date of it.
    case spreadsheetDate
    /// A spreadsheet rounded it.
    case rounded
    /// Month and day seem to have changed places.
    case swapped
  }

  /// By position, and for each by kind.
  private var fields: [FlaggedField]
  private var noted: [(kind: Kind, position: Int)] = []
  /// How many birth dates can only be read with the day before the month.
  private(set) var birthDatesDayFirst = 0

  init(columns: Int) {
    fields = Array(repeating: FlaggedField(), count: columns * Kind.allCases.count)
    noted.reserveCapacity(columns)
  }

  /// Notes a cell of the row that is being decoded.
  func note(_ kind: Kind, at position: Int) { noted.append((kind, position)) }

  /// Counts a birth date whose day is no month.
  func noteDayFirst() { birthDatesDayFirst += 1 }

  /// Counts what was noted for a row, or forgets it.
  ///
  /// - Parameters:
  ///   - goesOn: Whether the row becomes a signal.
  ///   - row: The data row from 1.
  ///   - line: The line on which it begins.
  ///   - text: Lends the text of a cell, for what kind of text it is.
  func settle(goesOn: Bool, row: Int, line: Int, text: (Int) -> ByteView) {
    for (kind, position) in noted where goesOn || kind == .swapped {
      fields[position * Kind.allCases.count + kind.rawValue].add(
        text(position), row: row, line: line)
    }
    noted.removeAll(keepingCapacity: true)
  }

  /// What was counted for a column.
  subscript(kind: Kind, position: Int) -> FlaggedField {
    fields[position * Kind.allCases.count + kind.rawValue]
  }
}
