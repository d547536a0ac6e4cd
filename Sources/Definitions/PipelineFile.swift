import Model

/// What may stand in a pipeline's file.
enum PipelineFile {
  /// The shape for the stages that the program has.
  static func shape(_ stages: [StageKnowledge]) -> Shape {
    let settings = stages.map { stage in
      Key.optional(
        stage.name,
        .record(
          stage.settings.map { setting in
            .optional(
              setting.name, .number(setting.range),
              "\(setting.summary) (\(setting.unit), \(setting.defaultValue) when absent)")
          }), "its settings")
    }
    return shape(stage: .either(.word("a stage", stages.map(\.name)), .record(settings)))
  }

  /// A stage when the stages of the program are not known.
  static let anyStage = Shape.either(
    .name("a stage"),
    .table(
      keys: .name("a stage"),
      values: .table(
        keys: .name("a setting"), values: .number(-1_000_000_000...1_000_000_000))))

  /// The shape with stages of a shape.
  static func shape(stage: Shape) -> Shape {
    .record([
      .required("title", .text("a title"), "what the pipeline is for"),
      .required(
        "data", .word("invented or real", ["invented", "real"]),
        "whether the data are of real people; then the published test key is refused"),
      .required(
        "feeds", .list(.name("the name of a folder in feeds"), atLeast: 1),
        "the feeds, each a folder in the folder feeds"),
      .required(
        "municipalities", .list(.municipality, atLeast: 1),
        "the municipalities, each a file in the folder municipalities"),
      .required("stages", .list(stage, atLeast: 1), "the stages in order, with settings"),
      .required(
        "keys",
        .record([
          .optional("file", .text("a path"), "the file with the secrets"),
          .optional(
            "credential", .text("the name of a credential"),
            "the credential of the systemd service that holds the secrets, in place of file"),
        ]),
        "what makes the ids of people and addresses: file or credential"),
      .required("inbox", .text("a path"), "the folder with the deliveries"),
      .optional("scan", ScanDefinition.shape, "the program that every delivery must pass"),
      .optional(
        "register", RegisterFile.use,
        "the extract of the register of persons; nobody is checked when absent"),
      .optional(
        "reviews", .text("a path"),
        "the folder with answers about doubtful pairs, <code>/*.csv; none are read when absent"),
      .required("output", .text("a path"), "the folder for runs"),
      .required("state", .text("a path"), "the folder for what is remembered between runs"),
      .optional(
        "seal", SealDefinition.shape,
        "the program that seals the files people open, for municipalities that name recipients"),
      .optional(
        "metrics", .text("a path"),
        "the file for numbers about each run, in the format of OpenMetrics; none is written when absent"
      ),
      .optional(
        "reference", .text("a path"), "the folder with the reference tables; reference when absent"),
      .optional(
        "sources", .text("a path"),
        "the register of sources; docs/sources.yml in a folder above when absent"),
    ])
  }
}

/// A stage that the program has: its name, and the settings it understands.
public struct StageKnowledge: Sendable {
  /// The word in pipelines and on the command line.
  public var name: String
  public var settings: [Setting]

  /// Creates knowledge of a stage.
  public init(name: String, settings: [Setting] = []) {
    self.name = name
    self.settings = settings
  }
}
