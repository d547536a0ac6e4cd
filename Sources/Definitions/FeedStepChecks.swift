import Diagnostics
import Model

/// The attestation of a feed, and whether each step is told by a column or attested.
struct FeedStepChecks {
  let feed: YAMLNode
  let problems: ProblemCollector

  /// The attestation as used.
  func attestation() -> StepAttestation? {
    guard let node = feed["attestation"], let from = node["from"]?.date,
      let source = node["source"]?.text
    else { return nil }
    let steps = (node["steps"]?.items ?? []).compactMap(\.text).map(PriorStepSet.init(letter:))
    return StepAttestation(
      steps: steps.reduce([]) { $0.union($1) }, validFrom: from, validTo: node["to"]?.date,
      source: source)
  }

  /// Notes an attestation that ends before it begins, and steps that nothing covers.
  func check(_ columns: [FeedColumn], _ sources: SourceRegister?) {
    sources?.check(feed["attestation"]?["source"], problems)
    let attestation = attestation()
    if let attestation, let to = attestation.validTo, to < attestation.validFrom,
      let written = feed["attestation"]?["to"]
    {
      problems.add(
        .contradiction, at: written.place,
        ["what": "to is before from", "hint": "make to the later day"])
    }
    guard let type = feed["partner"]?["type"], type.word(PartnerType.self)?.mustShowSteps == true
    else { return }
    let told = columns.reduce(into: attestation?.steps ?? []) { steps, column in
      guard case .field(let field, _) = column.use, let step = field.step else { return }
      steps.insert(PriorStepSet(step))
    }
    let missing = PriorStep.allCases.filter { !told.contains(PriorStepSet($0)) }.map(\.letter)
    guard !missing.isEmpty else { return }
    problems.add(
      .stepsNotCovered, at: type.place,
      [
        "steps": ["a", "b", "c", "d"].filter(missing.contains).joined(separator: ", "),
        "source": "besluit-gs/2",
      ])
  }
}
