/// What a line of the log may say: nothing else reaches it, so that no value of a person can.
///
/// Each holds a word of the definitions, the name of a file, a column or a code, a date, or a count. A new one
/// needs a reason why it can never be about a person.
public enum LogField: String, CaseIterable, Sendable {
  case event
  case version
  case runID = "run_id"
  case referenceDate = "reference_date"
  case municipality
  case feed
  /// The name of a file in the inbox.
  case delivery
  case status
  case stage
  case code
  /// Where in a delivery or a definition.
  case place
  case column
  case row
  /// How many more are like it.
  case more
  case help
  case rows
  case rowsIn = "rows_in"
  case rowsOut = "rows_out"
  case seconds
  case keyNames = "key_names"
  case exitCode = "exit_code"
  case finishedAt = "finished_at"
}
