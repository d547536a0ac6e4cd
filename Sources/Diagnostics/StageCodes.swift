// What can go wrong between stages.
extension DiagnosticCode {
  public static let stageFileAbsent = DiagnosticCode(
    "STAGE-001", .stopped(.inputAbsent),
    "the stage {stage} reads {file}, which is not in the folder",
    help: "give the folder of a municipality in a run, or a fixture that holds this file")
  public static let stageFileColumns = DiagnosticCode(
    "STAGE-002", .stopped(.data), "expected the columns {expected}; {found}",
    help: "the file was written by another version, or changed by hand")
  public static let stageFileCell = DiagnosticCode(
    "STAGE-003", .stopped(.data), "expected {expected}; found {found} (value withheld)",
    help: "correct the cell, or write the file again with the stage before")
  public static let stageFileDamaged = DiagnosticCode(
    "STAGE-004", .stopped(.data), "the stage file cannot be read: {reason}",
    help: "write the file again with the stage before")
  public static let stageFilesDisagree = DiagnosticCode(
    "STAGE-005", .stopped(.data), "the files {first} and {second} are not of the same signals",
    help: "take all stage files from one run")
  public static let unknownStage = DiagnosticCode(
    "STAGE-006", .stopped(.usage), "there is no stage {name}{suggestion}",
    help: "the stages are {allowed}")

  public static let workShort = DiagnosticCode(
    "STAGE-007", .information,
    "the plan has no room for {count} households within what the municipality can do and the law's last day",
    help:
      "they stand on the list, on a day that is full; ask for help, or raise the capacity in municipalities/{municipality}.yml"
  )

  static let stageCodes: [DiagnosticCode] = [
    stageFileAbsent, stageFileColumns, stageFileCell, stageFileDamaged, stageFilesDisagree,
    unknownStage, workShort,
  ]
}
