import Model

/// What may stand in a rule set's `routes`, and in what a municipality says of them.
enum RouteFile {
  static let shape = Shape.record([
    .required("code", .text("a code such as ROUTE-JONGEREN"), "its name in files"),
    .required("name", .text("a few Dutch words"), "what the list says"),
    .optional("when", RuleFile.condition, "when it is suggested; always when absent"),
    .optional(
      "classes", .list(.word("a class", PriorityClass.allCases.map(\.rawValue)), atLeast: 1),
      "the classes it is for; all when absent"),
    .required("reason", .text("one Dutch sentence"), "why it is suggested"),
    .required("source", .text("a key of the register of sources"), "where it comes from"),
    .optional("valid-from", .date, "first day of receipt it holds for"),
    .optional("valid-to", .date, "last day of receipt it holds for"),
    .optional(
      "list", .word("whether it has a list of its own", RouteList.allCases.map(\.rawValue)),
      "whether its households also stand on a list of their own; none when absent"),
  ])

  private static let postcodes = Shape.list(
    .text("a postcode in quotation marks such as \"3111\" or \"3111AB\""), atLeast: 1)

  /// Teams by the name of their file.
  static let teams = Shape.table(
    keys: .name("a name of lower-case letters, digits and hyphens"),
    values: .record([
      .required("name", .text("a name"), "what the list says"),
      .required("postcodes", postcodes, "the postcodes of its people"),
    ]))

  /// Focus areas by a name.
  static let focusAreas = Shape.table(
    keys: .name("a name of lower-case letters, digits and hyphens"),
    values: .record([
      .required("name", .text("a name"), "what the list says"),
      .required("postcodes", postcodes, "its postcodes"),
      .required("source", .text("a key of the register of sources"), "who drew it"),
    ]))

  /// The routes of a rule set that was checked.
  static func routes(_ node: YAMLNode?) -> [Route] {
    (node?.items ?? []).compactMap { item in
      guard let code = item["code"]?.text, let name = item["name"]?.text,
        let reason = item["reason"]?.text, let source = item["source"]?.text
      else { return nil }
      return Route(
        code: code, name: name, condition: RuleFile.condition(item["when"]),
        classes: item["classes"]?.items.compactMap { $0.word(PriorityClass.self) } ?? [],
        reason: reason, source: source, validFrom: item["valid-from"]?.date,
        validTo: item["valid-to"]?.date, list: item["list"]?.word(RouteList.self) ?? .none)
    }
  }

  /// The areas of a municipality's file that was checked, in the order of the file.
  static func areas(_ node: YAMLNode?) -> [PostcodeArea] {
    (node?.entries ?? []).compactMap { key, value in
      guard let id = key.text, let name = value["name"]?.text else { return nil }
      return PostcodeArea(
        id: id, name: name, postcodes: value["postcodes"]?.items.compactMap(\.text) ?? [],
        source: value["source"]?.text)
    }
  }
}
