// What the bytes, rows and cells of a delivery can turn out to be. Part of the table in FeedCodes.swift.
extension DiagnosticCode {
  public static let inflatesTooMuch = DiagnosticCode(
    "FEED-040", .deliveryRefused,
    "the text is more than {limit} times as large as its gzip file, which no table of people is",
    help:
      "look at the file in a safe place; if it is right, raise file.maximum-ratio of the feed",
    partnerHint:
      "Het bestand is veel kleiner dan zijn inhoud. Maak het opnieuw en lever het nog eens aan."
  )
  public static let monthBeforeDay = DiagnosticCode(
    "FEED-041", .deliveryRefused,
    "dates without such a month: {count}; it looks as if the month stands before the day",
    help:
      "ask the partner for the agreed order of day and month; the other dates of the column may be swapped unseen",
    partnerHint:
      "Schrijf in deze kolom eerst de dag en dan de maand, zoals is afgesproken."
  )
  public static let tooManyMembers = DiagnosticCode(
    "FEED-042", .deliveryRefused, "the gzip file consists of more than {limit} pieces",
    help: "ask the partner to compress the CSV file at once",
    partnerHint:
      "Comprimeer het CSV-bestand in één keer."
  )
  public static let archiveInside = DiagnosticCode(
    "FEED-043", .deliveryRefused,
    "the gzip file holds no text, but {found}",
    help: "ask the partner to send the CSV file compressed with gzip, once",
    partnerHint:
      "Lever een CSV-bestand aan dat één keer met gzip is gecomprimeerd."
  )
  public static let delimiterLineDiffers = DiagnosticCode(
    "FEED-044", .deliveryRefused,
    "the first line says that columns are parted by {found}; the feed says {expected}",
    help: "ask the partner for the agreed delimiter, or change file.delimiter of the feed",
    partnerHint:
      "Gebruik {expected} tussen de kolommen, zoals is afgesproken."
  )
  public static let moreHeaderProblems = DiagnosticCode(
    "FEED-045", .deliveryRefused,
    "the header has {count} more problems than are told here",
    help: "ask the partner for the agreed layout",
    partnerHint:
      "In de kopregel staan nog {count} andere fouten. Gebruik de afgesproken kolommen."
  )

  public static let totalRow = DiagnosticCode(
    "FEED-109", .rowQuarantined, "the row looks like a total of other rows; it names nobody",
    help: "ask the partner to leave totals out; the row does not count as unreadable",
    partnerHint:
      "Laat totalen weg. U hoeft verder niets te doen."
  )
  public static let repeatedHeader = DiagnosticCode(
    "FEED-110", .rowQuarantined, "the row is the header again",
    help: "ask the partner for one header; the row does not count as unreadable",
    partnerHint:
      "Zet de kopregel maar één keer in het bestand."
  )
  public static let amountScientific = DiagnosticCode(
    "FEED-111", .rowQuarantined,
    "expected an amount such as {expected}; found a number rounded to powers of ten (value withheld)",
    help: "ask the partner to write amounts out: a spreadsheet has rounded this one",
    partnerHint:
      "Schrijf het bedrag voluit, zoals {expected}."
  )
  public static let amountAmbiguous = DiagnosticCode(
    "FEED-112", .rowQuarantined,
    "expected an amount such as {expected}; found one with three digits behind its sign (value withheld)",
    help:
      "ask the partner whether that sign parts thousands; if it does, change the column's format in the feed",
    partnerHint:
      "Schrijf het bedrag met twee cijfers achter het decimaalteken, zoals {expected}."
  )
  public static let yearTooShort = DiagnosticCode(
    "FEED-113", .rowQuarantined,
    "expected a date such as {expected}; found a year of two digits (value withheld)",
    help:
      "ask the partner for years of four digits, or write the column in the feed as date-day-month-short-year",
    partnerHint:
      "Schrijf het jaar met vier cijfers, zoals {expected}."
  )
  public static let signalDatePlaceholder = DiagnosticCode(
    "FEED-114", .rowQuarantined,
    "the day the signal was sent is one that systems fill in when they know none",
    help: "ask the partner for the day on which it sent the signal",
    partnerHint:
      "Vul de dag in waarop u de melding heeft verstuurd."
  )

  public static let lettersLost = DiagnosticCode(
    "FEED-201", .fieldFlagged,
    "cells whose letters were lost before the delivery: {count}; question marks stand in their place",
    help: "ask the partner to export in UTF-8; the signals go on",
    partnerHint:
      "Aantal cellen met vraagtekens in plaats van letters: {count}. Lever het bestand in UTF-8 aan."
  )
  public static let arisenOnUnreadable = DiagnosticCode(
    "FEED-202", .fieldFlagged,
    "dates that cannot be read: {count}; expected one such as {expected}; found {found} (value withheld)",
    help: "the signal goes on without the day on which the arrears began",
    partnerHint:
      "Schrijf de datum zoals {expected}. De melding is wel aangenomen, zonder deze datum."
  )
  public static let threatOnUnreadable = DiagnosticCode(
    "FEED-203", .fieldFlagged,
    "dates that cannot be read: {count}; expected one such as {expected}; found {found} (value withheld)",
    help: "the signal goes on without the day of the threat, and stays a threat",
    partnerHint:
      "Schrijf de datum zoals {expected}. De melding is wel aangenomen, zonder deze datum."
  )
  public static let arrearsUnreadable = DiagnosticCode(
    "FEED-204", .fieldFlagged,
    "numbers that cannot be read: {count}; expected a whole number; found {found} (value withheld)",
    help: "the signal goes on without the number",
    partnerHint:
      "Vul een heel getal in. De melding is wel aangenomen, zonder dit getal."
  )
  public static let houseNumberIsDate = DiagnosticCode(
    "FEED-205", .fieldFlagged,
    "house numbers that a spreadsheet has made a date of: {count}",
    help: "ask the partner to export the column as text; the signals go on, and nothing is guessed",
    partnerHint:
      "Aantal huisnummers die een datum zijn geworden: {count}. Bewaar deze kolom als tekst."
  )
  public static let referenceRounded = DiagnosticCode(
    "FEED-206", .fieldFlagged,
    "references that a spreadsheet has rounded: {count}",
    help:
      "ask the partner to export the column as text; the signals go on without a reference, since two customers could share it",
    partnerHint:
      "Aantal nummers die zijn afgerond: {count}. Bewaar deze kolom als tekst."
  )
  public static let lettersGarbled = DiagnosticCode(
    "FEED-207", .fieldFlagged,
    "cells whose letters were read in the wrong encoding before the delivery: {count}",
    help: "ask the partner to export again; the signals go on",
    partnerHint:
      "Aantal cellen met onleesbare letters: {count}. Maak het bestand opnieuw."
  )
}
