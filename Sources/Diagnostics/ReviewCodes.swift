// What can be wrong with the answers of people about doubtful pairs. Never a value of them.
extension DiagnosticCode {
  public static let reviewFolderAbsent = DiagnosticCode(
    "REV-001", .fieldFlagged, "the folder with answers is not there",
    help: "make the folder that reviews names; answers that were read before hold on")
  public static let reviewFileUnusable = DiagnosticCode(
    "REV-002", .listsMarked, "this file with answers cannot be read: {reason}",
    help: "save beoordeling.csv again as CSV; no answer of this file was used")
  public static let reviewColumnMissing = DiagnosticCode(
    "REV-003", .listsMarked, "this file with answers has no column \"{expected}\"",
    help: "fill in a copy of beoordeling.csv and keep its columns; no answer of this file was used")
  public static let reviewRowUneven = DiagnosticCode(
    "REV-004", .listsMarked, "expected {expected} fields, found {found}",
    help: "correct this line; it was not used")
  public static let reviewWordUnknown = DiagnosticCode(
    "REV-005", .listsMarked, "expected {expected}; found {found} (value withheld)",
    help: "correct this line; it was not used")
  public static let reviewIDUnreadable = DiagnosticCode(
    "REV-006", .listsMarked, "expected the 32 signs of a signal; found {found} (value withheld)",
    help: "copy the cell from beoordeling.csv again; this line was not used")
  public static let reviewOfOneSignal = DiagnosticCode(
    "REV-007", .listsMarked, "this line names one signal twice",
    help: "copy both cells from beoordeling.csv again; this line was not used")
  public static let reviewSignalUnknown = DiagnosticCode(
    "REV-008", .fieldFlagged, "this line is about a signal that is not known, or no longer",
    help: "take the file away when its answers were read; they are remembered with their signals")
  public static let reviewsContradict = DiagnosticCode(
    "REV-009", .listsMarked, "this pair is answered in two ways; neither was used",
    help: "correct one of the lines, or take the file away that is wrong")
  public static let reviewChainContradicts = DiagnosticCode(
    "REV-010", .listsMarked,
    "pairs answered niet-zelfde that answers zelfde about others make one person: {count}",
    help: "they are asked again in beoordeling.csv; correct whichever answer is wrong")

  static let reviewCodes: [DiagnosticCode] = [
    reviewFolderAbsent, reviewFileUnusable, reviewColumnMissing, reviewRowUneven,
    reviewWordUnknown, reviewIDUnreadable, reviewOfOneSignal, reviewSignalUnknown,
    reviewsContradict, reviewChainContradicts,
  ]
}
