internal import Definitions
internal import Model

/// What a list tells about the deliveries it rests on.
enum DeliveryWords {
  /// The deliveries of a log, by partner, period and file.
  static func deliveries(_ log: DeliveryLog, feeds: [FeedDefinition]) -> [WorklistDelivery] {
    let names = PartnerNames(feeds)
    let deliveries = (0..<log.count).map { row in
      WorklistDelivery(
        partner: names[log.arena[log.partner[row]].string],
        period: log.arena[log.period[row]].string, file: log.arena[log.delivery[row]].string,
        receivedAt: log.receivedAt[row], status: log.status[row], admitted: Int(log.admitted[row]),
        unreadable: Int(log.unreadable[row]), overdueSince: overdue(row, log))
    }
    let sorted = deliveries.sorted {
      ($0.partner, $0.period, $0.file) < ($1.partner, $1.period, $1.file)
    }
    return sorted.map { delivery in
      var delivery = delivery
      delivery.period = period(delivery.period)
      return delivery
    }
  }

  /// What the list lacks, one sentence for each delivery that is missing, was refused, or
  /// holds rows that cannot be read.
  static func gaps(_ deliveries: [WorklistDelivery]) -> [String] {
    deliveries.compactMap { delivery in
      let about = delivery.period.isEmpty ? "" : " over \(delivery.period)"
      return switch delivery.status {
      case .accepted: delivery.unreadable == 0 ? nil : unreadable(delivery, about: about)
      case .replaced: nil
      case .missing: "De levering van \(delivery.partner)\(about) is niet ontvangen."
      case .refused:
        "De levering van \(delivery.partner)\(about) is niet gebruikt, omdat er iets mis is met het bestand."
      }
    }
  }

  private static func overdue(_ row: Int, _ log: DeliveryLog) -> CalendarDate? {
    let words = log.arena[log.judgement[row]].split(at: UInt8(ascii: "|"))
    let isLate = words.contains { $0.string == DeliveryWord.late.rawValue }
    return isLate || log.status[row] == .missing ? log.dueOn[row] : nil
  }

  private static func unreadable(_ delivery: WorklistDelivery, about: String) -> String {
    let rows =
      delivery.unreadable == 1
      ? "1 regel niet lezen. Die staat" : "\(delivery.unreadable) regels niet lezen. Die staan"
    return "In de levering van \(delivery.partner)\(about) kunnen we \(rows) niet op deze lijst."
  }

  /// A period as a Dutch reader says it: `2026-10` is `oktober 2026`.
  static func period(_ period: String) -> String {
    let parts = period.split(separator: "-")
    guard parts.count == 2, parts[0].count == 4, let month = Int(parts[1]),
      (1...12).contains(month), parts[1].count == 2
    else { return period }
    return DutchText.month(month) + " " + parts[0]
  }
}

/// Names of partners by id.
struct PartnerNames {
  private var names: [String: String] = [:]

  /// Collects the names.
  init(_ feeds: [FeedDefinition]) {
    for feed in feeds { names[feed.partner.id] = feed.partner.name }
  }

  /// The name of a partner; the id when no feed knows it.
  subscript(id: String) -> String { names[id] ?? id }
}
