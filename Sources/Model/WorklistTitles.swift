/// The titles of the columns of a worklist that the product reads back.
public enum WorklistTitles {
  public static let pickedUpOn = "Datum opgepakt"
  public static let helpAcceptedOn = "Datum hulp aanvaard"
  public static let result = "Resultaat"
  public static let remark = "Opmerking"
  public static let household = "Kenmerk"
  public static let municipality = "Gemeentecode"
  public static let referenceDate = "Peildatum"

  /// The day of an attempt, from 1.
  public static func contactedOn(_ number: Int) -> String { "Datum poging \(number)" }

  /// How contact was sought.
  public static func means(_ number: Int) -> String { "Soort contact \(number)" }

  /// In which part of the day.
  public static func dayPart(_ number: Int) -> String { "Dagdeel \(number)" }

  /// Whether somebody was reached.
  public static func reached(_ number: Int) -> String { "Bereikt \(number)" }
}

/// The names of the sheets of a worklist that hold households.
public enum WorklistSheets {
  /// What is to be worked on.
  public static let open = "Werklijst"
  /// What has ended.
  public static let closed = "Afgerond"
  /// Both.
  public static let all = [open, closed]
}
