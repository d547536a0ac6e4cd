internal import Definitions
internal import Diagnostics

/// What there is to say about a delivery besides its rejected rows.
enum DeliveryNotes {
  /// Below so many rows a share of rejected ones says nothing.
  private static let fewestRowsToJudge = 20

  /// Returns the notes in a fixed order.
  static func all(
    feed: FeedDefinition, location: Location, rows: Int, rejected: Int, emptyLines: Int,
    birthDates: FlaggedField, plan: ColumnPlan
  ) -> [Diagnostic] {
    var notes: [Diagnostic] = []
    if emptyLines > 0 {
      notes.append(Diagnostic(.emptyLines, at: location, ["count": "\(emptyLines)"]))
    }
    if let most = feed.expectations.maximumRows, rows > most {
      notes.append(
        Diagnostic(
          .moreRowsThanExpected, at: location, ["rows": "\(rows)", "limit": "\(most)"]))
    }
    for (position, action) in plan.actions.enumerated() {
      guard case .birthDate(let form) = action, birthDates.count > 0 else { continue }
      var place = location
      place.row = birthDates.row
      place.line = birthDates.line
      place.column = plan.headers[position]
      notes.append(
        Diagnostic(
          .birthDateUnreadable, at: place,
          [
            "count": "\(birthDates.count)", "expected": form.example, "found": birthDates.found,
          ]))
    }
    let limit = feed.expectations.rejectsAtMostPerMille
    if rows >= fewestRowsToJudge, rejected * 1000 > limit * rows {
      notes.append(
        Diagnostic(
          .tooManyRejects, at: location,
          [
            "rejected": "\(rejected)", "rows": "\(rows)",
            "limit": limit % 10 == 0 ? "\(limit / 10)" : "\(limit / 10).\(limit % 10)",
          ]))
    }
    return notes
  }
}
