// What can stop a run as a whole.
extension DiagnosticCode {
  public static let inboxAbsent = DiagnosticCode(
    "RUN-001", .stopped(.inputAbsent), "the inbox {path} is not a folder that can be read",
    help: "give the folder with the deliveries with --inbox")
  public static let inboxEmpty = DiagnosticCode(
    "RUN-002", .stopped(.inputAbsent), "the inbox {path} holds no delivery of any feed",
    help: "check the transfer of the deliveries, or give another folder with --inbox")
  public static let nothingAccepted = DiagnosticCode(
    "RUN-003", .publicationRefused, "none of the {count} deliveries could be used",
    help: "nothing was published; each delivery's own message says why")
  public static let keyFileAbsent = DiagnosticCode(
    "RUN-004", .stopped(.keyMissing), "the key file {path} cannot be read: {reason}",
    help: "put the key file where keys.file of the pipeline says, readable by this user only")
  public static let keyMissing = DiagnosticCode(
    "RUN-005", .stopped(.keyMissing), "the key file has no key for municipality {municipality}",
    help: "add a line: code, name of the key, 64 hexadecimal digits")
  public static let keyMalformed = DiagnosticCode(
    "RUN-006", .stopped(.keyMissing),
    "expected a code, a name, 64 hexadecimal digits and perhaps from with a date on this line of the key file",
    help: "correct the line; lines that begin with # are ignored")
  public static let testKeyRefused = DiagnosticCode(
    "RUN-007", .stopped(.keyMissing),
    "the key of municipality {municipality} is the published test key, and the pipeline's data are real",
    help: "make a key of your own; anybody can compute the ids that the test key makes")
  public static let cannotCreate = DiagnosticCode(
    "RUN-008", .stopped(.cannotCreate), "{path} cannot be created: {reason}",
    help: "check the permissions of the folder and the room on the disk")
  public static let writeFailed = DiagnosticCode(
    "RUN-009", .stopped(.inputOutput), "writing {path} failed: {reason}",
    help: "check the disk and run again: nothing is published by halves")
  public static let readFailed = DiagnosticCode(
    "RUN-010", .stopped(.inputOutput), "reading {path} failed: {reason}",
    help: "check the disk and the permissions, and run again")
  public static let locked = DiagnosticCode(
    "RUN-011", .stopped(.locked), "another program holds {path}: {holder}",
    help: "wait until it has ended, or give --wait-lock with the seconds to wait")
  public static let stateDamaged = DiagnosticCode(
    "RUN-012", .stopped(.stateDamaged), "the state {path} cannot be used: {reason}",
    help:
      "put back the latest backup of all files of the municipality; or of this one alone, and then run `voorsein audit adopt` (docs/audit.md)"
  )
  public static let referenceDateUnknown = DiagnosticCode(
    "RUN-013", .stopped(.usage), "the folder does not say the reference date of its run",
    help: "give --reference-date, or take the folder of a municipality from a run")
  public static let usage = DiagnosticCode(
    "RUN-014", .stopped(.usage), "{what}",
    help: "{hint}")
  public static let notFound = DiagnosticCode(
    "RUN-015", .stopped(.inputAbsent), "{what} was not found",
    help: "{hint}")
  public static let defect = DiagnosticCode(
    "RUN-016", .stopped(.defect), "a rule of the program itself was broken: {what}",
    help: "nothing was published; please report this with the version and the run's manifest")
  public static let inboxChanged = DiagnosticCode(
    "RUN-017", .stopped(.temporary),
    "{delivery} was replaced, changed or taken away after it was read",
    help: "nothing was published; run again when the transfer has ended")
  public static let nothingToRequeue = DiagnosticCode(
    "RUN-018", .stopped(.inputAbsent), "the quarantine of the run holds no such row of {feed}",
    help: "look at the folder quarantine of the run; a run that read every row has none")
  public static let rowNotInQuarantine = DiagnosticCode(
    "RUN-019", .stopped(.inputAbsent),
    "row {row} of {delivery} is not in the quarantine of the run",
    help: "the quarantine names the rows that can be delivered again")
  public static let nameOfOtherFeed = DiagnosticCode(
    "RUN-020", .stopped(.data),
    "the delivery {delivery} is not named as {pattern}, as its feed says",
    help: "give the definition of the feed under which the delivery was read")
  public static let letterNotInEncoding = DiagnosticCode(
    "RUN-021", .stopped(.data),
    "row {row} of {delivery} holds a letter that {encoding} does not have",
    help: "leave the row out with --rows, or ask the partner to send it again")
  public static let truthColumnAbsent = DiagnosticCode(
    "RUN-022", .stopped(.data), "the truth lacks these columns: {columns}",
    help: "the columns are feed, row, person and household, and delivery where a feed has several")
  public static let truthCell = DiagnosticCode(
    "RUN-023", .stopped(.data), "expected {expected}; found {found} (value withheld)",
    help: "correct this row of the truth")
  public static let truthDeliveryUnclear = DiagnosticCode(
    "RUN-024", .stopped(.data),
    "the truth names no delivery, and the run has {count} deliveries of {feed}",
    help: "add a column delivery with the name of the file that each row is of")
  public static let truthOfOtherRun = DiagnosticCode(
    "RUN-025", .stopped(.data),
    "none of the {count} rows of the truth is one of the {rows} rows of the run",
    help: "give the truth of the deliveries that this run read; feed, delivery and row must agree")
  public static let tooFewPairs = DiagnosticCode(
    "RUN-029", .stopped(.data),
    "the run has about {count} pairs of signals of one person; {least} are needed to learn from",
    help: "train on a run of more signals, or keep the model as it is")
  public static let modelIsThere = DiagnosticCode(
    "RUN-030", .stopped(.cannotCreate), "there is already such a file",
    help: "give another name: a model that somebody reviewed is never written over")
  public static let definitionsOfOtherRun = DiagnosticCode(
    "RUN-031", .stopped(.definition),
    "the run was matched with other definitions than these",
    help: "give the pipeline definition as it was on the night of the run")
  public static let matchedOtherwise = DiagnosticCode(
    "RUN-032", .stopped(.data),
    "matching the run again gives another person, weight or grade for {count} of {rows} signals",
    help:
      "use the version of the program that made the run; its manifest.json names it"
  )
  public static let pairIsOneSignal = DiagnosticCode(
    "RUN-033", .stopped(.usage), "both ids are of one signal, or one is a copy of the other",
    help: "copies are of one person without any weighing; give the ids of two signals")
  public static let runMadeAnew = DiagnosticCode(
    "RUN-034", .information,
    "{count} files of the earlier run {run} are not as they were written: they were made anew",
    help: "look at the disk: `voorsein verify` names the files of a run that changed")
  public static let stagesMadeAnew = DiagnosticCode(
    "RUN-035", .information,
    "the earlier run cannot be used from {asked} on, since {path} is not as it was written: the run begins with {stage}",
    help: "look at the disk: `voorsein verify` names the files of a run that changed")

