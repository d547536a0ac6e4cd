internal import Definitions
internal import Diagnostics

/// What there is to say about a delivery besides its rejected rows.
enum DeliveryNotes {
  /// Below so many rows a share of rejected ones says nothing.
  private static let fewestRowsToJudge = 20

  /// Returns the notes in a fixed order.
  static func all(
    feed: FeedDefinition, location: Location, rows: Int, rejected: Int, emptyLines: Int,
    flags: FieldFlags, plan: ColumnPlan
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
      for kind in FieldFlags.Kind.allCases {
        let flag = flags[kind, position]
        guard flag.count > 0 else { continue }
        var place = location
        place.row = flag.row
        place.line = flag.line
        place.column = plan.headers[position]
        notes += note(kind, flag, action, place)
      }
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

  /// What to say about the doubtful cells of a column.
  private static func note(
    _ kind: FieldFlags.Kind, _ flag: FlaggedField, _ action: ColumnAction, _ place: Location
  ) -> [Diagnostic] {
    switch (kind, action) {
    case (.unreadable, .birthDate(let form)), (.swapped, .birthDate(let form)):
      [
        Diagnostic(
          .birthDateUnreadable, at: place,
          ["count": "\(flag.count)", "expected": form.example, "found": flag.found])
      ]
    case (.unreadable, .date(.arisenOn, let form)):
      [
        Diagnostic(
          .arisenOnUnreadable, at: place,
          ["count": "\(flag.count)", "expected": form.example, "found": flag.found])
      ]
    case (.unreadable, .date(.threatOn, let form)):
      [
        Diagnostic(
          .threatOnUnreadable, at: place,
          ["count": "\(flag.count)", "expected": form.example, "found": flag.found])
      ]
    case (.unreadable, _):
      [
        Diagnostic(
          .arrearsUnreadable, at: place, ["count": "\(flag.count)", "found": flag.found])
      ]
    case (.lettersLost, _):
      [Diagnostic(.lettersLost, at: place, ["count": "\(flag.count)"])]
    case (.lettersGarbled, _):
      [Diagnostic(.lettersGarbled, at: place, ["count": "\(flag.count)"])]
    case (.spreadsheetDate, _):
      [Diagnostic(.houseNumberIsDate, at: place, ["count": "\(flag.count)"])]
    case (.rounded, _):
      [Diagnostic(.referenceRounded, at: place, ["count": "\(flag.count)"])]
    case (.swapped, _): []
    }
  }
}
