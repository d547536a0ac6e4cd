internal import Definitions
internal import Model
internal import Pipeline

/// Whether a row may be processed, for whom, and why not.
struct Verdict {
  /// The municipality's number; 0 when it is none of ours.
  var municipality: UInt16
  /// `listed` when the row is admitted; what becomes of it then is decided later.
  var fate: Fate
  /// Why not, without values; empty when admitted.
  var reason: String
}

/// The tests that a row passes before anything is done with it, in this order; the first that fails
/// gives the row its fate.
///
/// 1. It is of a municipality of the pipeline (`outside-municipality`).
/// 2. The partner's type may report there on that day (`unlawful`).
/// 3. The debtor did not object (`refused`).
/// 4. The debtor is a natural person (`legal-person`).
/// 5. There are arrears (`no-arrears`).
/// 6. They are in the window of age (`outside-window`) and
/// 7. reach the municipality's threshold (`below-threshold`); threats are exempt from both.
///
/// - Source: `wgs/3.1b`, `besluit-gs/2`, `lcv`.
struct AdmissionRules: Sendable {
  private let pipeline: PipelineDefinition
  private let finder: MunicipalityFinder
  private let byCode: [UInt16: MunicipalityDefinition]

  init(pipeline: PipelineDefinition) {
    self.pipeline = pipeline
    finder = MunicipalityFinder(pipeline: pipeline)
    byCode = Dictionary(
      pipeline.municipalities.map { ($0.code.number, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A verdict for each decoded row of a delivery.
  ///
  /// - Complexity: O(*n*).
  func verdicts(on delivery: DecodedDelivery) -> [Verdict] {
    let source = delivery.signals
    let folded = ByteArena(capacity: 256)
    return (0..<source.count).map { row in
      let code = finder.municipality(of: row, in: source, folded: folded)
      guard let municipality = byCode[code] else {
        return Verdict(municipality: 0, fate: .outsideMunicipality, reason: "postcode or place")
      }
      let refusal = refusal(
        of: row, in: source, objection: delivery.objection[row], feed: delivery.feed,
        municipality: municipality)
      return Verdict(
        municipality: code, fate: refusal?.fate ?? .listed, reason: refusal?.reason ?? "")
    }
  }

  private func refusal(
    of row: Int, in source: Received, objection: Bool, feed: FeedDefinition,
    municipality: MunicipalityDefinition
  ) -> (fate: Fate, reason: String)? {
    let type = source.partnerType[row]
    guard feed.serves(municipality.code) else { return (.unlawful, "feed not for municipality") }
    guard isAdmitted(type, in: municipality.code, on: source.signalledOn[row]) else {
      return (.unlawful, "partner type not admitted")
    }
    if objection { return (.refused, "objection") }
    if LegalForm.isLegalPerson(row: row, in: source) { return (.legalPerson, "legal form") }
    if source.amountCents[row] <= 0 { return (.noArrears, "amount not above zero") }
    if source.kind[row].isThreat { return nil }
    if let window = municipality.windows[type], let days = daysInArrears(row, source) {
      if days < window.fromDays { return (.outsideWindow, "under \(window.fromDays) days") }
      if let most = window.toDays, days > most { return (.outsideWindow, "over \(most) days") }
    }
    if let threshold = municipality.thresholds[type], source.amountCents[row] < threshold.cents {
      return (.belowThreshold, "under \(threshold.cents) cents")
    }
    return nil
  }

  private func isAdmitted(
    _ type: PartnerType, in municipality: MunicipalityCode, on date: CalendarDate
  ) -> Bool {
    pipeline.reference.admissions.contains { admission in
      admission.partnerType == type
        && (admission.municipality == nil || admission.municipality == municipality)
        && admission.validFrom <= date && date <= admission.validTo ?? date
    }
  }

  /// How old the arrears were when signalled; `nil` when the row does not say.
  private func daysInArrears(_ row: Int, _ source: Received) -> Int? {
    if let days = source.daysInArrears[row] { return Int(days) }
    if let arisen = source.arisenOn[row] { return arisen.days(until: source.signalledOn[row]) }
    return nil
  }
}
