internal import Definitions
internal import Diagnostics
internal import Model

/// What is known of the deliveries of a run after reading; their rows are in the intake.
struct ReadDeliveries: Sendable {
  /// What was read to its verified end, in the order of feed and name.
  var accepted: [AcceptedDelivery] = []
  /// What earlier runs took in, but for the deliveries of this run.
  var history: [AcceptedDelivery] = []
  /// SHA-256 of every delivery that a correction stands in the place of.
  var replaced: Set<String> = []
  var inputs: [RunManifest.Input] = []
  var issues = IssueLog()
  var answers = PartnerAnswers()
  /// The signals that were erased and may not come back, by municipality.
  var erased: [MunicipalityCode: Set<SignalID>] = [:]
  /// How the run ended whose files are taken over, if any are.
  var inheritedStatus = ExitStatus.complete
  /// The gate that stops publication, if one does.
  var publicationRefused: Diagnostic?

  /// SHA-256 of every delivery that was read.
  var digests: Set<String> { Set(accepted.map(\.sha256)) }
  /// Data rows of all accepted deliveries.
  var rows: Int { accepted.reduce(0) { $0 + $1.rows } }
  /// How the run ends as far as the deliveries decide.
  var status: ExitStatus {
    publicationRefused?.code.effect.exitStatus
      ?? (issues.status == .complete ? inheritedStatus : issues.status)
  }
}

extension Runner {
  /// Reads every delivery of the inbox and admits its rows, in the order of names.
  ///
  /// What cannot be used is noted and the others go on. While one is admitted the next ones are read; no more
  /// are held in memory than twice the pieces of work that may go on at once.
  func receive(
    keys: [MunicipalityCode: MunicipalityKeys], copies: PrivateFolder
  ) async throws -> (deliveries: ReadDeliveries, intake: Intake) {
    let inbox = try Inbox(folder: options.inbox, feeds: pipeline.feeds)
    if options.checksMemory {
      try MemoryNeed(
        inflated: inbox.declaredBytes, municipalities: pipeline.municipalities.count,
        of: pipeline.allMunicipalities.count
      )
      .check(FreeMemory.bytes)
    }
    var receive = parts.receive.init(
      settings: settings(of: parts.receive), pipeline: pipeline, keys: keys)
    receive.expect(bytes: inbox.bytes)
    var result = ReadDeliveries()
    result.history = try deliveryHistory()
    let limits = try limits(result.history)
    result.erased = limits.erased
    receive.withhold(limits)
    let judging = receive
    let corrected = feedsWithCorrections(in: inbox, result.history)
    let collector = DeliveryCollector(
      folder: inbox.folder, scanner: pipeline.scan.map { DeliveryScanner($0) })
    var checksums = ChecksumHistory(result.history)
    for stranger in inbox.strangers {
      result.add(stranger, sha256: try collector.sha256(of: stranger))
    }
    var admitted: [DeliveryCollector.Collected] = []
    // Deliveries that may be replaced wait until all of their feed were read.
    var waiting: [(entry: Inbox.Entry, reading: Reading)] = []
    func takeWaiting() {
      var replaced: Set<String> = []
      if let feed = waiting.first?.entry.feed, corrected.contains(feed.id) {
        replaced = result.replaced(
          among: waiting.compactMap { $0.reading.delivery }.map {
            AcceptedDelivery($0, on: options.referenceDate)
          }, of: feed)
      }
      for (entry, reading) in waiting {
        switch reading {
        case .read(var judged, let collected):
          judged.delivery.isReplaced = replaced.contains(judged.delivery.sha256)
          result.accept(judged, on: options.referenceDate)
          receive.admit(judged)
          admitted.append(collected)
        case .refused(let refusal):
          guard let first = refusal.diagnostics.first else { continue }
          result.setAside(
            entry.feed, file: entry.name.file, period: entry.period, refusal.diagnostics,
            sha256: refusal.sha256, bytes: refusal.bytes)
          receive.note(
            feed: entry.feed, file: entry.name.file, period: entry.period, diagnostic: first)
        }
      }
      waiting = []
    }
    try await inParallel(Array(inbox.entries.indices), jobs: options.jobs) { index in
      try read(
        inbox.entries[index], by: collector, into: copies.copy(number: index + 1), for: judging)
    } inOrder: { index, reading in
      let entry = inbox.entries[index]
      if let first = waiting.first, first.entry.feed.id != entry.feed.id { takeWaiting() }
      let reading = reading.heldAgainst(checksums, of: entry.feed)
      if case .read(let judged, let collected) = reading, collected.file.hasChecksum {
        checksums.note(judged.delivery.name)
      }
      waiting.append((entry, reading))
      if !corrected.contains(entry.feed.id) { takeWaiting() }
    }
    takeWaiting()
    for delivery in admitted where !collector.isUnchanged(delivery) {
      throw Diagnostic(.inboxChanged, ["delivery": delivery.file.name.file])
    }
    let judgements = result.judge(feeds: pipeline.feeds, on: options.referenceDate)
    for missing in result.missing(pipeline.feeds, judgements, on: options.referenceDate) {
      result.setAside(
        missing.feed, file: "", period: missing.period, [missing.diagnostic], sha256: "")
      receive.note(
        feed: missing.feed, file: "", period: missing.period, diagnostic: missing.diagnostic)
    }
    if result.accepted.isEmpty {
      let refusal = Diagnostic(
        .nothingAccepted, ["count": "\(inbox.entries.count + inbox.strangers.count)"])
      result.issues.add(refusal)
      result.publicationRefused = refusal
    }
    var intake = receive.finish()
    for code in intake.deliveryLogs.keys {
      intake.deliveryLogs[code]?.add(judgements, pipeline.feeds)
    }
    try checkConservation(intake, rows: result.rows)
    return (result, intake)
  }

