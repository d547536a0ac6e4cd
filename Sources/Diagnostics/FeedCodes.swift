// What can be wrong with a delivery. Numbers below 100 refuse the delivery, from 100 on a row, from 200
// on they flag a field.
extension DiagnosticCode {
  public static let deliveryNotRegular = DiagnosticCode(
    "FEED-001", .deliveryRefused, "the delivery is {found}, not a regular file",
    help: "put the partner's file itself in the inbox; folders, links and devices are not opened",
    partnerHint: "Lever het bestand zelf aan, geen map en geen snelkoppeling.")
  public static let deliveryUnreadable = DiagnosticCode(
    "FEED-002", .deliveryRefused, "the delivery cannot be read: {reason}",
    help: "check the permissions of the inbox and of the file",
    partnerHint: "Wij konden het bestand niet openen. Wij lossen dit op; u hoeft niets te doen.")
  public static let notGzip = DiagnosticCode(
    "FEED-003", .deliveryRefused,
    "the delivery does not begin as a gzip file; expected gzip, found {found}",
    help: "ask the partner to send the CSV file compressed with gzip",
    partnerHint: "Lever het CSV-bestand aan als gzip-bestand (.csv.gz).")
  public static let gzipTruncated = DiagnosticCode(
    "FEED-004", .deliveryRefused,
    "the gzip file ends early, after {bytes} bytes of text; the rest is lost",
    help: "the transfer was cut off: ask the partner to send the file again",
    partnerHint: "Het bestand is niet heel aangekomen. Lever het opnieuw aan.")
  public static let gzipDamaged = DiagnosticCode(
    "FEED-005", .deliveryRefused,
    "the gzip file is damaged: {reason}",
    help: "ask the partner to send the file again",
    partnerHint: "Het bestand is beschadigd. Lever het opnieuw aan.")
  public static let tooManyBytes = DiagnosticCode(
    "FEED-006", .deliveryRefused,
    "the delivery inflates to more than the {limit} bytes that its feed allows",
    help: "if the partner really grew so large, raise file.maximum-bytes of the feed",
    partnerHint: "Het bestand is groter dan afgesproken. Lever alleen de afgesproken periode aan.")
  public static let tooManyRows = DiagnosticCode(
    "FEED-007", .deliveryRefused,
    "the delivery has more than the {limit} rows that its feed allows",
    help: "if the partner really grew so large, raise file.maximum-rows of the feed",
    partnerHint:
      "Het bestand heeft meer dan {limit} regels. Lever alleen de afgesproken periode aan.")
  public static let rowTooLong = DiagnosticCode(
    "FEED-008", .deliveryRefused,
    "a row is longer than the {limit} bytes that its feed allows",
    help:
      "look for a quote that is not closed; otherwise raise file.maximum-row-length of the feed",
    partnerHint: "Deze regel is te lang. Kijk of er een aanhalingsteken ontbreekt.")
  public static let quoteNotClosed = DiagnosticCode(
    "FEED-009", .deliveryRefused,
    "a quotation mark that opens here is never closed",
    help:
      "ask the partner for a corrected file: text after an open quotation mark cannot be told apart",
    partnerHint:
      "Hier begint een aanhalingsteken dat nergens eindigt. Haal het weg of zet er een tweede bij, en lever het bestand opnieuw aan."
  )
  public static let quoteMisplaced = DiagnosticCode(
    "FEED-010", .deliveryRefused,
    "a quotation mark stands where none can be",
    help: "ask the partner for a file that doubles quotation marks inside quoted fields",
    partnerHint:
      "Hier staat een aanhalingsteken op een verkeerde plek. Zet de hele waarde tussen aanhalingstekens, en lever het bestand opnieuw aan."
  )
  public static let noHeader = DiagnosticCode(
    "FEED-011", .deliveryRefused, "the delivery has no header row",
    help: "ask the partner for a file with the agreed header",
    partnerHint: "Zet de afgesproken kolomnamen op de eerste regel.")
  public static let missingColumn = DiagnosticCode(
    "FEED-012", .deliveryRefused,
    "the delivery has no column {expected}{suggestion}",
    help: "ask the partner for the agreed layout, or change columns in the feed's definition",
    partnerHint: "De kolom {expected} ontbreekt. Lever alle afgesproken kolommen aan.")
  public static let unknownColumn = DiagnosticCode(
    "FEED-013", .deliveryRefused,
    "the delivery has a column that the feed does not name{suggestion}",
    help: "map the column in the feed's definition, or name it there as ignored with a reason",
    partnerHint:
      "Deze kolom is niet afgesproken. Laat de kolom weg, of maak eerst een afspraak met de gemeente."
  )
  public static let doubledColumn = DiagnosticCode(
    "FEED-014", .deliveryRefused, "the delivery has the same column twice",
    help: "ask the partner for the agreed layout",
    partnerHint: "Deze kolom staat twee keer in het bestand. Laat er een weg.")
  public static let wrongDelimiter = DiagnosticCode(
    "FEED-015", .deliveryRefused,
    "the header is one piece when split at {expected}; it looks split at {found}",
    help: "ask the partner for the agreed delimiter, or change file.delimiter of the feed",
    partnerHint: "Zet tussen de kolommen het teken dat is afgesproken.")
  public static let wrongEncoding = DiagnosticCode(
    "FEED-016", .deliveryRefused,
    "the delivery is not {expected}; it looks like {found}",
    help: "ask the partner for the agreed encoding, or change file.encoding of the feed",
    partnerHint: "Sla het bestand op met de afgesproken tekenset: {expected}.")
  public static let nulByte = DiagnosticCode(
    "FEED-017", .deliveryRefused, "the delivery holds a NUL byte, which no text has",
    help: "ask the partner to send the file again as text",
    partnerHint: "Het bestand bevat tekens die geen tekst zijn. Maak het bestand opnieuw.")
  public static let noFeedForFile = DiagnosticCode(
    "FEED-018", .deliveryRefused, "no feed of the pipeline expects a file of this name",
    help: "name the file as delivery.name of its feed says, or add the feed to the pipeline",
    partnerHint: "Geef het bestand de naam die is afgesproken.")
  public static let emptyDelivery = DiagnosticCode(
    "FEED-019", .deliveryRefused, "the delivery has a header and no rows",
    help:
      "ask the partner whether there was nothing to report; if so, set expect.rows.at-least to 0",
    partnerHint: "Het bestand heeft geen regels. Is er niets te melden? Laat dat dan weten.")
  public static let tooManyRejects = DiagnosticCode(
    "FEED-020", .publicationRefused,
    "{rejected} of {rows} rows cannot be read, more than the {limit} per cent that the feed allows",
    help: "nothing was published; read the quarantine, then ask the partner for a corrected file",
    partnerHint:
      "{rejected} van de {rows} regels zijn niet te lezen. Verbeter het bestand en lever het opnieuw aan."
  )
  public static let identityNumbers = DiagnosticCode(
    "FEED-021", .deliveryRefused,
    "a column holds numbers that look like citizen service numbers, which this partner may not send",
    help: "ask the partner to send the file again without them, and delete the file",
    partnerHint:
      "Deze kolom bevat nummers die op een burgerservicenummer lijken. Die mag u niet aanleveren. Haal ze weg en lever het bestand opnieuw aan."
  )
  public static let deliveryMissing = DiagnosticCode(
    "FEED-022", .deliveryRefused, "the delivery for {period} has not come; it was due on {due}",
    help: "ask the partner where it is",
    partnerHint: "De levering over {period} is nog niet binnen. Lever die alsnog aan.")
  public static let deliveryTwice = DiagnosticCode(
    "FEED-023", .information, "the delivery has the same content as {other}",
    help: "",
    partnerHint: "Dit bestand is hetzelfde als een ander bestand. U hoeft niets te doen.")

