// What is said when terms end, and when a person asks for what is kept about them. Never a value.
extension DiagnosticCode {
  public static let runUnreadable = DiagnosticCode(
    "RIGHT-001", .listsMarked, "the manifest of the run {run} cannot be read",
    help:
      "nothing was taken out of it: nobody knows how old it is; put its manifest back or remove it")
  public static let reasonTellsValue = DiagnosticCode(
    "RIGHT-002", .stopped(.usage),
    "the reason tells something of the person (value withheld), and it would be kept for good",
    help:
      "give a reason without name, address, number or date, such as \"request 12 of the person\"")
  public static let referenceDateInFuture = DiagnosticCode(
    "RIGHT-003", .stopped(.usage), "the reference date {date} is later than today",
    help: "leave it out: terms that have not ended yet cannot be made to end")
  public static let deliveryPastTerm = DiagnosticCode(
    "RIGHT-004", .fieldFlagged,
    "the delivery {delivery} still lies in the inbox and is past its term",
    help: "remove it: runs list nothing of it any more")
  public static let currentRunLostFolder = DiagnosticCode(
    "RIGHT-005", .fieldFlagged,
    "the current run lost its lists of municipality {municipality}: they held signals past their term",
    help: "run the pipeline, and forget after each night")
  public static let nothingKept = DiagnosticCode(
    "RIGHT-006", .stopped(.inputAbsent), "nothing is kept about this id",
    help: "ids stand on the lists of each municipality; one that was erased is known no more")
  public static let deliveryHoldsErased = DiagnosticCode(
    "RIGHT-007", .fieldFlagged, "the delivery {delivery} in the inbox still holds the person",
    help: "remove it when every run has read it; until then runs refuse the rows of the person")
  public static let answerIsThere = DiagnosticCode(
    "RIGHT-008", .stopped(.cannotCreate), "there is already such a file",
    help: "give another name: what was told to somebody is never written over")

  static let rightsCodes: [DiagnosticCode] = [
    runUnreadable, reasonTellsValue, referenceDateInFuture, deliveryPastTerm,
    currentRunLostFolder, nothingKept, deliveryHoldsErased, answerIsThere,
  ]
}
