internal import Definitions
internal import Model

/// Whether the partner took the steps that come before a report.
///
/// A step that a row denies is missing. One that a row does not tell is missing where the law asks for
/// it and the partner did not attest it for that day.
///
/// - Source: `besluit-gs/2`.
struct StepTest: Sendable {
  private let attestation: StepAttestation?
  private let mustShow: PriorStepSet
  /// The steps that hold for every row: who has a column of objections and names none did not object.
  private let implied: PriorStepSet

  init(_ feed: FeedDefinition) {
    attestation = feed.attestation
    mustShow = feed.partner.type.mustShowSteps ? .all : []
    let hasObjections = feed.columns.contains { column in
      if case .field(.objection, _) = column.use { true } else { false }
    }
    implied = hasObjections ? PriorStepSet(.noRefusal) : []
  }

  /// Which step is missing, or `nil` when none is.
  @inline(__always)
  func reason(_ steps: PriorSteps, on day: CalendarDate) -> String? {
    if let step = steps.notTaken.first { return StepTest.denied[Int(step.rawValue)] }
    let untold = mustShow.subtracting(steps.taken).subtracting(implied)
    if untold.isEmpty { return nil }
    guard let step = untold.subtracting(attestation?.steps(on: day) ?? []).first else {
      return nil
    }
    return StepTest.untold[Int(step.rawValue)]
  }

  private static let denied = PriorStep.allCases.map { "step \($0.letter) not taken" }
  private static let untold = PriorStep.allCases.map { "step \($0.letter) not attested" }
}
