public import Diagnostics
public import Model

/// What a run has come to, told while it goes on.
///
/// Nothing of a person: words of definitions, names of files, counts and seconds.
public enum RunEvent: Sendable {
  /// How much somebody must want to know to be told.
  public enum Weight: Sendable {
    case news
    case detail
  }

  /// The run has the lock and its keys.
  case began(referenceDate: CalendarDate, version: String)
  /// A delivery was taken in, refused, replaced, or is missing.
  case delivery(RunManifest.Input)
  /// A stage has ended.
  case stage(RunManifest.StageRecord)
  /// The names of the secrets that a municipality's ids need.
  case keys(municipality: MunicipalityCode, names: [String])
  /// Everything is written; `isNew` says whether it was not published before.
  case ended(runID: String, isNew: Bool, status: ExitStatus, rows: Int, seconds: Double)

  /// The event as a record of the log.
  public var record: (weight: Weight, message: String, fields: [LogField: String]) {
    switch self {
    case .began(let date, let version):
      (
        .news, "the run began",
        [.event: "run-began", .referenceDate: "\(date)", .version: version]
      )
    case .delivery(let input):
      (
        .news,
        input.status == "missing" ? "a delivery is missing" : "a delivery was \(input.status)",
        [
          .event: "delivery", .feed: input.feed, .delivery: input.delivery,
          .status: input.status, .rows: "\(input.rows)", .code: input.reason ?? "",
        ]
      )
    case .stage(let record):
      (
        .detail, "a stage ended",
        [
          .event: "stage", .stage: record.name, .municipality: record.municipality ?? "",
          .rowsIn: "\(record.rowsIn)", .rowsOut: "\(record.rowsOut)",
          .seconds: "\(record.seconds)",
        ]
      )
    case .keys(let municipality, let names):
      (
        .news, "the ids need these keys",
        [
          .event: "keys", .municipality: "\(municipality)",
          .keyNames: names.joined(separator: ", "),
        ]
      )
    case .ended(let runID, let isNew, let status, let rows, let seconds):
      (
        .news, isNew ? "the run ended" : "nothing new: this run was published before",
        [
          .event: "run-ended", .runID: runID, .exitCode: "\(status.rawValue)",
          .rows: "\(rows)", .seconds: "\(seconds)",
        ]
      )
    }
  }
}