  public static let emptyLines = DiagnosticCode(
    "FEED-024", .information,
    "lines that are empty or hold delimiters only: {count}; they are no rows",
    help: "",
    partnerHint: "Lege regels zijn overgeslagen. U hoeft niets te doen.")
  public static let moreRowsThanExpected = DiagnosticCode(
    "FEED-025", .information, "the delivery has {rows} rows; the feed expects at most {limit}",
    help: "ask the partner whether it sent the right period; otherwise raise expect.rows.at-most",
    partnerHint: "Het bestand heeft meer regels dan verwacht. Kijk of het de goede periode is.")
  public static let fewerRowsThanExpected = DiagnosticCode(
    "FEED-026", .deliveryRefused,
    "the delivery has {rows} rows; the feed expects at least {limit}",
    help: "ask the partner whether the delivery is whole; otherwise lower expect.rows.at-least",
    partnerHint: "Het bestand heeft minder regels dan verwacht. Kijk of het heel is.")
  public static let columnSpelledOtherwise = DiagnosticCode(
    "FEED-027", .information, "the header of the column {expected} is spelled otherwise",
    help: "",
    partnerHint:
      "De naam van deze kolom is anders geschreven dan afgesproken. Gebruik de naam {expected}.")
  public static let receiptUnreadable = DiagnosticCode(
    "FEED-028", .deliveryRefused,
    "the file {sidecar} does not hold the day of receipt, such as 2026-10-31, and nothing else",
    help: "correct that file: the legal terms count from the day in it",
    partnerHint:
      "Wij konden de dag van ontvangst niet lezen. Wij lossen dit op; u hoeft niets te doen.")
  public static let deliveryLinked = DiagnosticCode(
    "FEED-029", .deliveryRefused,
    "the delivery has {count} names on its disk (hard links) and can be changed through each of them",
    help: "put a copy of the file in the inbox, not a second name of it",
    partnerHint:
      "Wij konden het bestand niet veilig openen. Wij lossen dit op; u hoeft niets te doen.")
  public static let deliveryChanged = DiagnosticCode(
    "FEED-030", .deliveryRefused,
    "the delivery was still being written, or was replaced, while it was read",
    help:
      "transfer to a name that begins with a dot and rename the file when it is complete; the next run takes it",
    partnerHint:
      "Het bestand was nog niet helemaal aangekomen of veranderde toen wij het lazen. Wij lezen het opnieuw."
  )
  public static let deliveryTooLarge = DiagnosticCode(
    "FEED-031", .deliveryRefused,
    "the delivery has more than the {limit} bytes that its feed allows; nothing of it was read",
    help: "if the partner really grew so large, raise file.maximum-file-bytes of the feed",
    partnerHint:
      "Het bestand is groter dan is afgesproken. Lever het in delen aan of maak een afspraak met de gemeente."
  )
  public static let checksumMismatch = DiagnosticCode(
    "FEED-032", .deliveryRefused, "the delivery is not the file whose checksum {sidecar} holds",
    help: "ask the partner to send both files again",
    partnerHint:
      "Het bestand past niet bij het controlegetal. Lever het bestand en het controlegetal opnieuw aan."
  )
  public static let checksumUnreadable = DiagnosticCode(
    "FEED-033", .deliveryRefused,
    "the file {sidecar} does not hold one SHA-256 checksum, 64 hexadecimal digits on one line",
    help: "ask the partner to send that file again, as sha256sum writes it",
    partnerHint:
      "Het controlegetal is niet te lezen. Zet in dat bestand alleen de SHA-256 van 64 tekens.")
  public static let checksumMissing = DiagnosticCode(
    "FEED-034", .deliveryRefused, "the delivery comes without its checksum in {sidecar}: {why}",
    help: "ask the partner for the checksum of the file, as sha256sum writes it",
    partnerHint: "Het controlegetal ontbreekt. Lever naast het bestand ook de SHA-256 aan.")
  public static let scanRefused = DiagnosticCode(
    "FEED-035", .deliveryRefused, "the scan refused the delivery; it was not read",
    help: "look at the file with the scanner itself, then ask the partner for a clean one",
    partnerHint:
      "De controle op schadelijke software heeft het bestand tegengehouden. Controleer uw systeem."
  )
  public static let scanFailed = DiagnosticCode(
    "FEED-036", .deliveryRefused, "the delivery could not be scanned: {reason}; it was not read",
    help: "repair the scanner that scan.command of the pipeline names, and run again",
    partnerHint:
      "Wij konden het bestand niet controleren. Wij lossen dit op; u hoeft niets te doen.")

