internal import Definitions
internal import Model

/// Everything that can change the outputs of a run, as a digest for each kind: the key of the run.
///
/// The same key again makes the same bytes, so that nothing need be done; another kind of digest says why
/// another run is another.
struct RunFingerprint: Sendable {
  /// What a run is made from.
  enum Kind: String, CaseIterable, Sendable {
    case program
    case stages
    case referenceDate = "reference date"
    case definitions
    case municipalities
    case deliveries
    case earlierDeliveries = "earlier deliveries"
    case history
    case reviews
    case cases
    case erased
    case register
  }

  private var digests: [Kind: String] = [:]

  /// Creates the fingerprint of nothing.
  init() {}

  /// Sets the digest of a kind.
  ///
  /// - Parameters:
  ///   - kind: What it is of.
  ///   - write: Adds everything to the digest.
  mutating func set(_ kind: Kind, _ write: (inout Digest) -> Void) {
    var digest = Digest()
    write(&digest)
    digests[kind] = String(digest.hexadecimal().prefix(16))
  }

  /// The digests by the name of their kind, for the manifest.
  var byName: [String: String] {
    Dictionary(uniqueKeysWithValues: digests.map { ($0.key.rawValue, $0.value) })
  }

  /// The id of the run: its reference date, and 12 hexadecimal digits.
  ///
  /// - Parameter date: The reference date.
  /// - Returns: Such as `2026-11-09-0a1b2c3d4e5f`.
  func runID(on date: CalendarDate) -> String {
    var digest = Digest()
    for kind in Kind.allCases { digest.update("\(kind.rawValue) \(digests[kind] ?? "")|") }
    return "\(date)-\(digest.hexadecimal().prefix(12))"
  }
}

extension Runner {
  /// The fingerprint of a run.
  ///
  /// - Complexity: O(*n*) in what is remembered of cases and reviews.
  func fingerprint(
    deliveries: ReadDeliveries, histories: [MunicipalityCode: RememberedHistory],
    register: RunRegister,
    reviews: [MunicipalityCode: Reviews] = [:], cases: [MunicipalityCode: RememberedCases] = [:],
    erased: [MunicipalityCode: Set<SignalID>] = [:], resumes: String = ""
  ) -> RunFingerprint {
    let codes = pipeline.municipalities.map(\.code)
    var print = RunFingerprint()
    print.set(.program) { $0.update(parts.version) }
    print.set(.stages) { digest in
      digest.update("\(resumes)|\(options.firstStage ?? "")|\(options.lastStage ?? "")|")
      if options.stageFiles != .compressed {
        digest.update("stage files \(options.stageFiles.rawValue)|")
      }
      for type in [parts.receive] + parts.stages as [any Stage.Type] + [parts.publish.stage] {
        digest.update("\(type.name) \(type.version)|")
      }
    }
    print.set(.referenceDate) { $0.update(options.referenceDate.description) }
    print.set(.definitions) { $0.update(definitionsDigest) }
    print.set(.municipalities) { digest in for code in codes { digest.update("\(code)|") } }
    print.set(.deliveries) { digest in
      for input in deliveries.inputs {
        digest.update("\(input.feed) \(input.delivery) \(input.sha256) \(input.status)|")
      }
    }
    print.set(.earlierDeliveries) { $0.update(DeliveryHistory(deliveries.history)) }
    print.set(.register) { $0.update(register.fingerprint) }
    print.set(.history) { digest in
      for code in codes {
        guard let history = histories[code], history.table.count > 0 else { continue }
        digest.update("|\(code)|\(history.digest)|")
      }
    }
    print.set(.reviews) { digest in
      for code in codes { reviews[code].map { digest.update($0, of: code) } }
    }
    print.set(.cases) { digest in
      for code in codes {
        guard let known = cases[code] else { continue }
        digest.update(known.cases, of: code)
        digest.update(known.attempts, of: code)
      }
    }
    print.set(.erased) { digest in
      for code in codes {
        for id in (erased[code] ?? []).sorted() { digest.update("\(code) \(id)|") }
      }
    }
    return print
  }
}

extension Digest {
  /// Adds every cell of a table of a municipality; an empty one adds nothing.
  ///
  /// - Complexity: O(rows × columns).
  fileprivate mutating func update<Table: StageTable>(_ table: Table, of code: MunicipalityCode) {
    guard table.count > 0 else { return }
    update("|\(code)|")
    update(table)
  }

  /// Adds every cell of a table.
  ///
  /// - Complexity: O(rows × columns).
  fileprivate mutating func update<Table: StageTable>(_ table: Table) {
    let out = ByteArena(capacity: 1 << 16)
    let writers = Table.columns.map { $0.writer(table) }
    for row in 0..<table.count {
      for write in writers {
        write(row, out)
        out.append(UInt8(ascii: ","))
      }
      update(out.bytes)
      out.removeAll()
    }
  }
}
