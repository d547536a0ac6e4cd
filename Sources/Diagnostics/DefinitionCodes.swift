// What can be wrong with a definition. All end the command before any delivery is opened.
extension DiagnosticCode {
  public static let definitionAbsent = DiagnosticCode(
    "DEF-001", .stopped(.definition), "there is no such definition: {reason}",
    help: "check the name; paths are relative to the file that names them")
  public static let yamlBroken = DiagnosticCode(
    "DEF-002", .stopped(.definition), "this is not YAML: {reason}",
    help: "check indentation, colons and quotation marks near this place")
  public static let unknownKey = DiagnosticCode(
    "DEF-003", .stopped(.definition), "the key {key} means nothing here{suggestion}",
    help: "allowed here: {allowed}")
  public static let missingKey = DiagnosticCode(
    "DEF-004", .stopped(.definition), "the key {key} is missing",
    help: "add it: {meaning}")
  public static let wrongKind = DiagnosticCode(
    "DEF-005", .stopped(.definition), "expected {expected}, found {found}",
    help: "write {expected} here")
  public static let unknownWord = DiagnosticCode(
    "DEF-006", .stopped(.definition), "{found} is not {expected}{suggestion}",
    help: "allowed here: {allowed}")
  public static let unresolved = DiagnosticCode(
    "DEF-007", .stopped(.definition), "{what} {name} does not exist",
    help: "{hint}")
  public static let contradiction = DiagnosticCode(
    "DEF-008", .stopped(.definition), "{what}",
    help: "{hint}")
  public static let doubledKey = DiagnosticCode(
    "DEF-009", .stopped(.definition), "the key {key} stands here twice",
    help: "keep one of the two")
  public static let loosensLaw = DiagnosticCode(
    "DEF-010", .stopped(.definition), "{what} is weaker than the law allows: at most {limit}",
    help: "a municipality may be stricter than the law, never looser ({source})")

  public static let feedNotAdmitted = DiagnosticCode(
    "DEF-012", .stopped(.definition),
    "the partner {partner} of the type {type} may not report in any municipality of the feed",
    help:
      "add the admission with its source to reference/admissions.csv or the municipality's file, "
      + "or take the feed away")
  public static let stepsNotCovered = DiagnosticCode(
    "DEF-013", .stopped(.definition),
    "nothing tells whether the partner took the steps {steps} before it reports somebody",
    help: "map the columns of these steps, or add an attestation of the partner ({source})")
  public static let forbiddenColumn = DiagnosticCode(
    "DEF-014", .stopped(.definition),
    "the column {column} is about {what}, which no signal may hold",
    help: "ask the partner to leave the column out, and take it away here ({source})")
  public static let windowTooWide = DiagnosticCode(
    "DEF-015", .stopped(.definition),
    "this window for {type} is wider than what was agreed: {limit}",
    help: "a municipality may narrow the window, not widen it ({source})")
  public static let chancesDoNotAddUp = DiagnosticCode(
    "DEF-016", .stopped(.definition),
    "the chances of {field} for one person add up to {sum}, not to 1",
    help:
      "two signals of one person have one of these levels ({levels}): make their chances 1 together"
  )

  static let definitionCodes: [DiagnosticCode] = [
    definitionAbsent, yamlBroken, unknownKey, missingKey, wrongKind, unknownWord, unresolved,
    contradiction, doubledKey, loosensLaw,
    feedNotAdmitted, stepsNotCovered, forbiddenColumn, windowTooWide,
    chancesDoNotAddUp,
  ]
}
