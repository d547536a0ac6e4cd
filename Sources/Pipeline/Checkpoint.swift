internal import Definitions
internal import Diagnostics
internal import Model

// The files of an earlier run are only gone on from where they are, byte for byte, what was written.
extension Runner {
  /// The runner with the first stage before which every file of the earlier run is whole.
  ///
  /// - Returns: The runner, and what is to be told if it is not this one.
  /// - Throws: A diagnostic if a file cannot be read.
  /// - Complexity: O(*n*) in the bytes of the files that the first stage would begin with.
  func whereWhole() throws -> (Runner, [Diagnostic]) {
    guard let asked = options.firstStage else { return (self, []) }
    let folder = options.output + "/current"
    guard let manifest = try? RunManifest(path: folder + "/manifest.json") else {
      return (self, [])
    }
    var digests: [String: String] = [:]
    for output in manifest.outputs { digests[output.path] = output.sha256 }
    func damaged(_ path: String) -> Bool {
      (try? Digest.ofFile("\(folder)/\(path)")) != digests[path]
    }
    func damaged(_ datasets: [Dataset]) -> String? {
      for municipality in pipeline.municipalities {
        for dataset in datasets {
          let path = "\(municipality.code)/\(MunicipalityFiles.name(of: dataset)).csv.gz"
          if damaged(path) { return path }
        }
      }
      return nil
    }
    var first: String?
    var path = damaged("ledger.csv.gz") ? "ledger.csv.gz" : damaged(Self.datasetsOfBeginning)
    if path == nil {
      first = asked
      for type in parts.stages.prefix(while: { $0.name != asked }) {
        guard let found = damaged(type.writes) else { continue }
        (first, path) = (type.name, found)
        break
      }
    }
    guard let path else { return (self, []) }
    var changed = options
    changed.firstStage = first
    let note = Diagnostic(
      .stagesMadeAnew,
      ["asked": asked, "path": path, "stage": first ?? parts.receive.name])
    return (Runner(pipeline: pipeline, parts: parts, options: changed), [note])
  }
}
