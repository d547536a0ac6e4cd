internal import FoundationEssentials

/// The record of a run: what went in, what came out, how long it took.
///
/// No personal data. Time and memory stand only here; every other file is the same on a rerun.
public struct RunManifest: Codable, Sendable {
  public struct Input: Codable, Sendable {
    public var feed: String
    public var delivery: String
    public var sha256: String
    public var bytes: Int
    public var rows: Int
    public var period: String
    /// `accepted`, `refused`, `missing` or `replaced`.
    public var status: String
    /// The diagnostic code of a refusal.
    public var reason: String?
  }

  public struct StageRecord: Codable, Sendable {
    public var name: String
    public var municipality: String?
    public var rowsIn: Int
    public var rowsOut: Int
    public var seconds: Double

    enum CodingKeys: String, CodingKey {
      case name, municipality, seconds
      case rowsIn = "rows_in"
      case rowsOut = "rows_out"
    }
  }

  public struct Counts: Codable, Sendable {
    public var rows: Int
    public var byFate: [String: Int]

    enum CodingKeys: String, CodingKey {
      case rows
      case byFate = "by_fate"
    }
  }

  public struct Output: Codable, Sendable {
    public var path: String
    public var sha256: String
  }

  /// What was taken out of the run after it was written, so that a check finds it as it should be.
  public struct Removed: Codable, Sendable {
    /// A file or folder, seen from the run's folder.
    public var path: String
    /// `forget` or `erase`.
    public var why: String
    /// The reference date on which it went.
    public var on: String
    /// How many rows went, if the file is still there without them.
    public var rows: Int?

    init(path: String, why: String, on: String, rows: Int? = nil) {
      self.path = path
      self.why = why
      self.on = on
      self.rows = rows
    }
  }

  public var runID: String
  public var version: String
  public var referenceDate: String
  public var definitionsSHA256: String
  public var keyNames: [String: String]
  public var inputs: [Input]
  public var stages: [StageRecord]
  public var counts: Counts
  public var outputs: [Output]
  /// Absent as long as the run is whole.
  public var removed: [Removed]?
  public var peakRSSBytes: Int
  public var seconds: Double
  public var exitCode: Int
  public var warnings: [String]
  /// Whether municipalities must remember the run once it is published; absent in runs of earlier versions.
  public var isRemembered: Bool?
  /// Digests of what the run was made from, by kind: why another run is another.
  public var fingerprints: [String: String]?
  /// Which part of a run it is; absent in a whole run.
  public var part: Part?
  /// The parts that it was put together from; absent in a run that was made in one go.
  public var mergedFrom: [MergedPart]?

  enum CodingKeys: String, CodingKey {
    case version, inputs, stages, counts, outputs, removed, seconds, warnings, fingerprints, part
    case mergedFrom = "merged_from"
    case isRemembered = "is_remembered"
    case runID = "run_id"
    case referenceDate = "reference_date"
    case definitionsSHA256 = "definitions_sha256"
    case keyNames = "key_names"
    case peakRSSBytes = "peak_rss_bytes"
    case exitCode = "exit_code"
  }

  /// The manifest as JSON with sorted keys and a newline at the end.
  ///
  /// - Returns: Text for `manifest.json`.
  /// - Throws: An encoding error, which would be a defect.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// Reads a manifest.
  ///
  /// - Parameter path: `manifest.json` of a run.
  /// - Throws: A diagnostic if the file cannot be read, a decoding error if it is no manifest.
  public init(path: String) throws {
    self = try JSONDecoder().decode(RunManifest.self, from: Data(FileSystem.read(path)))
  }

  /// Creates a manifest.
  init(
    runID: String, version: String, referenceDate: String, definitionsSHA256: String,
    keyNames: [String: String]
  ) {
    self.runID = runID
    self.version = version
    self.referenceDate = referenceDate
    self.definitionsSHA256 = definitionsSHA256
    self.keyNames = keyNames
    inputs = []
    stages = []
    counts = Counts(rows: 0, byFate: [:])
    outputs = []
    peakRSSBytes = 0
    seconds = 0
    exitCode = 0
    warnings = []
  }
}
