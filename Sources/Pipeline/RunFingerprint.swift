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
  /// Of the kinds that are of one municipality alone: their digests by the name of the kind.
  private(set) var byMunicipality: [MunicipalityCode: [String: String]] = [:]

  /// Creates the fingerprint of nothing.
  init() {}

  /// Sets the digest of a kind.
  ///
  /// - Parameters:
  ///   - kind: What it is of.
  ///   - write: Adds everything to the digest.
  mutating func set(_ kind: Kind, _ write: (inout Digest) -> Void) {
    digests[kind] = Digest.short(write)
  }

  /// Sets the digest of a kind that each municipality has of its own, so that the parts of a run together have
  /// that of the whole.
  ///
  /// - Parameters:
  ///   - kind: What it is of.
  ///   - own: The digest of each municipality; none for one that has nothing of the kind.
  mutating func set(_ kind: Kind, ofEach own: [MunicipalityCode: String]) {
    set(kind) { digest in
      for (code, own) in own.sorted(by: { $0.key < $1.key }) { digest.update("\(code) \(own)|") }
    }
    for (code, own) in own { byMunicipality[code, default: [:]][kind.rawValue] = own }
  }

  /// Sets the digest of a kind to one that is known.
  mutating func set(_ kind: Kind, to digest: String?) { digests[kind] = digest }

  /// Sets the digest of the municipalities that a run serves, and of those that its other parts do.
  mutating func set(municipalities: [MunicipalityCode], elsewhere: [MunicipalityCode]? = nil) {
    set(.municipalities) { digest in
      for code in municipalities { digest.update("\(code)|") }
      guard let elsewhere else { return }
      digest.update("a part, without|")
      for code in elsewhere { digest.update("\(code)|") }
    }
  }

  /// Sets the digest of what earlier runs took in.
  mutating func set(history: DeliveryHistory) {
    set(.earlierDeliveries) { $0.update(history) }
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
    print.set(
      municipalities: codes,
      elsewhere: pipeline.partition == nil ? nil : pipeline.elsewhere.map(\.code))
    print.set(.deliveries) { digest in
      for input in deliveries.inputs {
        digest.update("\(input.feed) \(input.delivery) \(input.sha256) \(input.status)|")
      }
    }
    print.set(history: DeliveryHistory(deliveries.history))
    func each(_ digest: (MunicipalityCode) -> String?) -> [MunicipalityCode: String] {
      Dictionary(
        codes.compactMap { code in digest(code).map { (code, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    print.set(
      .register,
      ofEach: each { code in
        register.extracts[code].map { extract in
          Digest.short { $0.update("\(extract.sha256) \(extract.day?.description ?? "")") }
        }
      })
    print.set(
      .history,
      ofEach: each { code in
        guard let history = histories[code], history.table.count > 0 else { return nil }
        return Digest.short { $0.update(history.digest) }
      })
    print.set(.reviews, ofEach: each { Digest.short(of: reviews[$0] ?? Reviews()) })
    print.set(
      .cases,
      ofEach: each { code in
        guard let known = cases[code], known.cases.count + known.attempts.count > 0 else {
          return nil
        }
        return Digest.short {
          $0.update(known.cases)
          $0.update("|")
          $0.update(known.attempts)
        }
      })
    print.set(
      .erased,
      ofEach: each { code in
        guard let ids = erased[code], !ids.isEmpty else { return nil }
        return Digest.short { digest in for id in ids.sorted() { digest.update("\(id)|") } }
      })
    return print
  }
}

extension Digest {
  /// The first 16 hexadecimal digits of a digest.
  fileprivate static func short(_ write: (inout Digest) -> Void) -> String {
    var digest = Digest()
    write(&digest)
    return String(digest.hexadecimal().prefix(16))
  }

  /// The first 16 hexadecimal digits of the digest of a table; `nil` for an empty one.
  ///
  /// - Complexity: O(rows × columns).
  fileprivate static func short<Table: StageTable>(of table: Table) -> String? {
    table.count == 0 ? nil : short { $0.update(table) }
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
