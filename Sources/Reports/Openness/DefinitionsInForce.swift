public import Definitions
public import Model
internal import Pipeline

/// The definitions that hold for one municipality, as its documents for the public tell of them.
public struct DefinitionsInForce: Sendable {
  let pipeline: PipelineDefinition
  let municipality: MunicipalityDefinition
  let rules: RuleSet
  let matching: LinkageModel
  /// The version of the program.
  let version: String
  /// The settings of all stages, defaults among them.
  let settings: [SettingInForce]

  /// A setting of a stage with its value.
  public struct SettingInForce: Sendable {
    let stage: String
    let name: String
    let value: Int
    let unit: String

    /// Creates a setting.
    public init(stage: String, name: String, value: Int, unit: String) {
      self.stage = stage
      self.name = name
      self.value = value
      self.unit = unit
    }
  }

  /// Picks what holds for a municipality; `nil` if the pipeline does not have it.
  ///
  /// - Parameters:
  ///   - pipeline: The definitions.
  ///   - code: The municipality.
  ///   - version: The version of the program.
  ///   - settings: The settings of all stages.
  public init?(
    _ pipeline: PipelineDefinition, of code: MunicipalityCode, version: String,
    settings: [SettingInForce]
  ) {
    guard let municipality = pipeline.municipalities.first(where: { $0.code == code }),
      let rules = pipeline.ruleSets[municipality.rules],
      let matching = pipeline.models[municipality.matching]
    else { return nil }
    self.pipeline = pipeline
    self.municipality = municipality
    self.rules = rules
    self.matching = matching
    self.version = version
    self.settings = settings
  }

  /// Each document by the name of its file, in Dutch.
  public var documents: [(name: String, text: String)] {
    [
      ("algoritmeregister.md", AlgorithmEntry(self).text),
      ("modelkaart.md", ModelCard(self).text),
      ("dpia-bijlage.md", ImpactAnnex(self).text),
    ]
  }

  /// The feeds that may hold signals for the municipality.
  var feeds: [FeedDefinition] { pipeline.feeds.filter { $0.serves(municipality.code) } }

  /// The files that decide for the municipality, with their SHA-256; not those of other municipalities.
  var files: [[String]] {
    let others = Set(
      pipeline.municipalities.filter { $0.code != municipality.code }
        .map { "municipalities/\($0.code).yml" })
    return pipeline.files.filter { !others.contains($0.name) }.map { file in
      let arena = ByteArena(capacity: file.bytes.count)
      for byte in file.bytes { arena.append(byte) }
      var digest = Digest()
      digest.update(arena.bytes)
      return [file.name, "`\(digest.hexadecimal())`"]
    }
  }

  /// A source in words, with its address.
  func source(_ key: String) -> String {
    guard let cited = pipeline.sources[key] else { return key }
    return cited.url.contains("://") ? "[\(cited.title)](\(cited.url))" : cited.title
  }

  /// The line that says where a document comes from.
  var origin: String {
    "Gemaakt door Voorsein \(version) uit de definities van \(municipality.name) "
      + "(\(municipality.code)): regels \(rules.label), koppelmodel \(municipality.matching). "
      + "Verander de definities, niet deze tekst."
  }
}
