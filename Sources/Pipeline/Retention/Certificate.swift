internal import Definitions
internal import FoundationEssentials
internal import Model

/// The proof that something was forgotten: counts alone, of no person.
public struct Certificate: Codable, Sendable {
  /// What one municipality forgot, and by which terms.
  public struct Municipality: Codable, Sendable {
    public var municipality: String
    public var notPickedUpMonths: Int
    public var pickedUpMonths: Int
    public var afterClosingMonths: Int
    /// Who decided the terms: a key in docs/sources.yml.
    public var source: String
    public var removed: ForgottenRows

    enum CodingKeys: String, CodingKey {
      case municipality, source, removed
      case notPickedUpMonths = "not_picked_up_months"
      case pickedUpMonths = "picked_up_months"
      case afterClosingMonths = "after_closing_months"
    }
  }

  public var referenceDate: String
  public var version: String
  public var municipalities: [Municipality] = []
  /// Folders of municipalities that went out of runs.
  public var runFolders = 0
  /// Runs that went as a whole.
  public var runs = 0
  /// Files that lost rows.
  public var rewrittenFiles = 0
  public var files = RemovedFiles()
  /// The hash of the last record of each municipality's audit, where there is one.
  public var auditHeads: [String: String] = [:]

  enum CodingKeys: String, CodingKey {
    case version, municipalities, runs, files
    case referenceDate = "reference_date"
    case runFolders = "run_folders"
    case rewrittenFiles = "rewritten_files"
    case auditHeads = "audit_heads"
  }

  /// Certifies nothing yet.
  init(_ request: RightsRequest) {
    referenceDate = request.date.description
    version = request.version
  }

  mutating func add(_ municipality: MunicipalityDefinition, _ removed: ForgottenRows) {
    let terms = municipality.retention
    municipalities.append(
      Municipality(
        municipality: municipality.code.description, notPickedUpMonths: terms.notPickedUpMonths,
        pickedUpMonths: terms.pickedUpMonths, afterClosingMonths: terms.afterClosingMonths,
        source: terms.source, removed: removed))
    municipalities.sort { $0.municipality < $1.municipality }
  }

  mutating func take(_ swept: SweptRuns) {
    (runFolders, runs, rewrittenFiles) = (swept.folders, swept.runs, swept.rewritten)
    files = swept.files
  }

  /// Writes a certificate of each municipality, never over an earlier one.
  ///
  /// - Parameter output: The output folder.
  /// - Throws: A diagnostic if the disk refuses.
  func write(to output: String) throws {
    let folder = output + "/certificates"
    try FileSystem.makeFolder(folder)
    for own in municipalities {
      var copy = self
      copy.municipalities = [own]
      copy.auditHeads = auditHeads.filter { $0.key == own.municipality }
      var sequence = 1
      func path() -> String { "\(folder)/\(own.municipality)-\(referenceDate)-\(sequence).json" }
      while FileSystem.exists(path()) { sequence += 1 }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let text = String(decoding: try encoder.encode(copy), as: UTF8.self) + "\n"
      try FileSystem.replace(text, at: path())
    }
  }
}
