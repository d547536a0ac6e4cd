// What can be wrong with the register of persons. Never a value of it.
extension DiagnosticCode {
  public static let registerAbsent = DiagnosticCode(
    "REG-001", .stopped(.inputAbsent),
    "the register of municipality {municipality} is not at {path}",
    help: "put the extract there, or take register out of the pipeline: then nobody is checked")
  public static let registerUnusable = DiagnosticCode(
    "REG-002", .stopped(.data), "the register cannot be used: {reason}",
    help: "nothing was published; make the extract again, or correct its definition")
  public static let registerColumnMissing = DiagnosticCode(
    "REG-003", .stopped(.data), "the register has no column \"{expected}\"{suggestion}",
    help: "make the extract again with this column, or change columns in its definition")
  public static let registerColumnUnknown = DiagnosticCode(
    "REG-004", .stopped(.data), "the definition of the register does not know this column",
    help: "map it, name it as ignored with the reason, or leave it out of the extract")
  public static let registerColumnForbidden = DiagnosticCode(
    "REG-005", .stopped(.data), "this column of the register is about {what}",
    help: "leave it out of the extract: it may not be read for early help ({source})")
  public static let registerColumnDoubled = DiagnosticCode(
    "REG-006", .stopped(.data), "the register has this column twice",
    help: "keep one of the two in the extract")
  public static let registerStale = DiagnosticCode(
    "REG-007", .listsMarked,
    "the register is of {day}, {days} days before the reference date; at most {limit} were agreed",
    help: "make a new extract; addresses and deaths since then are not known")
  public static let registerUndated = DiagnosticCode(
    "REG-008", .listsMarked, "nothing says of which day the register is",
    help: "write the day of the extract, as 2026-10-31, into {sidecar} beside it")
  public static let registerDayUnreadable = DiagnosticCode(
    "REG-009", .stopped(.data), "{sidecar} does not hold a day such as 2026-10-31",
    help: "write the day of the extract into it, and nothing else")
  public static let registerChanged = DiagnosticCode(
    "REG-010", .stopped(.temporary), "the register was replaced or changed while it was read",
    help: "nothing was published; run again when the extract is complete")
  public static let registerRowUneven = DiagnosticCode(
    "REG-011", .stopped(.data), "expected {expected} fields, found {found}",
    help: "make the extract again: from this row on no column can be trusted")
  public static let registerEmpty = DiagnosticCode(
    "REG-012", .stopped(.data), "the register holds nobody",
    help: "make the extract again; a register without people would clear nobody's address")
  public static let registerNumbersInvalid = DiagnosticCode(
    "REG-013", .fieldFlagged, "rows with a citizen service number that is none: {count}",
    help: "these people are found as before; no number is kept for them")
  public static let registerNumbersDoubled = DiagnosticCode(
    "REG-014", .fieldFlagged, "rows that share their citizen service number with another: {count}",
    help: "no number is kept for these people; ask who makes the extract why they stand there twice"
  )
  public static let registerCellsUnreadable = DiagnosticCode(
    "REG-015", .fieldFlagged,
    "cells that cannot be read: {count}; expected {expected} (values withheld)",
    help: "correct the column in the extract, or how the definition says it is written")
  public static let forbiddenRegisterColumn = DiagnosticCode(
    "REG-016", .stopped(.definition),
    "the column {column} is about {what}, which may not be asked of the register",
    help: "leave the column out of the extract, and take it away here ({source})")

  static let registerCodes: [DiagnosticCode] = [
    registerAbsent, registerUnusable, registerColumnMissing, registerColumnUnknown,
    registerColumnForbidden, registerColumnDoubled, registerStale, registerUndated,
    registerDayUnreadable, registerChanged, registerRowUneven, registerEmpty,
    registerNumbersInvalid, registerNumbersDoubled, registerCellsUnreadable,
    forbiddenRegisterColumn,
  ]
}
