// What can be wrong with a worklist that comes back. Never a value of it.
extension DiagnosticCode {
  public static let outcomeFileUnusable = DiagnosticCode(
    "CASE-001", .stopped(.data), "this is no worklist that can be read: {reason}",
    help: "save the worklist again as .xlsx or .csv, with its columns; nothing of it was taken in")
  public static let outcomeColumnMissing = DiagnosticCode(
    "CASE-002", .stopped(.data), "there is no column \"{expected}\"",
    help:
      "fill in a copy of werklijst.xlsx or werklijst.csv and keep its columns; nothing was taken in"
  )
  public static let outcomeColumnDoubled = DiagnosticCode(
    "CASE-003", .stopped(.data), "two columns have this title",
    help: "take one of them away; nothing was taken in")
  public static let outcomeColumnIgnored = DiagnosticCode(
    "CASE-004", .information, "this column is no column of a worklist, and is not read", help: "")
  public static let outcomeRemarksIgnored = DiagnosticCode(
    "CASE-005", .information,
    "remarks are for the list alone and are not kept; lines with one: {count}", help: "")
  public static let outcomeLineUneven = DiagnosticCode(
    "CASE-006", .rowQuarantined, "expected {expected} fields, found {found}",
    help: "correct this line; it was not taken in")
  public static let outcomeHouseholdUnreadable = DiagnosticCode(
    "CASE-007", .rowQuarantined,
    "expected the 32 signs of a household; found {found} (value withheld)",
    help: "copy the cell from the worklist again; this line was not taken in")
  public static let outcomeMunicipalityUnknown = DiagnosticCode(
    "CASE-008", .rowQuarantined, "this line is of no municipality of the pipeline",
    help: "import it with the pipeline of its municipality; this line was not taken in")
  public static let outcomeListDateUnusable = DiagnosticCode(
    "CASE-009", .rowQuarantined, "this line does not say a day of a list up to {date}",
    help:
      "copy the cell from the worklist again, or give --reference-date; the line was not taken in")
  public static let outcomeHouseholdUnknown = DiagnosticCode(
    "CASE-010", .rowQuarantined, "this household was not on the list of that day",
    help: "lists of runs that did not update the state cannot come back; the line was not taken in")
  public static let outcomeHouseholdTwice = DiagnosticCode(
    "CASE-011", .rowQuarantined, "this household stands in the file again with other entries",
    help: "bring both lines together in one; neither was taken in")
  public static let outcomeWordUnknown = DiagnosticCode(
    "CASE-012", .rowQuarantined, "expected one of: {expected}; found {found} (value withheld)",
    help: "choose from the list; this entry was not taken in")
  public static let outcomeDateUnreadable = DiagnosticCode(
    "CASE-013", .rowQuarantined,
    "expected a day such as 31-12-2026; found {found} (value withheld)",
    help: "correct the day; this entry was not taken in")
  public static let outcomeDateTooLate = DiagnosticCode(
    "CASE-014", .rowQuarantined, "this day is after the reference date {date}",
    help: "correct the day, or give --reference-date; this entry was not taken in")
  public static let outcomeDateTooEarly = DiagnosticCode(
    "CASE-015", .rowQuarantined, "this day is before the first signal was received",
    help: "correct the day; this entry was not taken in")
  public static let outcomeAttemptIncomplete = DiagnosticCode(
    "CASE-016", .rowQuarantined, "this attempt has no {expected}",
    help: "fill it in; the attempt was not taken in")
  public static let outcomeResultWithoutAttempt = DiagnosticCode(
    "CASE-017", .rowQuarantined,
    "this result says that contact was sought, and no attempt is known",
    help: "fill in the attempts; the result was not taken in")
  public static let outcomeResultChanged = DiagnosticCode(
    "CASE-018", .rowQuarantined, "this case has ended, and had another result",
    help: "the first result stands; look at the line with whoever filled it in")
  public static let outcomeCellFault = DiagnosticCode(
    "CASE-019", .rowQuarantined, "this cell holds an error of the spreadsheet program",
    help: "type what it should say; this entry was not taken in")
  public static let outcomeFormula = DiagnosticCode(
    "CASE-020", .fieldFlagged, "this cell holds a formula; its last value was taken",
    help: "type the value, so that it cannot change")
  public static let outcomeContactGivenUpEarly = DiagnosticCode(
    "CASE-021", .fieldFlagged,
    "contact is given up before two attempts by two means in two parts of the day",
    help: "the result was taken in; try once more where that makes sense")

  static let outcomeCodes: [DiagnosticCode] = [
    outcomeFileUnusable, outcomeColumnMissing, outcomeColumnDoubled, outcomeColumnIgnored,
    outcomeRemarksIgnored, outcomeLineUneven, outcomeHouseholdUnreadable,
    outcomeMunicipalityUnknown, outcomeListDateUnusable, outcomeHouseholdUnknown,
    outcomeHouseholdTwice, outcomeWordUnknown, outcomeDateUnreadable, outcomeDateTooLate,
    outcomeDateTooEarly, outcomeAttemptIncomplete, outcomeResultWithoutAttempt,
    outcomeResultChanged, outcomeCellFault, outcomeFormula, outcomeContactGivenUpEarly,
  ]
}
