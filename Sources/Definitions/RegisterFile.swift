import Model

/// What may stand in a `register.yml`.
enum RegisterFile {
  static let fieldWords = RegisterField.allCases.map(\.rawValue)
  /// The ways in which dates can be written.
  static let dateFormats: [FeedFormatWord] = [.dateCompact, .dateISO, .dateDayMonthYear]

  static let shape = Shape.record([
    .required("title", .text("a title"), "what the extract is, for people"),
    .required("source", .text("a key of the register of sources"), "what allows it"),
    .required(
      "file",
      .record([
        .required(
          "encoding", .word("an encoding", TextEncoding.allCases.map(\.rawValue)),
          "how letters are written"),
        .required("delimiter", .text("one sign between columns, or tab"), "what parts columns"),
        .optional("maximum-bytes", .number(1...(1 << 40)), "the most bytes of text"),
        .optional("maximum-rows", .number(1...40_000_000), "the most rows"),
      ]), "the form of the file"),
    .optional(
      "at-most-days", .number(0...366),
      "an extract older than this is told and marks the lists; 7 when absent"),
    .optional(
      "answer",
      .record([
        .optional(
          "at-least", .number(0...1000),
          "the least evidence for an answer, in tenths of a bit; 30 when absent"),
        .optional(
          "margin", .number(1...1000),
          "how far the next best must stay behind, in tenths of a bit; 40 when absent"),
      ]), "when one row of the extract is the answer"),
    .required("columns", columns, "what each column of the extract is"),
  ])

  private static let columns = Shape.table(
    keys: .text("the header of a column"),
    values: .either(
      .word("a field", fieldWords),
      .record([
        .optional("field", .word("a field", fieldWords), "what the column holds"),
        .optional(
          "as", .word("a way of writing a date", dateFormats.map(\.rawValue)),
          "how a date is written; date-compact when absent"),
        .optional("ignored", .text("a reason"), "why the column is not read"),
        .optional("aliases", .list(.text("a header"), atLeast: 1), "other headers for it"),
      ])))

  /// How a pipeline names a register.
  static let use = Shape.record([
    .required(
      "definition", .name("the name of a folder in registers"), "a folder in the folder registers"),
    .required(
      "folder", .text("a path"), "the folder that holds <code>/register.csv.gz"),
  ])
}
