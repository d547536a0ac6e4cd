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
  public static let version = 2
  public static let reads: [Dataset] = []
  public static let writes: [Dataset] = [.deliveries, .received]
  public static let settings: [Setting] = []

  private let admission: AdmissionRules
  private let municipalities: [MunicipalityDefinition]
  private let keys: [UInt16: MunicipalityKeys]
  var intake = Intake()

  public init(
    settings: [String: Int], pipeline: PipelineDefinition,
    keys: [MunicipalityCode: MunicipalityKeys]
  ) {
    admission = AdmissionRules(pipeline: pipeline)
    municipalities = pipeline.municipalities
    self.keys = Dictionary(
      keys.map { ($0.key.number, $0.value) }, uniquingKeysWith: { first, _ in first })
    for municipality in pipeline.municipalities {
      intake.received[municipality.code] = Received()
      intake.deliveryLogs[municipality.code] = DeliveryLog()
    }
  }

  public func judge(_ delivery: DecodedDelivery) -> JudgedDelivery {
    let source = delivery.signals
    let verdicts = admission.verdicts(on: delivery)
    let scratch = ByteArena(capacity: 1024)
    var signalIDs = [SignalID](repeating: .absent, count: source.count)
    for row in 0..<source.count {
      guard !verdicts[row].leavesNothing, let keys = keys[verdicts[row].municipality] else {
        continue
      }
      signalIDs[row] = SignalIdentity.id(of: row, in: source, key: keys.signal, scratch: scratch)
    }
    return JudgedDelivery(
      delivery, verdicts: verdicts, signalIDs: signalIDs, order: CanonicalOrder.of(delivery))
  }

  public mutating func admit(_ judged: JudgedDelivery) {
    let delivery = judged.delivery
    let source = delivery.signals
    let signalIDs = judged.signalIDs
    let index = UInt32(intake.ledger.keys.deliveries.count)
    intake.ledger.keys.deliveries.append(delivery.name)
    var verdicts = judged.verdicts
    if delivery.isReplaced { keepClocks(of: delivery, signalIDs, &verdicts) }

    var admitted: [UInt16: [Int]] = [:]
    // Taken out, so that adding to them copies nothing.
    var receipts = intake.receipts.removeValue(forKey: delivery.feed.id) ?? Receipts()
    var quarantine = intake.quarantine.removeValue(forKey: delivery.feed.id) ?? Quarantine()
    let receiptIndex = UInt32(receipts.keys.deliveries.count)
    receipts.keys.deliveries.append(delivery.name)
    let quarantineIndex = UInt32(quarantine.keys.deliveries.count)
    quarantine.keys.deliveries.append(delivery.name)

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

    for entry in judged.order {
      if let row = entry.decoded {
        let verdict = verdicts[row]
        intake.ledger.append(
          delivery: index, row: source.keys.row[row], id: signalIDs[row],
          municipality: verdict.municipality, fate: verdict.fate,
          reason: verdict.fate == .listed ? .empty : intake.ledger.arena.store(verdict.reason))
        receipts.append(
          delivery: receiptIndex, row: source.keys.row[row], id: signalIDs[row],
          reference: source.arena[source.partnerReference[row]],
          receivedAt: source.receivedAt[row], fate: verdict.fate,
          reason: receipts.reason(of: verdict),
          digest: verdict.fate == .refused ? nil : delivery.contentDigest[row])
        if verdict.fate == .listed { admitted[verdict.municipality, default: []].append(row) }
      } else {
        let rejected = delivery.rejected[entry.rejected]
        let reason = reasons[Int(rejected.reason)]
        intake.ledger.append(
          delivery: index, row: rejected.row, id: .absent, municipality: 0, fate: reason.fate,
          reason: reason.ledger)
        receipts.append(
          delivery: receiptIndex, row: rejected.row, id: .absent,
          reference: delivery.rejectedArena[rejected.partnerReference],
          receivedAt: delivery.receivedAt, fate: reason.fate, reason: reason.receipt,
          digest: reason.withholdsContent ? nil : rejected.digest)
        guard reason.fate == .malformed else { continue }
        quarantine.append(
          delivery: quarantineIndex, rejected, content: delivery.rejectedArena[rejected.content],
          reason: reason)
      }
    }
    let unreadable = delivery.rejected.count { reasons[Int($0.reason)].fate == .malformed }
    intake.receipts[delivery.feed.id] = receipts
    if quarantine.count > 0 { intake.quarantine[delivery.feed.id] = quarantine }

    for municipality in municipalities {
      let rows = admitted[municipality.code.number] ?? []
      if !rows.isEmpty {
        intake.received[municipality.code]?.append(
          rows, of: source, delivery: delivery.name, ids: signalIDs)
      }
      guard delivery.feed.serves(municipality.code) else { continue }
      intake.deliveryLogs[municipality.code]?.append(
        feed: delivery.feed, file: delivery.name.file, period: delivery.period,
        receivedAt: delivery.receivedAt, status: delivery.isReplaced ? .replaced : .accepted,
        rows: delivery.rows, admitted: rows.count, unreadable: unreadable,
        reason: "")
    }
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
