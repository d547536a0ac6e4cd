import Model

/// What may stand in a `feed.yml`.
enum FeedFile {
  static let fieldWords = FeedField.allCases.map(\.rawValue)
  static let formatWords = FeedFormatWord.allCases.map(\.rawValue)

  static let shape = Shape.record([
    .required("title", .text("a title"), "what the feed is, for people"),
    .required(
      "partner",
      .record([
        .required("id", .name("lower-case letters, digits and hyphens"), "short name in files"),
        .required("name", .text("a name"), "the name on the worklist"),
        .required(
          "type", .word("a type of partner", PartnerType.allCases.map(\.rawValue)),
          "the type in the national exchange model"),
      ]), "who sends it"),
    .required("source", .text("a key of the register of sources"), "what allows the feed"),
    .optional(
      "municipalities", .list(.municipality, atLeast: 1),
      "the municipalities it may hold signals for; all when absent"),
    .required(
      "delivery", DeliveryFile.shape,
      "how files are named, when they are due and how large they are"),
    .required(
      "file",
      .record([
        .required(
          "encoding", .word("an encoding", TextEncoding.allCases.map(\.rawValue)),
          "how letters are written"),
        .required("delimiter", .text("one sign between columns, or tab"), "what parts columns"),
        .optional(
          "maximum-file-bytes", .number(1...(1 << 40)), "the most bytes of the file itself"),
        .optional("maximum-bytes", .number(1...(1 << 40)), "the most bytes of text"),
        .optional(
          "maximum-ratio", .number(2...1100), "the most bytes of text for a byte of the gzip file"),
        .optional("maximum-rows", .number(1...4_000_000_000), "the most rows"),
        .optional("maximum-row-length", .number(64...(1 << 24)), "the most bytes of one row"),
      ]), "the form of the file"),
    .required("columns", columns, "what each column of the file is"),
    .optional(
      "lookups",
      .table(
        keys: .name("the name of a lookup"),
        values: .table(keys: .text("a word of the partner"), values: .text("what it means"))),
      "words of the partner and what they mean"),
    .optional("constants", constants, "fields that no column holds"),
    .optional(
      "attestation",
      .record([
        .required(
          "steps", .list(.word("a, b, c or d", ["a", "b", "c", "d"]), atLeast: 1),
          "the steps of the decree that it always takes before it reports"),
        .required("from", .date, "the first day for which it holds"),
        .optional("to", .date, "the last day; no end when absent"),
        .required("source", .text("a key of the register of sources"), "where it is declared"),
      ]), "what the partner declares for all its rows"),
    .optional(
      "expect",
      .record([
        .optional(
          "rows",
          .record([
            .optional("at-least", .number(0...4_000_000_000), "fewer refuses the delivery"),
            .optional("at-most", .number(1...4_000_000_000), "more is a warning"),
          ]), "how many rows a delivery has"),
        .optional(
          "rejects-at-most-per-mille", .number(0...1000),
          "unreadable rows in a thousand; more stops publication"),
      ]), "bounds that a delivery must keep"),
  ])

  private static let columns = Shape.table(
    keys: .text("the header of a column"),
    values: .either(
      .word("a field", fieldWords),
      .record([
        .optional("field", .word("a field", fieldWords), "what the column holds"),
        .optional("as", .word("a way of writing", formatWords), "how it is written"),
        .optional("lookup", .name("the name of a lookup"), "what its words mean"),
        .optional("ignored", .text("a reason"), "why the column is not read"),
        .optional(
          "aliases", .list(.text("a header"), atLeast: 1), "other headers that the partner uses"),
      ])))

  private static let constants = Shape.record([
    .optional(
      "kind", .word("a kind of signal", SignalKind.allCases.map(\.rawValue)),
      "the kind of all signals of this feed"),
    .optional("warm-handover", .word("ja or nee", ["ja", "nee"]), "whether all are handed over"),
  ])
}

/// The words for ways of writing.
enum FeedFormatWord: String, CaseIterable {
  case text
  case amountDecimalComma = "amount-decimal-comma"
  case amountDecimalPoint = "amount-decimal-point"
  case amountCents = "amount-cents"
  case dateDayMonthYear = "date-day-month-year"
  case dateISO = "date-iso"
  case dateCompact = "date-compact"
  case dateDayMonthShortYear = "date-day-month-short-year"
  case dateMonthName = "date-month-name"
  case dateExcelSerial = "date-excel-serial"
  case wholeNumber = "whole-number"

  /// The format, as used.
  var format: FieldFormat {
    switch self {
    case .text: .text
    case .amountDecimalComma: .amountDecimalComma
    case .amountDecimalPoint: .amountDecimalPoint
    case .amountCents: .amountCents
    case .dateDayMonthYear: .dateDayMonthYear
    case .dateISO: .dateISO
    case .dateCompact: .dateCompact
    case .dateDayMonthShortYear: .dateDayMonthShortYear
    case .dateMonthName: .dateMonthName
    case .dateExcelSerial: .dateExcelSerial
    case .wholeNumber: .wholeNumber
    }
  }
}

extension FeedField {
  /// The ways in which it can be written; none for words that are looked up.
  var formats: [FeedFormatWord] {
    switch self {
    case .amount: [.amountDecimalComma, .amountDecimalPoint, .amountCents]
    case .signalledOn, .arisenOn, .threatOn, .birthDate:
      [
        .dateDayMonthYear, .dateISO, .dateCompact, .dateDayMonthShortYear, .dateMonthName,
        .dateExcelSerial,
      ]
    case .daysInArrears, .termsInArrears, .stepReminders: [.wholeNumber]
    case .kind, .objection, .warmHandover, .stepContactEffort, .stepPointedToHelp,
      .stepOfferMade, .stepNoRefusal:
      []
    case .partnerReference, .kvk, .name, .initials, .givenNames, .prefix, .surname,
      .partnerPrefix, .partnerSurname, .addressLine, .street, .houseNumber, .houseLetter,
      .houseAddition, .postcode, .city, .phone, .email:
      [.text]
    }
  }

  /// The words that a lookup for it can give; none for other fields.
  var lookupWords: [String] {
    switch self {
    case .kind: SignalKind.allCases.map(\.rawValue)
    case .objection, .warmHandover, .stepContactEffort, .stepPointedToHelp, .stepOfferMade,
      .stepNoRefusal:
      ["ja", "nee"]
    default: []
    }
  }
}
