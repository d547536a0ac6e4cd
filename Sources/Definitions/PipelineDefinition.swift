/// A night's work, as used: which feeds, which municipalities, which stages with which settings.
public struct PipelineDefinition: Sendable {
  public var title: String
  /// Whether the data are of real people: then the published test key is refused.
  public var dataAreReal: Bool
  /// The feeds by id.
  public var feeds: [FeedDefinition]
  /// The municipalities by code.
  public var municipalities: [MunicipalityDefinition]
  /// The part of a run that this is; `nil` when the run is not split.
  public private(set) var partition: Partition?
  /// The municipalities of the other parts, by code; their rows are not for this part.
  public private(set) var elsewhere: [MunicipalityDefinition] = []
  /// The rule sets by name.
  public var ruleSets: [String: RuleSet]
  /// The models of matching by name.
  public var models: [String: LinkageModel]
  /// The stages in order.
  public var stages: [StageDefinition]
  public var reference: ReferenceTables
  /// The file with the secrets; empty when ``keyCredential`` names a credential.
  public var keyFile: String
  /// The credential of the service that holds the secrets; `nil` when they stand in ``keyFile``.
  public var keyCredential: String?
  /// Absolute paths.
  public var inbox: String
  public var output: String
  public var state: String
  /// The program that every delivery must pass before it is read; `nil` scans nothing.
  public var scan: ScanDefinition?
  /// The register of persons that is asked; `nil` asks none, and nobody is checked.
  public var register: RegisterUse?
  /// The folder with answers about doubtful pairs, by municipality; `nil` reads none.
  public var reviews: String?
  /// The program that seals what people open; `nil` seals nothing.
  public var seal: SealDefinition?
  /// The file for numbers about each run, in the format of OpenMetrics; `nil` writes none.
  public var metrics: String?
  /// Every definition file that was read, by name.
  ///
  /// Whoever owns a hash function makes a digest of them. The register of sources is not among
  /// them: it changes no result.
  public var files: [DefinitionFile]
  /// What the keys of sources stand for.
  public var sources: [String: CitedSource] = [:]

  /// Creates a definition.
  public init(
    title: String, dataAreReal: Bool, feeds: [FeedDefinition],
    municipalities: [MunicipalityDefinition], ruleSets: [String: RuleSet],
    models: [String: LinkageModel], stages: [StageDefinition], reference: ReferenceTables,
    keyFile: String, inbox: String,
    output: String, state: String, scan: ScanDefinition? = nil, register: RegisterUse? = nil,
    reviews: String? = nil, files: [DefinitionFile]
  ) {
    self.title = title
    self.dataAreReal = dataAreReal
    self.feeds = feeds
    self.municipalities = municipalities
    self.ruleSets = ruleSets
    self.models = models
    self.stages = stages
    self.reference = reference
    self.keyFile = keyFile
    self.inbox = inbox
    self.output = output
    self.state = state
    self.scan = scan
    self.register = register
    self.reviews = reviews
    self.files = files
  }

  /// Who may report where and when: the reference tables and what municipalities add.
  public var admissions: [Admission] {
    reference.admissions + allMunicipalities.flatMap(\.admissions)
  }

  /// The municipalities of all parts of the run, by code.
  public var allMunicipalities: [MunicipalityDefinition] {
    elsewhere.isEmpty ? municipalities : (municipalities + elsewhere).sorted { $0.code < $1.code }
  }

  /// Leaves the municipalities of one part of the run to it, and the others elsewhere.
  ///
  /// - Parameter partition: The part.
  public mutating func keep(_ partition: Partition) {
    let own = partition.deal(municipalities.map(\.code))
    elsewhere = municipalities.filter { !own.contains($0.code) }
    municipalities.removeAll { !own.contains($0.code) }
    self.partition = partition
  }
}

/// A file of a definition, as it was read.
public struct DefinitionFile: Hashable, Sendable {
  /// Its path from the folder of the pipeline, such as `feeds/waterdruppel/feed.yml`.
  public var name: String
  public var bytes: [UInt8]

  /// Creates a file.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// A stage in a pipeline: its name and the settings that differ from the defaults.
public struct StageDefinition: Hashable, Sendable {
  public var name: String
  public var settings: [String: Int]

  /// Creates a stage.
  public init(name: String, settings: [String: Int] = [:]) {
    self.name = name
    self.settings = settings
  }
}

/// A setting that a stage understands: a whole number with a unit.
public struct Setting: Hashable, Sendable {
  /// The key in the pipeline definition.
  public var name: String
  public var range: ClosedRange<Int>
  public var defaultValue: Int
  /// Such as `months` or `working days`.
  public var unit: String
  public var summary: String

  /// Creates a setting.
  public init(
    _ name: String, _ range: ClosedRange<Int>, default defaultValue: Int, unit: String,
    summary: String
  ) {
    self.name = name
    self.range = range
    self.defaultValue = defaultValue
    self.unit = unit
    self.summary = summary
  }
}
