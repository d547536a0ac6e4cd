internal import Definitions
internal import Diagnostics
internal import Model

/// What a run would do, without doing it.
public struct RunPlan: Encodable, Sendable {
  /// One delivery of the inbox.
  public struct Delivery: Encodable, Sendable {
    public var feed: String
    public var file: String
    public var period: String
    public var sha256: String
  }

  /// One stage.
  public struct Step: Encodable, Sendable {
    public var name: String
    public var version: Int
    public var settings: [String: Int]
    public var reads: [String]
    public var writes: [String]
    /// Whether it would run, and why.
    public var runs: Bool
    public var why: String
  }

  /// A kind of thing that the run is made from, and that is not as it was in the current run.
  public struct Change: Encodable, Sendable {
    public var kind: String
    /// Its digest in the current run; absent if that did not tell.
    public var old: String?
    public var new: String
  }

  public var referenceDate: String
  public var municipalities: [String]
  public var deliveries: [Delivery]
  public var stages: [Step]
  /// The id that the run gets if every delivery can be used.
  public var runID: String
  /// Whether that run was published before.
  public var isPublished: Bool
  /// Why it is another run than the current one; empty if that is the same, or there is none.
  public var changes: [Change]
  /// What is already known to be wrong.
  public var issues: [String]

  enum CodingKeys: String, CodingKey {
    case municipalities, deliveries, stages, changes, issues
    case referenceDate = "reference_date"
    case runID = "run_id"
    case isPublished = "is_published"
  }
}

extension Runner {
  /// Says what a run would do: which deliveries it would read, which stages would run, and why.
  ///
  /// Deliveries are hashed, not opened; a delivery that turns out to be damaged changes the run's id.
  ///
  /// - Returns: The plan.
  /// - Throws: A diagnostic if the inbox, a key or the state cannot be used.
  /// - Complexity: O(bytes in the inbox).
  public func plan() throws -> RunPlan {
    let states = try HeldStates(
      pipeline.municipalities, parts.memory, waiting: options.lockSeconds, isChanged: false)
    defer { withExtendedLifetime(states) {} }
    let inbox = try Inbox(folder: options.inbox, feeds: pipeline.feeds)
    _ = try keysOfMunicipalities()
    var read = ReadDeliveries()
    read.history = try deliveryHistory()
    var deliveries: [RunPlan.Delivery] = []
    let collector = DeliveryCollector(folder: inbox.folder)
    var checksums = ChecksumHistory(read.history)
    for stranger in inbox.strangers {
      read.add(stranger, sha256: try collector.sha256(of: stranger))
    }
    for entry in inbox.entries {
      let sha256: String
      do {
        let file = try collector.look(at: entry.name, of: entry.feed)
        if let refusal = checksums.refusal(of: file, of: entry.feed) { throw refusal }
        if file.hasChecksum { checksums.note(file.name) }
        sha256 = file.sha256
      } catch let refusal as RefusedDelivery {
        read.setAside(
          entry.feed, file: entry.name.file, period: entry.period, refusal.diagnostics,
          sha256: refusal.sha256)
        continue
      }
      deliveries.append(
        RunPlan.Delivery(
          feed: entry.name.feed.name, file: entry.name.file, period: entry.period, sha256: sha256))
      read.inputs.append(
        RunManifest.Input(
          feed: entry.name.feed.name, delivery: entry.name.file, sha256: sha256, bytes: 0, rows: 0,
          period: entry.period, status: DeliveryStatus.accepted.rawValue))
      read.accepted.append(AcceptedDelivery(entry, sha256: sha256, on: options.referenceDate))
    }
    let judgements = read.judge(
      feeds: pipeline.feeds, on: options.referenceDate, areOpened: false)
    for index in read.inputs.indices where read.replaced.contains(read.inputs[index].sha256) {
      read.inputs[index].status = DeliveryStatus.replaced.rawValue
    }
    for missing in read.missing(pipeline.feeds, judgements, on: options.referenceDate) {
      read.setAside(
        missing.feed, file: "", period: missing.period, [missing.diagnostic], sha256: "")
    }
    let register = try RunRegister(
      pipeline.register, pipeline.municipalities, on: options.referenceDate)
    for note in register.notes { read.issues.add(note) }
    let reviews = try reviews()
    for note in reviews.notes { read.issues.add(note) }
    let fingerprint = fingerprint(
      deliveries: read, histories: try histories(of: read), register: register,
      reviews: reviews.answers, cases: try cases())
    let id = fingerprint.runID(on: options.referenceDate)
    let folder = RunFolder(output: options.output, runID: id)
    let published = folder.isComplete && folder.countDamagedFiles() == 0
    let changes = published ? [] : changes(fingerprint.byName)
    return RunPlan(
      referenceDate: options.referenceDate.description,
      municipalities: pipeline.municipalities.map(\.code.description), deliveries: deliveries,
      stages: steps(published: published, changes), runID: id, isPublished: published,
      changes: changes, issues: read.issues.paragraphs)
  }

  /// What is not as it was in the current run, in the order of a run's key.
  private func changes(_ now: [String: String]) -> [RunPlan.Change] {
    guard let earlier = try? RunManifest(path: options.output + "/current/manifest.json") else {
      return []
    }
    return RunFingerprint.Kind.allCases.compactMap { kind in
      let old = earlier.fingerprints?[kind.rawValue]
      guard let new = now[kind.rawValue], old != new else { return nil }
      return RunPlan.Change(kind: kind.rawValue, old: old, new: new)
    }
  }

  private func steps(published: Bool, _ changes: [RunPlan.Change]) -> [RunPlan.Step] {
    let all: [any Stage.Type] = [parts.receive] + parts.stages + [parts.publish.stage]
    var earlier: String?
    return all.map { type in
      let asked = options.includes(type.name)
      let why: String
      if !asked {
        why = "comes after --to \(options.lastStage ?? "")"
      } else if published {
        why = "the same deliveries, definitions, history and date were published before"
      } else if let earlier {
        why = "\(earlier) runs"
      } else if changes.isEmpty {
        why = "there is no earlier run"
      } else {
        why = changes.map { "\($0.kind) \($0.old ?? "untold") → \($0.new)" }
          .joined(separator: ", ")
      }
      if asked, !published { earlier = type.name }
      return RunPlan.Step(
        name: type.name, version: type.version, settings: settings(of: type),
        reads: type.reads.map(\.rawValue), writes: type.writes.map(\.rawValue),
        runs: asked && !published, why: why)
    }
  }
}
