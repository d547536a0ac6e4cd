import Diagnostics
import Logging

/// How a line of the log looks.
enum LogFormat: String, CaseIterable {
  case text
  case logfmt
  case json
}

/// Writes records of the log on standard error, each as one line, or a problem in words as a paragraph.
///
/// Only names of ``LogField`` are written: whatever else somebody gives to a record is left out.
struct LineLogHandler: LogHandler {
  /// A problem in the words of ``DiagnosticText``, for the format that people read.
  static let paragraph = "paragraph"

  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level
  let format: LogFormat
  /// Whether the journal of systemd reads along, and wants to know how bad each line is.
  let isForJournal: Bool

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let given = metadata.merging(event.metadata ?? [:]) { _, new in new }
    var pairs: [(name: String, value: String)] = []
    for field in LogField.allCases {
      if let value = given[field.rawValue] { pairs.append((field.rawValue, "\(value)")) }
    }
    let message = event.message.description
    switch format {
    case .text:
      var text = message
      if case .string(let paragraph)? = given[Self.paragraph] {
        text = paragraph
      } else {
        // The message says in words what happened.
        pairs.removeAll { $0.name == LogField.event.rawValue }
        text = ([message] + (pairs.isEmpty ? [] : [LogLine.logfmt(pairs)])).joined(separator: " ")
      }
      write(isForJournal ? Self.prefixed(text, event.level) : text)
    case .logfmt: write(LogLine.logfmt(Self.head(event) + pairs))
    case .json: write(LogLine.json(Self.head(event) + pairs))
    }
  }

  private static func head(_ event: LogEvent) -> [(name: String, value: String)] {
    [("level", event.level.rawValue), ("message", event.message.description)]
  }

  /// Every line with its severity, as sd-daemon(3) has it.
  private static func prefixed(_ text: String, _ level: Logger.Level) -> String {
    let number =
      switch level {
      case .critical: 2
      case .error: 3
      case .warning: 4
      case .notice: 5
      case .info: 6
      case .debug, .trace: 7
      }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "<\(number)>" + $0 }.joined(separator: "\n")
  }

  private func write(_ line: String) { Console.complain(line) }
}
