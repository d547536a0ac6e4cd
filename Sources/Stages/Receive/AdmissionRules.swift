internal import Definitions
internal import Model
internal import Pipeline

extension Verdict {
  /// Whether nothing may be derived from the row, not even a keyed id.
  ///
  /// - Source: `wgs/3.1b`, `besluit-gs/2`.
  var leavesNothing: Bool {
    switch fate {
    case .outsideMunicipality, .unlawful, .refused: true
    default: leavesNoTrace
    }
  }
}

/// The tests that a row passes before anything is done with it, in this order; the first that fails
/// gives the row its fate.
///
/// 1. It is of a municipality of the pipeline (`outside-municipality`).
/// 2. The partner may report there, this kind, on that day (`unlawful`).
/// 3. The debtor did not object (`refused`).
/// 4. The partner took the steps that come before a report (`unlawful`).
/// 5. The debtor is a natural person (`legal-person`).
/// 6. There are arrears (`no-arrears`).
/// 7. They are in the window of age (`outside-window`) and
/// 8. reach the municipality's threshold (`below-threshold`); threats are exempt from both.
///
/// - Source: `wgs/3.1b`, `besluit-gs/2`, `lcv`.
struct AdmissionRules: Sendable {
  private let admissions: [Admission]
  private let finder: MunicipalityFinder
  private let municipalities: [MunicipalityDefinition]
  private let places: MunicipalityPlaces
  /// Those of other parts of the run.
  private let elsewhere: Set<UInt16>

  init(pipeline: PipelineDefinition) {
    admissions = pipeline.admissions
    finder = MunicipalityFinder(pipeline: pipeline)
    municipalities = pipeline.municipalities
    places = MunicipalityPlaces(pipeline.municipalities)
    elsewhere = Set(pipeline.elsewhere.map(\.code.number))
  }

  /// A verdict for each decoded row of a delivery.
  ///
  /// - Complexity: O(*n*).
  func verdicts(on delivery: DecodedDelivery) -> [Verdict] {
    let source = delivery.signals
    let steps = StepTest(delivery.feed)
    let tests = municipalities.map { MunicipalityTests($0, delivery.feed, admissions) }
    let folded = ByteArena(capacity: 256)
    return (0..<source.count).map { row in
      let code = finder.municipality(of: row, in: source, folded: folded)
      guard let place = places[code] else {
        return Verdict(
          municipality: 0, fate: .outsideMunicipality,
          reason: elsewhere.contains(code) ? Verdict.elsewhere : "postcode or place")
      }
      let tests = tests[place]
      func verdict(_ fate: Fate, _ reason: String) -> Verdict {
        Verdict(municipality: code, fate: fate, reason: reason)
      }
      let day = source.signalledOn[row]
      if let reason = tests.admission(source.kind[row], on: day) {
        return verdict(.unlawful, reason)
      }
      if delivery.objection[row] { return verdict(.refused, "objection") }
      let told = delivery.steps.isEmpty ? PriorSteps() : delivery.steps[row]
      if let reason = steps.reason(told, on: day) { return verdict(.unlawful, reason) }
      if LegalForm.isLegalPerson(row: row, in: source) {
        return verdict(.legalPerson, "legal form")
      }
      if source.amountCents[row] <= 0 { return verdict(.noArrears, "amount not above zero") }
      if source.kind[row].isThreat { return verdict(.listed, "") }
      if let reason = tests.window?.reason(
        days: source.daysInArrears[row], arisenOn: source.arisenOn[row], signalledOn: day)
      {
        return verdict(.outsideWindow, reason)
      }
      if let threshold = tests.threshold, source.amountCents[row] < threshold.cents {
        return verdict(.belowThreshold, threshold.reason)
      }
      return verdict(.listed, "")
    }
  }
}

/// What one municipality asks of the rows of one feed, prepared once for a delivery.
private final class MunicipalityTests {
  private let servesFeed: Bool
  private let admissions: AdmissionTest
  let window: WindowTest?
  let threshold: (cents: Int64, reason: String)?

  init(
    _ municipality: MunicipalityDefinition, _ feed: FeedDefinition, _ admissions: [Admission]
  ) {
    servesFeed = feed.serves(municipality.code)
    self.admissions = AdmissionTest(
      admissions, partner: feed.partner, municipality: municipality.code)
    window = municipality.windows[feed.partner.type].map(WindowTest.init)
    threshold = municipality.thresholds[feed.partner.type].map {
      ($0.cents, "under \($0.cents) cents")
    }
  }

  /// Why a signal may not come from this feed, or `nil` when it may.
  @inline(__always)
  func admission(_ kind: SignalKind, on day: CalendarDate) -> String? {
    servesFeed ? admissions.reason(kind, on: day) : "feed not for this municipality"
  }
}
