import Diagnostics
import Glibc
import Logging
import Pipeline

/// What a command tells about its work, on standard error.
struct RunLog {
  private let logger: Logger

  /// Creates a log.
  ///
  /// - Parameters:
  ///   - format: How it looks.
  ///   - level: What is too small to be told.
  init(_ format: LogFormat = .text, level: Logger.Level = .notice) {
    let isForJournal = format == .text && Self.journalReadsAlong()
    logger = Logger(label: "voorsein") { _ in
      LineLogHandler(logLevel: level, format: format, isForJournal: isForJournal)
    }
  }

  /// Tells of a problem.
  ///
  /// - Parameters:
  ///   - diagnostic: The problem.
  ///   - count: How many are like it.
  func tell(_ diagnostic: Diagnostic, count: Int = 1) {
    var fields: [LogField: String] = [
      .event: "problem", .code: diagnostic.code.id, .help: DiagnosticText.help(diagnostic),
    ]
    let location = diagnostic.location
    fields[.municipality] = location.municipality
    fields[.feed] = location.feed
    fields[location.feed == nil ? .place : .delivery] = location.file
    fields[.column] = location.column
    fields[.row] = location.row.map(String.init)
    if count > 1 { fields[.more] = String(count - 1) }
    var metadata = Self.metadata(fields)
    metadata[LineLogHandler.paragraph] = .string(DiagnosticText.paragraph(diagnostic, count: count))
    let level: Logger.Level =
      switch diagnostic.code.effect.word {
      case "error": .error
      case "warning": .warning
      default: .notice
      }
    logger.log(level: level, "\(DiagnosticText.sentence(diagnostic))", metadata: metadata)
  }

  /// Tells what a run has come to.
  func tell(_ event: RunEvent) {
    let (level, message, fields) = event.record
    logger.log(
      level: level == .detail ? .debug : .info, "\(message)", metadata: Self.metadata(fields))
  }

  private static func metadata(_ fields: [LogField: String]) -> Logger.Metadata {
    var metadata: Logger.Metadata = [:]
    for (field, value) in fields where !value.isEmpty { metadata[field.rawValue] = .string(value) }
    return metadata
  }

  /// Whether standard error is a stream of the journal: the service manager names its device and inode.
  private static func journalReadsAlong() -> Bool {
    guard let stream = getenv("JOURNAL_STREAM").map({ String(cString: $0) }) else { return false }
    var status = stat()
    guard fstat(STDERR_FILENO, &status) == 0 else { return false }
    return stream == "\(status.st_dev):\(status.st_ino)"
  }
}
