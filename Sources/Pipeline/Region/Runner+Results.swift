internal import Definitions
internal import Diagnostics
internal import Model

// How the run ended for each municipality, and for the region that they form.
extension Runner {
  /// Writes a result for each municipality, and one page about them all.
  ///
  /// - Throws: A diagnostic if a file cannot be written.
  func writeResults(
    _ finished: [FinishedMunicipality], _ beginning: RunBeginning, _ deliveries: ReadDeliveries,
    to folder: String
  ) throws {
    guard options.includes(parts.publish.stage.name) else { return }
    // What was found in deliveries stands in the results of the run whose files are taken over.
    let earlier = beginning.earlierRun.map { MunicipalityResult.all(in: $0) } ?? []
    let rows = rowsByFate(of: beginning.intake.ledger)
    var results: [MunicipalityResult] = []
    for municipality in finished {
      guard let figures = municipality.figures,
        let definition = pipeline.municipalities.first(where: { $0.code == municipality.code })
      else { continue }
      let result = result(
        of: definition, municipality, figures, rows[municipality.code.number] ?? [:], deliveries,
        after: earlier.first { $0.municipality == municipality.code.description })
      try FileSystem.write(
        result.json(), to: "\(folder)/\(municipality.code)/\(MunicipalityResult.fileName)")
      results.append(result)
    }
    if !results.isEmpty { try parts.overview(results, options.referenceDate, folder) }
  }

  /// How many rows came to each end, by the number of their municipality.
  private func rowsByFate(of ledger: Ledger) -> [UInt16: [Fate: Int]] {
    var rows: [UInt16: [Fate: Int]] = [:]
    for row in 0..<ledger.count {
      rows[ledger.municipality[row], default: [:]][ledger.fate[row], default: 0] += 1
    }
    return rows
  }

  private func result(
    of definition: MunicipalityDefinition, _ finished: FinishedMunicipality,
    _ figures: RunFigures, _ rows: [Fate: Int], _ deliveries: ReadDeliveries,
    after earlier: MunicipalityResult?
  ) -> MunicipalityResult {
    let code = definition.code
    var byFate: [String: Int] = [:]
    for fate in Fate.allCases { byFate[fate.rawValue] = rows[fate] ?? 0 }
    var doubts: [String: Int] = [:]
    var status =
      earlier.flatMap { ExitStatus(rawValue: Int32($0.exitCode)) } ?? deliveries.inheritedStatus
    for kind in deliveries.issues.kinds
    where (kind.of ?? code) == code && !isOfAnother(kind.first, than: code) {
      let own = kind.first.code.effect.exitStatus
      if own.rawValue > status.rawValue { status = own }
      guard let feed = kind.first.location.feed,
        let served = pipeline.feeds.first(where: { $0.id.name == feed }), !served.serves(code)
      else {
        doubts[kind.first.code.id, default: 0] += kind.count
        continue
      }
    }
    doubts.merge(earlier?.doubts ?? [:], uniquingKeysWith: max)
    return MunicipalityResult(
      municipality: code.description, name: definition.name,
      referenceDate: options.referenceDate.description,
      status: status == .complete ? "complete" : "incomplete", exitCode: Int(status.rawValue),
      rowsByFate: byFate, deliveries: finished.deliveries, doubts: doubts,
      published: MunicipalityResult.Published(figures))
  }

  /// Whether a problem is about another municipality of the pipeline alone.
  private func isOfAnother(_ problem: Diagnostic, than code: MunicipalityCode) -> Bool {
    let named = [problem.location.municipality, problem.facts["municipality"]].compactMap { $0 }
    let folders = (problem.location.file ?? "").split(separator: "/").map(String.init)
    return (named + folders).contains { word in
      word != code.description
        && pipeline.allMunicipalities.contains { $0.code.description == word }
    }
  }
}

extension MunicipalityResult.Delivery {
  /// The deliveries of a municipality about which there is something to say.
  static func notable(in log: DeliveryLog) -> [MunicipalityResult.Delivery] {
    (0..<log.count).compactMap { row in
      let words = log.arena[log.judgement[row]].split(at: UInt8(ascii: "|")).map(\.string)
        .filter { !$0.isEmpty }
      guard log.status[row] != .accepted || !words.isEmpty else { return nil }
      return MunicipalityResult.Delivery(
        feed: log.arena[log.feed[row]].string, delivery: log.arena[log.delivery[row]].string,
        period: log.arena[log.period[row]].string, status: log.status[row].rawValue,
        code: log.arena[log.reason[row]].string, words: words)
    }
  }
}
