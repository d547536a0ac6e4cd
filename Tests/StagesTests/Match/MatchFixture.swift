import Model
import Pipeline

@testable import Stages

/// The parts of matching one by one, for tests.
enum MatchFixture {
  /// The records of rows, in their order.
  static func records(
    _ rows: [DeliveredRow], ids: [SignalID]? = nil, earlier: [Int: PersonID] = [:]
  ) throws -> MatchRecords {
    let table = try StageFixture.normalise(rows)
    let received = Received.of(rows)
    var records = MatchRecords()
    for row in rows.indices {
      records.append(
        row, of: table,
        MatchRecords.Origin(
          signalID: ids?[row] ?? received.keys.signalID[row],
          signalledOn: received.signalledOn[row],
          partner: received.arena[received.partner[row]],
          partnerType: received.partnerType[row],
          reference: received.arena[received.partnerReference[row]],
          earlierPerson: earlier[row] ?? .absent))
    }
    return records
  }

  /// Weighs pairs with the defaults of the model, whatever the records tell.
  static func weigher(_ records: MatchRecords) throws -> PairWeigher {
    let model = try ShippedModel.load()
    return PairWeigher(
      PairComparison(records: records, rarity: ValueRarity(records)), model: model,
      estimates: RunEstimates(MatchRecords(), model: model))
  }

  /// Every pair with its weight.
  static func allLinks(_ weigher: PairWeigher) -> [PersonLink] {
    let count = weigher.comparison.records.count
    return (0..<count).flatMap { first in
      (first + 1..<max(first + 1, count)).map { second in
        PersonLink(
          first: UInt32(first), second: UInt32(second), weight: weigher.weight(first, second))
      }
    }
  }

  /// The records of each person, compared all with all.
  static func persons(
    _ rows: [DeliveredRow], reviewed: ReviewedPairs = ReviewedPairs()
  ) throws -> [[Int]] {
    let weigher = try weigher(records(rows))
    return PersonClusters(allLinks(weigher), weigher, reviewed: reviewed).persons().map {
      Array($0)
    }
  }
}
