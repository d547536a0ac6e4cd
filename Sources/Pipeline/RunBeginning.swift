internal import Definitions
internal import Diagnostics
internal import Model
import Synchronization

/// What the stages of a run begin with: admitted deliveries, or the files of an earlier run.
struct RunBeginning: Sendable {
  var deliveries: ReadDeliveries
  var intake: Intake
  var tables: TableShelf
  /// What the run is made from: its key.
  var fingerprint: RunFingerprint
  var register: RunRegister
  var records: [RunManifest.StageRecord]
  /// The earlier run whose quarantine, receipts, rejections and issues hold on; `nil` when deliveries were read.
  var earlierRun: String?

  /// Writes what stands beside the municipalities' folders.
  func write(to folder: String) throws {
    guard let earlierRun else {
      return try RunFolder.write(intake, deliveries, to: folder)
    }
    for name in RunFolder.shared where name != RunFolder.ledger {
      try FileSystem.copy("\(earlierRun)/\(name)", to: "\(folder)/\(name)")
    }
  }

  /// Adds what the stages found doubtful to `issues.jsonl`; what an earlier run said stands there already.
  ///
  /// - Parameters:
  ///   - notes: What they found.
  ///   - issues: Everything that this run found, with the notes.
  ///   - folder: The run's folder.
  /// - Throws: A diagnostic if the file cannot be read or written.
  func add(_ notes: [Diagnostic], within issues: IssueLog, to folder: String) throws {
    guard !notes.isEmpty else { return }
    guard earlierRun != nil else { return try issues.write(to: folder) }
    let path = "\(folder)/\(IssueLog.fileName)"
    let before = try FileSystem.read(path)
    var added = IssueLog()
    for note in notes { added.add(note) }
    let text = ByteArena(capacity: before.count + 4096)
    before.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress {
        text.append(ByteView(start: start, count: buffer.count))
      }
    }
    let known = Set(text.bytes.split(at: 0x0A).map(\.string))
    try added.writeLines { lines in
      for line in lines.split(at: 0x0A) where !line.isEmpty && !known.contains(line.string) {
        text.append(line)
        text.append(UInt8(0x0A))
      }
    }
    let sink = try ByteSink(path: path, compressed: false)
    try sink.write(text.bytes)
    try sink.finish()
  }
}

extension Runner {
  /// Reads and admits the deliveries, or takes over the files of the run that `current` points to.
  func begin(
    keys: [MunicipalityCode: MunicipalityKeys], copies: PrivateFolder
  ) async throws -> RunBeginning {
    let register = try RunRegister(
      pipeline.register, pipeline.municipalities, on: options.referenceDate)
    if options.firstStage != nil { return try resume(register) }
    let watch = Stopwatch()
    var (deliveries, intake) = try await receive(keys: keys, copies: copies)
    for note in register.notes { deliveries.issues.add(note) }
    let record = RunManifest.StageRecord(
      name: parts.receive.name, rowsIn: intake.ledger.count,
      rowsOut: intake.received.values.reduce(0) { $0 + $1.count }, seconds: watch.seconds)

    let histories = try histories(of: deliveries)
    var reviews = try reviews()
    let cases = try cases()
    var tables: [MunicipalityCode: MunicipalityTables] = [:]
    for municipality in pipeline.municipalities {
      var own = MunicipalityTables()
      own.history = histories[municipality.code]?.table ?? History()
      if let replaced = intake.replaced[municipality.code] { own.history.append(replaced) }
      own.received = intake.received[municipality.code] ?? Received()
      own.reviews = reviews.answers[municipality.code] ?? Reviews()
      own.cases = cases[municipality.code]?.cases ?? Cases()
      own.contactAttempts = cases[municipality.code]?.attempts ?? ContactAttempts()
      own.setAside = intake.setAside[municipality.code] ?? SetAside()
      own.intakeCounts = intake.counts[municipality.code] ?? IntakeCounts()
      own.deliveryLog = intake.deliveryLogs[municipality.code] ?? DeliveryLog()
      tables[municipality.code] = own
    }
    intake.received = [:]
    reviews.check(tables)
    for note in reviews.notes { deliveries.issues.add(note) }
    return RunBeginning(
      deliveries: deliveries, intake: intake, tables: TableShelf(tables),
      fingerprint: fingerprint(
        deliveries: deliveries, histories: histories, register: register, reviews: reviews.answers,
        cases: cases, erased: deliveries.erased),
      register: register, records: [record])
  }

