internal import Definitions
internal import Model

extension RunManifest {
  /// What the manifest of a part of a run says, so that the parts can be put together.
  public struct Part: Codable, Sendable {
    /// From 1.
    public var number: Int
    /// How many parts there are.
    public var of: Int
    /// The municipalities of all parts, by code.
    public var municipalities: [String]
    /// Problems that are of no municipality alone.
    public var shared: Issues
    /// What is of one municipality of this part alone, by its code.
    public var own: [String: Own]

    /// How many lines of `issues.jsonl` and how many warnings; those of nobody alone stand first in both.
    public struct Issues: Codable, Equatable, Sendable {
      public var lines: Int
      public var warnings: Int
    }

    /// What is of one municipality.
    public struct Own: Codable, Sendable {
      public var issues: Issues
      /// Digests of what the run was made from, by kind.
      public var fingerprints: [String: String]
    }
  }

  /// A part that a merged run was put together from.
  public struct MergedPart: Codable, Sendable {
    /// The id of the part's own run, by which its municipalities remember it.
    public var runID: String
    /// Its municipalities, by code.
    public var municipalities: [String]

    enum CodingKeys: String, CodingKey {
      case municipalities
      case runID = "run_id"
    }
  }

  /// The id by which a municipality remembers the run: in a merged one that of its part.
  func remembered(by municipality: MunicipalityCode) -> String {
    mergedFrom?.first { $0.municipalities.contains(municipality.description) }?.runID ?? runID
  }
}

extension Runner {
  /// What the manifest says of the part that this run is; `nil` for a whole run.
  func part(_ fingerprint: RunFingerprint, _ issues: IssueLog) -> RunManifest.Part? {
    guard let partition = pipeline.partition else { return nil }
    func counts(of code: MunicipalityCode?) -> RunManifest.Part.Issues {
      let counts = issues.counts(of: code)
      return RunManifest.Part.Issues(lines: counts.lines, warnings: counts.kinds)
    }
    var own: [String: RunManifest.Part.Own] = [:]
    for code in pipeline.municipalities.map(\.code) {
      own[code.description] = RunManifest.Part.Own(
        issues: counts(of: code), fingerprints: fingerprint.byMunicipality[code] ?? [:])
    }
    return RunManifest.Part(
      number: partition.number, of: partition.count,
      municipalities: pipeline.allMunicipalities.map(\.code.description),
      shared: counts(of: nil), own: own)
  }
}
