import Definitions
import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

/// Telling pairs, each weighed among the same five hundred other signals.
///
/// A line that a person would decide otherwise has a note that begins with `wrong:`; its decision is still
/// what the engine does.
@Suite("The bench of pairs")
struct PairBenchTests {
  @Test
  func `Every pair is decided as the file says`() throws {
    let pairs = try BenchPair.all()
    #expect(pairs.count >= 300)
    #expect(pairs.map(\.number) == (1...pairs.count).map(String.init))
    #expect(Set(pairs.map(\.note)).count == pairs.count)
    let others = try BenchPair.others()
    let table = try StageFixture.normalise(others + pairs.flatMap(\.rows))
    let received = Received.of(others + pairs.flatMap(\.rows))
    func origin(_ row: Int) -> MatchRecords.Origin {
      MatchRecords.Origin(
        signalID: received.keys.signalID[row], signalledOn: received.signalledOn[row],
        partner: received.arena[received.partner[row]],
        partnerType: received.partnerType[row],
        reference: received.arena[received.partnerReference[row]])
    }
    var municipality = MatchRecords()
    for row in others.indices { municipality.append(row, of: table, origin(row)) }

    let model = try ShippedModel.load()
    var found = pairs
    for index in pairs.indices {
      var records = municipality
      for row in [0, 1].map({ others.count + 2 * index + $0 }) {
        records.append(row, of: table, origin(row))
      }
      found[index].frozen = decide(records, model)[...]
    }
    let environment = ProcessInfo.processInfo.environment
    if environment["UPDATE_CASES"] == "1" {
      #expect(environment["CI"] == nil, "the bench is not rewritten in CI")
      if environment["CI"] == nil { try BenchPair.write(found) }
      return
    }
    for (pair, now) in zip(pairs, found) {
      #expect(pair.frozen == now.frozen, "pair \(pair.number), \(pair.note)")
    }
  }

  /// Decision, grade and weight of the last two records.
  private func decide(_ records: MatchRecords, _ model: LinkageModel) -> [String] {
    let (left, right) = (records.count - 2, records.count - 1)
    let comparison = PairComparison(records: records, rarity: ValueRarity(records))
    let weigher = PairWeigher(
      comparison, model: model, estimates: RunEstimates(MatchRecords(), model: model))
    let weight = weigher.weight(left, right)
    #expect(weigher.weight(right, left) == weight)
    let link = PersonLink(first: UInt32(left), second: UInt32(right), weight: weight)
    let clusters = PersonClusters([link], weigher, reviewed: ReviewedPairs())
    let persons = clusters.persons()
    let evidence = PersonGrades(persons, clusters, weigher).evidence
    let areOne = persons.contains { $0.contains(left) && $0.contains(right) }
    let isDoubtful =
      clusters.doubtful[left] || clusters.doubtful[right]
      || areOne && (evidence[left].grade == .doubtful || evidence[right].grade == .doubtful)
    return [
      isDoubtful ? "doubtful" : areOne ? "together" : "apart",
      evidence[right].grade.rawValue, bits(weight),
    ]
  }

  /// Hundredths of a bit as bits: `-1.05`.
  private func bits(_ weight: Int32) -> String {
    let size = abs(weight)
    let rest = size % 100
    return "\(weight < 0 ? "-" : "")\(size / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
