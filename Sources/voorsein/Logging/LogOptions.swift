import ArgumentParser
import Logging

extension LogFormat: ExpressibleByArgument {}

/// From which weight on the log tells things.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
  case error
  case warning
  case notice
  case info
  case debug

  var level: Logger.Level {
    switch self {
    case .error: .error
    case .warning: .warning
    case .notice: .notice
    case .info: .info
    case .debug: .debug
    }
  }
}

/// What the log on standard error tells, and how.
struct LogOptions: ParsableArguments {
  @Option(help: "How standard error looks: text for people, logfmt or json for programs.")
  var logFormat = LogFormat.text

  @Option(
    help: """
      What standard error tells: error, warning, notice (also what is worth knowing of the data), info (also \
      what was done), debug (also each stage). notice when absent, info with --verbose.
      """)
  var logLevel: LogLevel?

  /// The log.
  ///
  /// - Parameter verbose: Whether more is told when no level was asked for.
  /// - Returns: The log as the options ask for it.
  func log(verbose: Bool = false) -> RunLog {
    RunLog(logFormat, level: (logLevel ?? (verbose ? .info : .notice)).level)
  }
}
