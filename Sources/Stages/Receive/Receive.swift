public import Definitions
public import Diagnostics
public import Model
public import Pipeline

/// Admits the rows of all deliveries, splits them by municipality and opens the ledger.
///
/// - Invariant: every data row of every delivery stands in the ledger exactly once.
/// - Complexity: O(*n* log *n*) in the rows of a delivery.
public struct Receive: IntakeStage {
  public static let name = "receive"
  public static let summary =
    "Reads the deliveries, admits what the municipality may process and splits it by municipality."
  public static let version = 4
  public static let reads: [Dataset] = []
  public static let writes: [Dataset] = [.deliveries, .received, .setAside, .intakeCounts]
  public static let settings: [Setting] = []

  private let admission: AdmissionRules
  private let pipeline: PipelineDefinition
  private let places: MunicipalityPlaces
  private let keys: [UInt16: MunicipalityKeys]
  var intake = Intake()
  private var room = IntakeRoom()
  private var kept: KeptOut?

  public init(
    settings: [String: Int], pipeline: PipelineDefinition,
    keys: [MunicipalityCode: MunicipalityKeys]
  ) {
    admission = AdmissionRules(pipeline: pipeline)
    self.pipeline = pipeline
    places = MunicipalityPlaces(pipeline.municipalities)
    self.keys = Dictionary(
      keys.map { ($0.key.number, $0.value) }, uniquingKeysWith: { first, _ in first })
    for municipality in pipeline.municipalities {
      intake.received[municipality.code] = Received()
      intake.deliveryLogs[municipality.code] = DeliveryLog()
      intake.setAside[municipality.code] = SetAside()
      intake.counts[municipality.code] = IntakeCounts()
    }
  }

  private var municipalities: [MunicipalityDefinition] { pipeline.municipalities }

  public func judge(_ delivery: DecodedDelivery) -> JudgedDelivery {
    var verdicts = admission.verdicts(on: delivery)
    var identity = SignalIdentity()
    let dated = municipalities.map { self.keys[$0.code.number] }
    let present = dated.map { $0?.signal }
    let isDated = dated.contains { $0?.earlier.isEmpty == false }
    let days = delivery.signals.signalledOn
    var signalIDs = verdicts.enumerated().map { row, verdict in
      guard !verdict.leavesNothing, let place = places[verdict.municipality],
        let key = present[place]
      else { return SignalID.absent }
      let hash = isDated ? dated[place]?.holding(on: days[row]).signal ?? key : key
      return identity.id(of: row, in: delivery.signals, key: hash)
    }
    kept?.withhold(from: delivery, &verdicts, &signalIDs)
    return JudgedDelivery(
      delivery, verdicts: verdicts, signalIDs: signalIDs, order: CanonicalOrder.of(delivery))
  }

  public mutating func withhold(_ limits: IntakeLimits) {
    kept = KeptOut(limits, pipeline)
  }

  public mutating func expect(bytes: Int) { room.expect(bytes: bytes) }

  public mutating func admit(_ judged: JudgedDelivery) {
    let delivery = judged.delivery
    room.admit(bytes: delivery.bytes)
    var verdicts = judged.verdicts
    if delivery.isReplaced { keepClocks(of: delivery, judged.signalIDs, &verdicts) }
    // Taken out, so that adding to them copies nothing.
    var receipts = intake.receipts.removeValue(forKey: delivery.feed.id) ?? Receipts()
    var quarantine = intake.quarantine.removeValue(forKey: delivery.feed.id) ?? Quarantine()

    let reasons = delivery.reasons.map {
      var words = RejectionWords(
        $0, ledger: intake.ledger, receipts: receipts, quarantine: quarantine)
      // Nobody need correct a row any more that a correction stands in the place of.
      if delivery.isReplaced, words.fate == .malformed {
        words.fate = .superseded
        words.ledger = intake.ledger.arena.store("correction")
        words.receipt = .empty
      }
      return words
    }
    let admitted = AdmittedDelivery(judged, verdicts: verdicts, reasons: reasons, room: room)
    intake.ledger.append(admitted)
    let withheld = kept?.withheld(from: delivery, keys) ?? WithheldRows()
    receipts.append(admitted, without: withheld)
    let unreadable = quarantine.append(admitted, without: withheld)
    intake.receipts[delivery.feed.id] = receipts
    if quarantine.count > 0 { intake.quarantine[delivery.feed.id] = quarantine }

    if !delivery.isReplaced { keepUnlisted(admitted) }
    let rows = listedRows(verdicts, in: judged.order)
    for (place, municipality) in municipalities.enumerated() {
      intake.received[municipality.code]?.append(
        rows[place], of: delivery, ids: judged.signalIDs, room)
      guard delivery.feed.serves(municipality.code) else { continue }
      intake.deliveryLogs[municipality.code]?.append(
        feed: delivery.feed, file: delivery.name.file, period: delivery.period,
        receivedAt: delivery.receivedAt, status: delivery.isReplaced ? .replaced : .accepted,
        rows: delivery.rows, admitted: rows[place].count, unreadable: unreadable,
        reason: "")
    }
  }

  /// Counts the rows of a delivery that are not listed, and keeps what is told of those that are lawful.
  private mutating func keepUnlisted(_ admitted: AdmittedDelivery) {
    let unlisted = UnlistedRows(admitted, texts: intake.ledger.arena)
    for municipality in municipalities {
      let number = municipality.code.number
      unlisted.append(
        to: &intake.counts[municipality.code, default: IntakeCounts()], of: number,
        admitted.delivery.name)
      guard unlisted.holdsSetAside(of: number) else { continue }
      intake.setAside[municipality.code, default: SetAside()].append(admitted, of: number)
    }
  }

  /// The rows that go on, in canonical order, for each municipality.
  private func listedRows(_ verdicts: [Verdict], in order: [DeliveredRow]) -> [[Int]] {
    var rows = municipalities.map { _ in [Int]() }
    for entry in order {
      guard let row = entry.decoded, verdicts[row].fate == .listed,
        let place = places[verdicts[row].municipality]
      else { continue }
      rows[place].append(row)
    }
    return rows
  }

  public mutating func note(
    feed: FeedDefinition, file: String, period: String, diagnostic: Diagnostic
  ) {
    for municipality in municipalities where feed.serves(municipality.code) {
      intake.deliveryLogs[municipality.code]?.append(
        feed: feed, file: file, period: period, receivedAt: nil,
        status: file.isEmpty ? .missing : .refused, rows: 0, admitted: 0, unreadable: 0,
        reason: diagnostic.code.id)
    }
  }

  public mutating func finish() -> Intake { intake }
}
