internal import Diagnostics
internal import GRDB
internal import Model

// How a delivery stands in the table `accepted_delivery`.
extension AcceptedDelivery {
  /// Reads one row.
  ///
  /// - Parameter row: A row of the table `accepted_delivery`.
  /// - Throws: A diagnostic if a value is not what the schema promises.
  init(_ row: Row) throws {
    let received: String? = row["received_on"]
    guard let acceptedOn = CalendarDate(iso: row["accepted_on"] as String),
      received == nil || received.flatMap({ CalendarDate(iso: $0) }) != nil
    else {
      throw Diagnostic(
        .stateDamaged,
        [
          "path": "the table accepted_delivery",
          "reason": "a value is not what the schema promises",
        ])
    }
    self.init(
      name: DeliveryName(feed: FeedID(row["feed"]), file: row["name"]), period: row["period"],
      receivedAt: received.flatMap { CalendarDate(iso: $0) }, rows: row["rows"],
      sha256: row["sha256"], columns: row["columns"], hadChecksum: row["had_checksum"],
      acceptedOn: acceptedOn, replaces: row["replaces"])
  }

  /// Writes it; a delivery that was taken in before keeps the day it was first.
  func insert(into database: Database, run: String) throws {
    try database.execute(
      sql: """
        INSERT INTO accepted_delivery
          (feed, name, sha256, period, received_on, rows, columns, had_checksum, replaces,
           accepted_on, run_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (feed, name, sha256) DO UPDATE SET
          had_checksum = max(had_checksum, excluded.had_checksum),
          replaces = excluded.replaces,
          accepted_on = min(accepted_on, excluded.accepted_on)
        """,
      arguments: [
        name.feed.name, name.file, sha256, period, receivedAt?.description, rows, columns,
        hadChecksum, replaces, acceptedOn.description, run,
      ])
  }
}