  /// What became of one file of the inbox.
  private enum Reading: Sendable {
    case read(JudgedDelivery, DeliveryCollector.Collected)
    case refused(RefusedDelivery)

    /// The delivery, if it could be read.
    var delivery: DecodedDelivery? {
      if case .read(let judged, _) = self { judged.delivery } else { nil }
    }

    /// A refusal instead of a delivery whose feed used to send checksums and that has none.
    func heldAgainst(_ checksums: ChecksumHistory, of feed: FeedDefinition) -> Reading {
      guard case .read(_, let collected) = self,
        let refusal = checksums.refusal(of: collected.file, of: feed)
      else { return self }
      return .refused(refusal)
    }
  }

  /// Copies a delivery, reads the copy, and removes it.
  private func read(
    _ entry: Inbox.Entry, by collector: DeliveryCollector, into copy: PrivateCopy,
    for stage: any IntakeStage
  ) throws -> Reading {
    let reading = Result {
      try read(
        entry, collector.collect(entry.name, of: entry.feed, into: copy), by: collector,
        for: stage)
    }
    try copy.remove()
    do { return try reading.get() } catch let refusal as RefusedDelivery {
      return .refused(refusal)
    }
  }

  /// Reads a copy; refuses it if meanwhile the partner's file is no longer the one that was copied.
  private func read(
    _ entry: Inbox.Entry, _ collected: DeliveryCollector.Collected,
    by collector: DeliveryCollector, for stage: any IntakeStage
  ) throws -> Reading {
    let file = collected.file
    var problems: [Diagnostic] = []
    var delivery: DecodedDelivery?
    do { delivery = try parts.readDelivery(file, entry.feed) } catch let found as DiagnosticList
      where found.diagnostics.first?.code.effect == .deliveryRefused
    {
      problems = found.diagnostics
    }
    if !collector.isUnchanged(collected) {
      problems = [
        Diagnostic(
          .deliveryChanged, at: Location(feed: entry.feed.id.name, file: entry.name.file))
      ]
    }
    guard problems.isEmpty, let delivery else {
      throw RefusedDelivery(diagnostics: problems, sha256: file.sha256, bytes: file.bytes)
    }
    return .read(stage.judge(delivery), collected)
  }
}

extension ReadDeliveries {
  fileprivate mutating func accept(_ judged: JudgedDelivery, on date: CalendarDate) {
    let delivery = judged.delivery
    // Nobody need look at what a correction has put right.
    let rejected = delivery.isReplaced ? [] : judged.rejected
    answers.add(delivery.isReplaced ? delivery.withoutFaults : delivery, rejected: rejected)
    inputs.append(
      RunManifest.Input(
        feed: delivery.feed.id.name, delivery: delivery.name.file, sha256: delivery.sha256,
        bytes: delivery.bytes, rows: delivery.rows, period: delivery.period,
        status: (delivery.isReplaced ? DeliveryStatus.replaced : .accepted).rawValue))
    accepted.append(AcceptedDelivery(delivery, on: date))
    if let twin = accepted.dropLast().first(where: { $0.sha256 == delivery.sha256 }) {
      issues.add(
        Diagnostic(
          .deliveryTwice,
          at: Location(feed: delivery.feed.id.name, file: delivery.name.file),
          ["other": twin.name.file]))
    }
    guard !delivery.isReplaced else { return }
    for diagnostic in delivery.diagnostics {
      issues.add(diagnostic)
      if diagnostic.code.effect == .publicationRefused && publicationRefused == nil {
        publicationRefused = diagnostic
      }
    }
    issues.add(rejected, delivery.reasons)
  }

  mutating func add(_ stranger: Inbox.Stranger, sha256: String) {
    inputs.append(
      RunManifest.Input(
        feed: "", delivery: stranger.name, sha256: sha256, bytes: 0, rows: 0, period: "",
        status: DeliveryStatus.refused.rawValue, reason: stranger.diagnostic.code.id))
    issues.add(stranger.diagnostic)
  }

  mutating func setAside(
    _ feed: FeedDefinition, file: String, period: String, _ problems: [Diagnostic],
    sha256: String, bytes: Int = 0
  ) {
    let status: DeliveryStatus = file.isEmpty ? .missing : .refused
    inputs.append(
      RunManifest.Input(
        feed: feed.id.name, delivery: file, sha256: sha256, bytes: bytes, rows: 0,
        period: period, status: status.rawValue, reason: problems.first?.code.id))
    for problem in problems { issues.add(problem) }
    answers.add(
      refused: DeliveryName(feed: feed.id, file: file), period: period,
      receivedAt: feed.delivery.name.read(file)?.received, sha256: sha256, problems)
  }
}

extension Digest {
  /// The digest of a regular file.
  ///
  /// - Parameter path: The file.
  /// - Returns: 64 hexadecimal digits.
  /// - Throws: A diagnostic if it cannot be read.
  static func ofFile(_ path: String) throws -> String {
    var digest = Digest()
    guard FileSystem.kind(of: path) == .file else {
      throw Diagnostic(.readFailed, ["path": path, "reason": "not a regular file"])
    }
    try FileSystem.forEachBlock(of: path) { digest.update($0) }
    return digest.hexadecimal()
  }

  /// Adds bytes.
  mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      update(ByteView(start: start, count: buffer.count))
    }
  }
}
