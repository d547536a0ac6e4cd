internal import Definitions
public import Diagnostics
internal import Model

/// Removes what is past its term: first from the runs on disk, then from the state, which knows what somebody
/// acted on.
///
/// So a second call finds, and ends, what a killed one left.
///
/// - Source: `avg/5`.
public struct Forgetting: Sendable {
  private let request: RightsRequest
  private let memory: any PersonMemory

  /// Prepares it.
  public init(_ request: RightsRequest, memory: any PersonMemory) {
    self.request = request
    self.memory = memory
  }

  /// Forgets.
  ///
  /// - Parameter isTrial: Whether it is only counted what would go.
  /// - Returns: The certificate, and what the operator should know.
  /// - Throws: A diagnostic if something stops it; the next call goes on.
  public func run(isTrial: Bool = false) throws -> (certificate: Certificate, notes: [Diagnostic]) {
    let municipalities = request.municipalities
    let held = try request.hold(municipalities, memory)
    defer { withExtendedLifetime(held.lock) {} }
    var own: [String: RunSweep.Own] = [:]
    for municipality in municipalities {
      own[municipality.code.description] = RunSweep.Own(
        terms: RetentionTerms(municipality.retention, on: request.date),
        known: try memory.retained(of: municipality),
        earlierStarts: try memory.earlierStarts(of: municipality))
    }
    let shelf = try RunShelf(output: request.output, isTrial: isTrial)
    var swept = SweptRuns()
    var certificate = Certificate(request)
    let sweep = RunSweep(
      shelf: shelf, own: own,
      shortestMonths: Dictionary(
        request.pipeline.municipalities.map {
          ($0.code.description, $0.retention.shortestMonths)
        }, uniquingKeysWith: { first, _ in first }),
      date: request.date, isTrial: isTrial)
    // Runs hold several municipalities: they are swept once, within the acts of all of them.
    try within(municipalities[...], held.states, isTrial: isTrial) {
      swept = try sweep.sweep()
    } each: { municipality in
      let terms = RetentionTerms(municipality.retention, on: request.date)
      let gone = try memory.forget(past: terms, of: municipality, isTrial: isTrial)
      certificate.add(municipality, gone)
      return gone.counts
    }
    certificate.take(swept)
    for municipality in municipalities {
      certificate.auditHeads[municipality.code.description] = request.auditHead(municipality.code)
    }
    if !isTrial { try certificate.write(to: request.output) }
    return (certificate, notes(swept, shelf))
  }

  /// Does the work on the runs within an act of every municipality, then that of each on its state.
  private func within(
    _ municipalities: ArraySlice<MunicipalityDefinition>,
    _ states: [MunicipalityCode: HeldState], isTrial: Bool, _ work: () throws -> Void,
    each: (MunicipalityDefinition) throws -> [String: Int]
  ) throws {
    guard let first = municipalities.first, let state = states[first.code] else {
      return try work()
    }
    guard !isTrial else {
      try work()
      for municipality in municipalities { _ = try each(municipality) }
      return
    }
    try state.change(AuditedAct(.forget, reason: request.reason)) { act in
      try within(municipalities.dropFirst(), states, isTrial: isTrial, work, each: each)
      act.counts = try each(first)
    }
  }

  private func notes(_ swept: SweptRuns, _ shelf: RunShelf) -> [Diagnostic] {
    swept.lostByCurrent.map { Diagnostic(.currentRunLostFolder, ["municipality": $0]) }
      + shelf.unreadable.map { Diagnostic(.runUnreadable, ["run": $0]) }
      + pastDeliveries().map { Diagnostic(.deliveryPastTerm, ["delivery": $0]) }
  }

  /// The deliveries in the inbox that are past the terms of every municipality that they are for.
  private func pastDeliveries() -> [String] {
    guard let inbox = try? Inbox(folder: request.inbox, feeds: request.pipeline.feeds) else {
      return []
    }
    return inbox.entries.filter { entry in
      guard let received = entry.feed.delivery.name.read(entry.name.file)?.received else {
        return false
      }
      return request.pipeline.municipalities.allSatisfy { municipality in
        !entry.feed.serves(municipality.code)
          || !RetentionTerms(municipality.retention, on: request.date).keeps(
            from: received, isPickedUp: false)
      }
    }.map(\.name.file)
  }
}