  public static let unevenRow = DiagnosticCode(
    "FEED-100", .rowQuarantined, "expected {expected} fields, found {found}",
    help: "ask the partner for a corrected row; a delimiter inside a field needs quotation marks",
    partnerHint:
      "De regel heeft {found} velden in plaats van {expected}. Staat er een scheidingsteken in een waarde? Zet die waarde dan tussen aanhalingstekens."
  )
  public static let fieldMissing = DiagnosticCode(
    "FEED-101", .rowQuarantined, "the row holds nothing for the field {expected}",
    help: "ask the partner to fill in the field",
    partnerHint: "Een verplicht veld is leeg. Vul het in.")
  public static let amountUnreadable = DiagnosticCode(
    "FEED-102", .rowQuarantined,
    "expected an amount such as {expected}; found {found} (value withheld)",
    help: "ask the partner for a corrected row, or change the column's format in the feed",
    partnerHint: "Vul een bedrag in zoals {expected}.")
  public static let dateUnreadable = DiagnosticCode(
    "FEED-103", .rowQuarantined,
    "expected a date such as {expected}; found {found} (value withheld)",
    help: "ask the partner for a corrected row, or change the column's format in the feed",
    partnerHint: "Vul een datum in zoals {expected}.")
  public static let wordUnknown = DiagnosticCode(
    "FEED-104", .rowQuarantined,
    "expected a word of the lookup {expected}; found {found} (value withheld)",
    help: "add the word to lookups.{expected} of the feed",
    partnerHint: "Dit woord kennen wij niet. Gebruik een woord dat is afgesproken.")
  public static let numberUnreadable = DiagnosticCode(
    "FEED-105", .rowQuarantined,
    "expected a whole number; found {found} (value withheld)",
    help: "ask the partner for a corrected row",
    partnerHint: "Vul een heel getal in.")
  public static let dateInFuture = DiagnosticCode(
    "FEED-106", .rowQuarantined, "the day the signal was sent is after the day it was received",
    help: "ask the partner for a corrected row",
    partnerHint: "De melding is van na de dag van ontvangst. Verbeter de datum.")
  public static let addressUnusable = DiagnosticCode(
    "FEED-107", .rowQuarantined,
    "the row holds neither a postcode nor a place to tell the municipality by",
    help: "ask the partner for the postcode",
    partnerHint: "Vul een postcode in, of een plaats.")
  public static let personUnusable = DiagnosticCode(
    "FEED-108", .rowQuarantined, "the row names nobody: expected a name, found nothing",
    help: "ask the partner for the name",
    partnerHint: "Vul een naam in.")