  /// Takes over the files of the run that `current` points to, up to the first stage.
  private func resume(_ register: RunRegister) throws -> RunBeginning {
    let folder = options.reworked?.folder ?? options.output + "/current"
    guard FileSystem.exists(folder + "/manifest.json") else {
      throw Diagnostic(
        .notFound, ["what": "an earlier run in \(folder)", "hint": "run without --from first"])
    }
    let earlier = try RunManifest(path: folder + "/manifest.json")
    var deliveries = ReadDeliveries()
    deliveries.inputs = earlier.inputs
    for note in register.notes { deliveries.issues.add(note) }
    deliveries.inheritedStatus = ExitStatus(rawValue: Int32(earlier.exitCode)) ?? .incomplete

    var intake = Intake()
    intake.ledger = try StageFile.read(Ledger.self, from: folder, stage: "--from")
    reopen(&intake.ledger)
    var tables: [MunicipalityCode: MunicipalityTables] = [:]
    for municipality in pipeline.municipalities {
      let files = MunicipalityFiles(folder: "\(folder)/\(municipality.code)")
      var own = MunicipalityTables()
      for dataset in Self.datasetsOfBeginning + datasetsBeforeFirstStage {
        try files.read(dataset, into: &own, stage: options.firstStage ?? "")
      }
      tables[municipality.code] = own
    }
    return RunBeginning(
      deliveries: deliveries, intake: intake, tables: TableShelf(tables),
      fingerprint: fingerprint(
        deliveries: deliveries, histories: [:], register: register,
        resumes: earlier.runID + (options.reworked?.mark ?? "")),
      register: register, records: [], earlierRun: folder)
  }

  /// What stands in a municipality's folder before its first stage.
  static let datasetsOfBeginning: [Dataset] = [
    .history, .reviews, .cases, .contactAttempts, .deliveries, .received, .setAside, .intakeCounts,
  ]

  /// What the stages before the first one made.
  var datasetsBeforeFirstStage: [Dataset] {
    guard let first = options.firstStage else { return [] }
    let earlier = parts.stages.prefix { $0.name != first }
    return earlier.flatMap { $0.writes }
  }

  /// Undoes what the stages decided, so that they can decide again.
  ///
  /// What a correction replaced never came to them.
  private func reopen(_ ledger: inout Ledger) {
    for row in 0..<ledger.count {
      switch ledger.fate[row] {
      case .superseded where ledger.arena[ledger.reason[row]].equals("correction"): continue
      case .listed, .joinedCase, .technicalDuplicate, .repeated, .superseded, .movedAway, .deceased:
        ledger.fate[row] = .listed
        ledger.reason[row] = .empty
      default: continue
      }
    }
  }
}

/// The tables that municipalities begin with, each taken once, so that memory is free again as soon as
/// a municipality is done.
final class TableShelf: Sendable {
  private let tables: Mutex<[MunicipalityCode: MunicipalityTables]>

  init(_ tables: [MunicipalityCode: MunicipalityTables]) { self.tables = Mutex(tables) }

  /// Takes the tables of a municipality off the shelf; empty ones if there are none.
  func take(_ code: MunicipalityCode) -> MunicipalityTables {
    tables.withLock { $0.removeValue(forKey: code) } ?? MunicipalityTables()
  }
}
