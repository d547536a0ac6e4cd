internal import Model

/// What whoever reads a worklist back has to know of its columns.
public enum WorklistColumns {
  /// The titles of all columns of households, in order.
  public static let titles: [String] =
    HouseholdColumns.filled.map(\.title) + HouseholdColumns.entries.map(\.title)
    + HouseholdColumns.closing(state: "", code: "", day: CalendarDate(days: 0)).map(\.title)
}