  public static let objectionOnUnusableRow = DiagnosticCode(
    "FEED-130", .rowQuarantined,
    "the row cannot be used, and its debtor objected; nothing of it is kept",
    help: "nothing to do: the partner may not report this person",
    partnerHint:
      "Deze persoon heeft bezwaar gemaakt. Meld deze persoon niet. Wij hebben de regel niet bewaard."
  )
  public static let objectionUnreadable = DiagnosticCode(
    "FEED-131", .rowQuarantined,
    "whether the debtor objected cannot be read: found {found} (value withheld); the row is set aside "
      + "without its content",
    help: "add the word to the column's lookup, and ask the partner for the row again",
    partnerHint:
      "Wij kunnen niet lezen of deze persoon bezwaar heeft gemaakt. Wij hebben de regel niet bewaard. "
      + "Verbeter het woord en lever de regel opnieuw aan.")

  public static let birthDateUnreadable = DiagnosticCode(
    "FEED-200", .fieldFlagged,
    "birth dates that cannot be read: {count}; expected one such as {expected}; found {found} (value withheld)",
    help: "the signal goes on without a birth date",
    partnerHint:
      "Schrijf een geboortedatum zoals {expected}. De melding is wel aangenomen, zonder geboortedatum."
  )

  static let feedCodes: [DiagnosticCode] =
    [
      deliveryNotRegular, deliveryUnreadable, notGzip, gzipTruncated, gzipDamaged, tooManyBytes,
      tooManyRows, rowTooLong, quoteNotClosed, quoteMisplaced, noHeader, missingColumn,
      unknownColumn,
      doubledColumn, wrongDelimiter, wrongEncoding, nulByte, noFeedForFile, emptyDelivery,
      tooManyRejects, identityNumbers, deliveryMissing, deliveryTwice,
      emptyLines, moreRowsThanExpected, fewerRowsThanExpected, columnSpelledOtherwise,
      receiptUnreadable, deliveryLinked, deliveryChanged, deliveryTooLarge, checksumMismatch,
      checksumUnreadable, checksumMissing, scanRefused, scanFailed,
      inflatesTooMuch, monthBeforeDay, tooManyMembers, archiveInside, delimiterLineDiffers,
      moreHeaderProblems,
    ] + calendarCodes + [
      unevenRow, fieldMissing, amountUnreadable, dateUnreadable, wordUnknown, numberUnreadable,
      dateInFuture, addressUnusable, personUnusable,
      totalRow, repeatedHeader, amountScientific, amountAmbiguous, yearTooShort,
      signalDatePlaceholder,
      objectionOnUnusableRow, objectionUnreadable,
      birthDateUnreadable,
      lettersLost, arisenOnUnreadable, threatOnUnreadable, arrearsUnreadable, houseNumberIsDate,
      referenceRounded, lettersGarbled,
    ]
}
