internal import Definitions
internal import Diagnostics
internal import Model

/// What is known of the deliveries of a run after reading; their rows are in the intake.
struct ReadDeliveries: Sendable {
  /// What was read to its verified end, in the order of feed and name.
  var accepted: [AcceptedDelivery] = []
  var inputs: [RunManifest.Input] = []
  var issues = IssueLog()
  var answers = PartnerAnswers()
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
  /// What cannot be used is noted and the others go on. No more deliveries are held in memory at once
  /// than pieces of work may go on at once.
  func receive(
    keys: [MunicipalityCode: MunicipalityKeys]
  ) async throws -> (deliveries: ReadDeliveries, intake: Intake) {
    let inbox = try Inbox(folder: options.inbox, feeds: pipeline.feeds)
    var receive = parts.receive.init(
      settings: settings(of: parts.receive), pipeline: pipeline, keys: keys)
    var result = ReadDeliveries()
    for stranger in inbox.strangers { result.issues.add(stranger) }
    var rest = inbox.entries[...]
    while !rest.isEmpty {
      let some = Array(rest.prefix(options.jobs))
      rest = rest.dropFirst(options.jobs)
      for (entry, outcome) in zip(some, try await read(some)) {
        switch outcome {
        case .success(var delivery):
          delivery.hadChecksum = FileSystem.exists(entry.path + ".sha256")
          result.accept(delivery, on: options.referenceDate)
          receive.admit(delivery)
        case .failure(let problems):
          guard let first = problems.diagnostics.first else { continue }
          result.setAside(
            entry.feed, file: entry.name.file, period: entry.period, problems.diagnostics,
            sha256: (try? Digest.ofFile(entry.path)) ?? "")
          receive.note(
            feed: entry.feed, file: entry.name.file, period: entry.period, diagnostic: first)
        }
      }
    }
    for missing in inbox.missing(feeds: pipeline.feeds, on: options.referenceDate) {
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
    let intake = receive.finish()
    try checkConservation(intake, rows: result.rows)
    return (result, intake)
  }

  /// Reads some deliveries at once.
  private func read(
    _ entries: [Inbox.Entry]
  ) async throws -> [Result<DecodedDelivery, DiagnosticList>] {
    let read = parts.readDelivery
    return try await inParallel(entries, jobs: options.jobs) { entry in
      do { return .success(try read(entry.path, entry.name, entry.feed)) } catch {
        guard let problems = error as? DiagnosticList,
          problems.diagnostics.first?.code.effect == .deliveryRefused
        else { throw error }
        return .failure(problems)
      }
    }
  }
}

extension ReadDeliveries {
  fileprivate mutating func accept(_ delivery: DecodedDelivery, on date: CalendarDate) {
    answers.add(delivery)
    inputs.append(
      RunManifest.Input(
        feed: delivery.feed.id.name, delivery: delivery.name.file, sha256: delivery.sha256,
        bytes: delivery.bytes, rows: delivery.rows, period: delivery.period,
        status: DeliveryStatus.accepted.rawValue))
    if let twin = accepted.first(where: { $0.sha256 == delivery.sha256 }) {
      issues.add(
        Diagnostic(
          .deliveryTwice,
          at: Location(feed: delivery.feed.id.name, file: delivery.name.file),
          ["other": twin.name.file]))
    }
    for diagnostic in delivery.diagnostics {
      issues.add(diagnostic)
      if diagnostic.code.effect == .publicationRefused && publicationRefused == nil {
        publicationRefused = diagnostic
      }
    }
    for rejected in delivery.rejected.sorted(by: { $0.digest < $1.digest }) {
      issues.add(rejected.diagnostic)
    }
    accepted.append(
      AcceptedDelivery(
        name: delivery.name, period: delivery.period, receivedAt: delivery.receivedAt,
        rows: delivery.rows, sha256: delivery.sha256,
        columns: delivery.columns, hadChecksum: delivery.hadChecksum, acceptedOn: date))
  }

  fileprivate mutating func setAside(
    _ feed: FeedDefinition, file: String, period: String, _ problems: [Diagnostic],
    sha256: String
  ) {
    let status: DeliveryStatus = file.isEmpty ? .missing : .refused
    inputs.append(
      RunManifest.Input(
        feed: feed.id.name, delivery: file, sha256: sha256, bytes: 0, rows: 0, period: period,
        status: status.rawValue, reason: problems.first?.code.id))
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