  public static let partOfNoRun = DiagnosticCode(
    "RUN-036", .stopped(.data), "{path} is no published part of a run",
    help: "give the folders that `voorsein run --partition` wrote, with all their files")
  public static let partDamaged = DiagnosticCode(
    "RUN-037", .stopped(.data),
    "{count} files of the part {path} are not as they were written",
    help: "run the part again; `voorsein verify` names the files that changed")
  public static let partOfOtherRun = DiagnosticCode(
    "RUN-038", .stopped(.data),
    "part {number} is of another run than part {other}: not the same {what}",
    help: "run the parts again with the same program, definitions, reference date and deliveries")
  public static let partMissing = DiagnosticCode(
    "RUN-039", .stopped(.data), "part {number} of {count} is missing",
    help: "give every part, also one that has no municipality; run those that failed again")
  public static let partTwice = DiagnosticCode(
    "RUN-040", .stopped(.data), "part {number} of {count} was given twice",
    help: "give every part once")
  public static let partsHoldOtherwise = DiagnosticCode(
    "RUN-041", .stopped(.data), "the parts hold municipality {municipality} {count} times",
    help: "run the parts again: each municipality is in one part")
  public static let partsDisagree = DiagnosticCode(
    "RUN-042", .stopped(.data), "the parts do not say the same in {path}",
    help:
      "run the parts again on the same deliveries and state, or run the whole: docs/scaling.md says when parts differ"
  )

  public static let memoryShort = DiagnosticCode(
    "RUN-043", .stopped(.temporary),
    "the run needs about {needed} MB of memory for deliveries of {inflated} MB; {available} MB are free",
    help:
      "split the run by municipality with --partition (docs/scaling.md), free memory, or give --no-memory-check"
  )

  static let runCodes: [DiagnosticCode] = [
    inboxAbsent, inboxEmpty, nothingAccepted, keyFileAbsent, keyMissing, keyMalformed,
    testKeyRefused, cannotCreate, writeFailed, readFailed, locked, stateDamaged,
    referenceDateUnknown, usage, notFound, defect, inboxChanged, nothingToRequeue,
    rowNotInQuarantine, nameOfOtherFeed, letterNotInEncoding, truthColumnAbsent, truthCell,
    truthDeliveryUnclear, truthOfOtherRun,
    tooFewPairs, modelIsThere, definitionsOfOtherRun, matchedOtherwise,
    pairIsOneSignal, runMadeAnew, stagesMadeAnew,
    partOfNoRun, partDamaged, partOfOtherRun, partMissing, partTwice, partsHoldOtherwise,
    partsDisagree, memoryShort,
  ]
}
