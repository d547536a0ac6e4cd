public import Model

/// How many people live in a municipality, on a day, and who counted them.
public struct Inhabitants: Hashable, Sendable {
  public var count: Int
  public var on: CalendarDate
  /// Key in docs/sources.yml.
  public var source: String

  /// Creates a number of inhabitants.
  public init(count: Int, on: CalendarDate, source: String) {
    self.count = count
    self.on = on
    self.source = source
  }

  /// What may stand in a municipality's file.
  static let key = Key.optional(
    "inhabitants",
    .record([
      .required("count", .number(1...5_000_000), "how many"),
      .required("on", .date, "the day they were counted"),
      .required("source", .text("a key of the register of sources"), "who counted them"),
    ]), "how many people live there, for the figures per 1000")

  /// Reads it from a checked file.
  init?(_ node: YAMLNode?) {
    guard let node, let count = node["count"]?.number, let on = node["on"]?.date,
      let source = node["source"]?.text
    else { return nil }
    self.init(count: count, on: on, source: source)
  }
}
