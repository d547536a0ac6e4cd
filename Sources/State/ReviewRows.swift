internal import Diagnostics
internal import GRDB
internal import Model
internal import Pipeline

/// How answers about pairs stand in the table `review`.
enum ReviewRows {
  /// Reads the answers that hold on a day.
  ///
  /// - Throws: A diagnostic if a value is not what the schema promises; it does not tell the value.
  static func read(from database: Database, before date: CalendarDate) throws -> Reviews {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT signal_id, other_signal_id, answer,
          iif(reviewed.reference_date < :date, weight, NULL)
        FROM review
        JOIN run AS reviewed ON reviewed.run_id = reviewed_in
        LEFT JOIN run AS lapsed ON lapsed.run_id = lapsed_in
        WHERE reviewed.reference_date <= :date
          AND (lapsed_in IS NULL OR lapsed.reference_date >= :date)
        ORDER BY signal_id, other_signal_id
        """,
      arguments: ["date": date.description])
    var reviews = Reviews()
    while let row = try rows.next() {
      guard let signal = SignalID(row[0] as String), let other = SignalID(row[1] as String),
        let answer = ReviewAnswer(rawValue: row[2])
      else {
        throw Diagnostic(
          .stateDamaged, ["path": "the table review", "reason": "a value is not of its kind"])
      }
      reviews.signalID.append(signal)
      reviews.otherSignalID.append(other)
      reviews.answer.append(answer)
      reviews.weight.append((row[3] as Int64?).map { Int32(truncatingIfNeeded: $0) })
    }
    return reviews
  }

  /// Remembers the answers that a run obeyed, lets those lapse that it did not, and drops those whose
  /// signals are no more.
  static func record(
    _ tables: MunicipalityTables, run: String, referenceDate: CalendarDate,
    in database: Database
  ) throws {
    let (reviews, pairs) = (tables.reviews, tables.reviewPairs)
    var lines: [Pair: Int] = [:]
    for line in 0..<pairs.count {
      lines[Pair(signal: pairs.signalID[line], other: pairs.otherSignalID[line])] = line
    }
    var kept: Set<Pair> = []
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO review (signal_id, other_signal_id, answer, weight, reviewed_in)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (signal_id, other_signal_id) DO UPDATE SET
          answer = excluded.answer, weight = excluded.weight, reviewed_in = excluded.reviewed_in,
          lapsed_in = NULL
        WHERE answer <> excluded.answer OR lapsed_in IS NOT NULL
        """)
    for row in 0..<reviews.count {
      let pair = Pair(signal: reviews.signalID[row], other: reviews.otherSignalID[row])
      let line = lines[pair]
      if line.map({ pairs.cause[$0] == .lapsed }) ?? false { continue }
      kept.insert(pair)
      try insert.execute(arguments: [
        pair.signal.description, pair.other.description, reviews.answer[row].rawValue,
        line.map { pairs.weight[$0] }, run,
      ])
    }
    let lapse = try database.makeStatement(
      sql: """
        UPDATE review SET lapsed_in = ?
        WHERE signal_id = ? AND other_signal_id = ? AND lapsed_in IS NULL
        """)
    let held = try read(from: database, before: referenceDate)
    for row in 0..<held.count {
      let pair = Pair(signal: held.signalID[row], other: held.otherSignalID[row])
      guard !kept.contains(pair) else { continue }
      try lapse.execute(arguments: [run, pair.signal.description, pair.other.description])
    }
    try database.execute(
      sql: """
        DELETE FROM review WHERE signal_id NOT IN (SELECT signal_id FROM signal)
          OR other_signal_id NOT IN (SELECT signal_id FROM signal)
        """)
  }

  private struct Pair: Hashable {
    var signal: SignalID
    var other: SignalID
  }
}
