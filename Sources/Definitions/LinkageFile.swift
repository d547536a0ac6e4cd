import Model

/// What may stand in the file of a model of matching, and how it becomes a definition.
enum LinkageFile {
  static let shape = Shape.record([
    .required("title", .text("a title"), "who made the model and from what"),
    .required(
      "source", .text("a key of the register of sources"), "where its numbers come from"),
    .required(
      "records-per-person", .decimal(upTo: 1000),
      "how many other signals of the same person there are for a signal, before the data tell"),
    .required(
      "person-over-relatives", .decimal(upTo: 1000),
      "of two signals with one surname at one address, how much likelier one person is than two "
        + "relatives, before the data tell"),
    .required(
      "swapped-names", .decimal(upTo: 1), "the chance that given name and surname changed places"),
    .required(
      "fields",
      .record(
        MatchField.allCases.map { field in
          .required(
            field.rawValue,
            .record(
              field.levels.map { level in
                .required(level, chances(field, level), "when both agree so well")
              }), "what the field tells, from the best agreement to none")
        }), "what each field tells"),
  ])

  /// The word for a chance that follows from how rare a value is.
  static let rarity = "rarity"

  private static func chances(_ field: MatchField, _ level: String) -> Shape {
    .record([
      .required("person", .decimal(upTo: 1), "the chance among pairs of one person (m)"),
      field.levelsByRarity.contains(level)
        ? .optional(
          "strangers", .word("the word rarity", [rarity]),
          "the chance among strangers (u) follows from how rare the value is")
        : .required("strangers", .decimal(upTo: 1), "the chance among pairs of strangers (u)"),
      .required("relatives", .decimal(upTo: 1), "the chance among pairs of relatives (f)"),
    ])
  }

  /// Builds the model from a file that was checked against ``shape``.
  ///
  /// - Returns: `nil` when something is missing.
  static func definition(_ node: YAMLNode) -> LinkageModel? {
    guard let title = node["title"]?.text, let source = node["source"]?.text,
      let recordsPerPerson = node["records-per-person"]?.decimal,
      let personOverRelatives = node["person-over-relatives"]?.decimal,
      let swappedNames = node["swapped-names"]?.decimal, let fields = node["fields"]
    else { return nil }
    var chances: [MatchField: [LinkageModel.Chances]] = [:]
    for field in MatchField.allCases {
      var levels: [LinkageModel.Chances] = []
      for level in field.levels {
        guard let written = fields[field.rawValue]?[level],
          let person = written["person"]?.decimal, let relative = written["relatives"]?.decimal
        else { return nil }
        levels.append(
          LinkageModel.Chances(
            person: person, stranger: written["strangers"]?.decimal, relative: relative))
      }
      chances[field] = levels
    }
    return LinkageModel(
      title: title, source: source, chances: chances, recordsPerPerson: recordsPerPerson,
      personOverRelatives: personOverRelatives, swappedNames: swappedNames)
  }
}
