internal import Definitions
internal import Model

/// What became of the deliveries of each partner.
///
/// It counts files, never rows.
struct DeliveryFigures {
  /// What is told of a delivery; one delivery can be several.
  enum Quality: String, CaseIterable {
    case accepted = "Gebruikt"
    case late = "Te laat"
    case missing = "Niet ontvangen"
    case refused = "Niet te gebruiken"
    case replaced = "Vervangen door een correctie"
    case unreadable = "Met regels die niet te lezen zijn"
    case volume = "Veel kleiner of groter dan anders"
  }

  /// A line for each partner and quality, by the partner's name.
  let lines: [IndicatorLine]

  /// Counts the deliveries.
  init(_ log: DeliveryLog, feeds: [FeedDefinition]) {
    let names = PartnerNames(feeds)
    var counts: [String: [Quality: Int]] = [:]
    for row in 0..<log.count {
      let partner = names[log.arena[log.partner[row]].string]
      for quality in Self.qualities(row, log) {
        counts[partner, default: [:]][quality, default: 0] += 1
      }
    }
    lines = counts.keys.sorted().flatMap { partner in
      Quality.allCases.map { quality in
        IndicatorLine(
          IndicatorPeriod(code: "totaal", name: quality.rawValue), group: partner,
          .figure(PublishedFigure(impersonal: counts[partner]?[quality] ?? 0)))
      }
    }
  }

  /// What the figures lack, one sentence each, without a number of rows.
  static func gaps(_ deliveries: [WorklistDelivery]) -> [String] {
    deliveries.flatMap { delivery in
      var delivery = delivery
      let hasUnreadable = delivery.status == .accepted && delivery.unreadable > 0
      delivery.unreadable = 0
      let about = delivery.period.isEmpty ? "" : " over \(delivery.period)"
      return DeliveryWords.gaps([delivery])
        + (hasUnreadable
          ? ["In de levering van \(delivery.partner)\(about) zijn regels die we niet kunnen lezen."]
          : [])
    }
  }

  private static func qualities(_ row: Int, _ log: DeliveryLog) -> [Quality] {
    let words = log.arena[log.judgement[row]].split(at: UInt8(ascii: "|")).map(\.string)
    func says(_ word: DeliveryWord) -> Bool { words.contains(word.rawValue) }
    var found: [Quality] =
      switch log.status[row] {
      case .accepted: [.accepted]
      case .refused: [.refused]
      case .missing: [.missing]
      case .replaced: [.replaced]
      }
    if says(.late) { found.append(.late) }
    if says(.shrunk) || says(.grown) { found.append(.volume) }
    if log.unreadable[row] > 0 { found.append(.unreadable) }
    return found
  }
}
