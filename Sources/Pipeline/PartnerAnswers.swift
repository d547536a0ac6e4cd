internal import Definitions
internal import Diagnostics
internal import Model

/// What a run tells each partner about its deliveries, besides a receipt for every row.
///
/// Each feed's files hold what that partner sent and how it was read; nothing of another partner, and
/// nothing of what was done with a signal.
struct PartnerAnswers: Sendable {
  private var rejections: [FeedID: Rejections] = [:]
  private var receipts: [FeedID: DeliveryReceipts] = [:]
  private var headers: [FeedID: QuarantineHeaders] = [:]

  /// Tells about a delivery that was read to its end.
  ///
  /// - Parameters:
  ///   - delivery: The delivery.
  ///   - rejected: Its rejected rows, in canonical order.
  /// - Complexity: O(*n*) in the rejected rows.
  mutating func add(_ delivery: DecodedDelivery, rejected: [RejectedRow]) {
    let feed = delivery.feed.id
    receipts[feed, default: DeliveryReceipts()].append(
      delivery.name, period: delivery.period, receivedAt: delivery.receivedAt,
      sha256: delivery.sha256, rows: delivery.rows, unreadable: delivery.rejected.count,
      outcome: .accepted, reason: "")
    if !delivery.rejected.isEmpty {
      headers[feed, default: QuarantineHeaders()].append(delivery)
    }
    guard !delivery.rejected.isEmpty || !delivery.diagnostics.isEmpty else { return }
    var own = rejections[feed] ?? Rejections()
    rejections[feed] = nil
    for diagnostic in delivery.diagnostics { own.append(diagnostic, in: delivery.name.file) }
    own.append(rejected, of: delivery)
    rejections[feed] = own
  }

  /// Tells about a delivery that was refused, or did not come.
  mutating func add(
    refused name: DeliveryName, period: String, receivedAt: CalendarDate?, sha256: String,
    _ problems: [Diagnostic]
  ) {
    for problem in problems {
      rejections[name.feed, default: Rejections()].append(problem, in: name.file)
    }
    guard !name.file.isEmpty else { return }
    receipts[name.feed, default: DeliveryReceipts()].append(
      name, period: period, receivedAt: receivedAt, sha256: sha256, rows: 0, unreadable: 0,
      outcome: .refused, reason: problems.first?.code.id ?? "")
  }

  /// Writes the files of every feed into the folder of a run.
  func write(to folder: String) throws {
    for name in ["receipts", "rejections", "quarantine"] {
      try FileSystem.makeFolder("\(folder)/\(name)")
    }
    for (feed, table) in receipts {
      try StageFile.write(
        table, to: "\(folder)/receipts/\(feed).deliveries.csv", compressed: false)
    }
    for (feed, table) in rejections {
      try StageFile.write(table, to: "\(folder)/rejections/\(feed).csv", compressed: false)
    }
    for (feed, table) in headers {
      try StageFile.write(table, to: "\(folder)/quarantine/\(feed).headers.csv.gz")
    }
  }
}

extension DeliveryReceipts {
  fileprivate mutating func append(
    _ name: DeliveryName, period: String, receivedAt: CalendarDate?, sha256: String, rows: Int,
    unreadable: Int, outcome: DeliveryStatus, reason: String
  ) {
    feed.append(arena.store(name.feed.name))
    delivery.append(arena.store(name.file))
    self.period.append(arena.store(period))
    self.receivedAt.append(receivedAt)
    self.sha256.append(arena.store(sha256))
    self.rows.append(UInt32(truncatingIfNeeded: rows))
    self.unreadable.append(UInt32(truncatingIfNeeded: unreadable))
    self.outcome.append(outcome)
    self.reason.append(arena.store(reason))
  }
}

extension QuarantineHeaders {
  fileprivate mutating func append(_ delivery: DecodedDelivery) {
    feed.append(arena.store(delivery.feed.id.name))
    self.delivery.append(arena.store(delivery.name.file))
    receivedAt.append(delivery.receivedAt)
    header.append(arena.store(delivery.header))
  }
}
