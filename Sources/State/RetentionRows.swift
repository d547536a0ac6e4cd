internal import GRDB
internal import Model
internal import Pipeline

/// How terms are asked of the tables of a state file.
enum RetentionRows {
  /// Where the term of a row of `signal` starts.
  static let start = """
    min(received_at, coalesce((SELECT min(accepted_on) FROM accepted_delivery
      WHERE accepted_delivery.sha256 = signal.delivery_sha256), received_at))
    """

  /// Whether a row of `signal` is within its term: the same as ``RetentionTerms/keeps(from:isPickedUp:)``.
  static let isWithinTerm = "\(start) >= iif(picked_up = 1, :pickedUp, :notPickedUp)"

  /// The arguments of ``isWithinTerm``.
  static func arguments(_ terms: RetentionTerms) -> [String: any DatabaseValueConvertible] {
    ["pickedUp": terms.pickedUp.description, "notPickedUp": terms.notPickedUp.description]
  }

  /// Whether what stands in a row of `case_entry` is past its term: the same as
  /// ``RetentionTerms/keepsCase(closedOn:)``, and never so for an open case.
  static let isPastClosing = "coalesce(closed_on < :closed, 0)"

  /// Removes what is past its term.
  static func forget(past terms: RetentionTerms, in database: Database) throws -> ForgottenRows {
    var gone = ForgottenRows()
    gone.cases = try delete(
      """
      FROM signal_case WHERE case_id IN (
        SELECT case_id FROM case_entry AS version WHERE \(isPastClosing) AND recorded_on = (
          SELECT max(recorded_on) FROM case_entry AS last WHERE last.case_id = version.case_id))
      """, ["closed": terms.closed.description], in: database)
    gone.signals = try delete(
      "FROM signal WHERE NOT (\(isWithinTerm))", arguments(terms), in: database)
    gone.openCases =
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM case_entry AS version WHERE closed_on IS NULL AND recorded_on = (
            SELECT max(recorded_on) FROM case_entry AS last WHERE last.case_id = version.case_id)
          """) ?? 0
    try dropOrphans(&gone, in: database)
    let records = ["records": terms.records.description]
    gone.others += try delete(
      """
      FROM person_change WHERE run_id IN (
        SELECT run_id FROM run WHERE reference_date < :records)
      """, records, in: database)
    gone.others += try delete("FROM erased WHERE erased_on < :records", records, in: database)
    gone.others += try delete(
      """
      FROM accepted_delivery WHERE accepted_on < :records
        AND (received_on IS NULL OR received_on < :records)
        AND sha256 NOT IN (SELECT sha256 FROM delivery)
      """, records, in: database)
    gone.others += try delete(
      """
      FROM run WHERE reference_date < :records
        AND run_id NOT IN (SELECT run_id FROM delivery)
        AND run_id NOT IN (SELECT run_id FROM accepted_delivery)
        AND run_id NOT IN (SELECT run_id FROM person_change)
        AND run_id NOT IN (SELECT reviewed_in FROM review)
        AND run_id NOT IN (SELECT lapsed_in FROM review WHERE lapsed_in IS NOT NULL)
      """, records, in: database)
    return gone
  }

  /// Removes what tells of signals that are no more.
  static func dropOrphans(_ gone: inout ForgottenRows, in database: Database) throws {
    gone.deliveries += try delete(
      "FROM delivery WHERE sha256 NOT IN (SELECT delivery_sha256 FROM signal)", in: database)
    gone.others += try delete(
      """
      FROM person_change WHERE person_id NOT IN (SELECT person_id FROM signal)
        AND other_person_id NOT IN (SELECT person_id FROM signal)
      """, in: database)
    gone.others += try delete(
      """
      FROM review WHERE signal_id NOT IN (SELECT signal_id FROM signal)
        OR other_signal_id NOT IN (SELECT signal_id FROM signal)
      """, in: database)
    gone.others += try delete(
      "FROM listed WHERE signal_id NOT IN (SELECT signal_id FROM signal)", in: database)
  }

  /// Everybody of whom a signal is remembered.
  static func persons(in database: Database) throws -> Set<PersonID> {
    Set(
      try String.fetchAll(database, sql: "SELECT DISTINCT person_id FROM signal").compactMap {
        PersonID($0)
      })
  }

  /// Deletes rows and says how many.
  static func delete(
    _ rest: String, _ arguments: [String: any DatabaseValueConvertible] = [:],
    in database: Database
  ) throws -> Int {
    let before = database.totalChangesCount
    try database.execute(sql: "DELETE \(rest)", arguments: StatementArguments(arguments))
    // Rows that go with them are counted with what they hang on.
    return database.totalChangesCount == before ? 0 : database.changesCount
  }
}
