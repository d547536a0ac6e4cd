import Model

/// What may stand below `delivery` in a `feed.yml`.
enum DeliveryFile {
  static let shape = Shape.record([
    .required(
      "name", .text("a file name with {period} and perhaps {received}"), "how its files are named"),
    .optional(
      "every", .word("a rhythm", DeliveryRhythm.allCases.map(\.rawValue)),
      "how often it delivers; month when absent"),
    .optional(
      "due-day", .number(1...28),
      "day of the month (or of the week, Monday is 1) after the period by which it is due"),
    .optional(
      "grace-days", .number(0...60), "days after the due day that are forgiven; 0 when absent"),
    .optional(
      "first-period", .text("a period such as 2026-10 or 2026-W41"),
      "none is missed before it; when absent, none before the first that was seen"),
    .optional(
      "last-period", .text("a period such as 2026-10 or 2026-W41"), "none is missed after it"),
    .optional(
      "volume",
      .record([
        .optional(
          "at-least-percent-of-median", .number(0...100),
          "fewer rows are out of bounds; 50 when absent"),
        .optional(
          "at-most-percent-of-median", .number(100...100_000),
          "more rows are out of bounds; 200 when absent"),
        .optional(
          "from-deliveries", .number(1...12),
          "how many earlier deliveries it takes to judge; 3 when absent"),
        .optional(
          "from-rows", .number(0...1_000_000),
          "fewer rows than this are never judged; 20 when absent"),
      ]), "rows against the median of the last twelve deliveries"),
    .optional(
      "on-volume", .word("what follows", ["stop", "warn"]),
      "what follows from a delivery out of bounds; stop when absent"),
    .optional(
      "correction", .word("a rule for corrections", CorrectionRule.allCases.map(\.rawValue)),
      "what a later delivery for the same period means; adds when absent"),
    .optional(
      "checksum", .word("required or optional", ["required", "optional"]),
      "whether <file>.sha256 must come with it; optional until the first one came"),
    .optional(
      "accept",
      .list(
        .record([
          .required("delivery", .text("a file name or its SHA-256"), "which delivery"),
          .required("reason", .text("a reason"), "what the partner said, and to whom"),
        ]), atLeast: 1),
      "deliveries out of bounds that were checked with the partner"),
  ])
}
