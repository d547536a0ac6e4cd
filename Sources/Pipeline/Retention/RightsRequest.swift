public import Definitions
internal import Diagnostics
public import Model

/// What `forget`, `erase` and `subject` are asked, beside whom it is about.
public struct RightsRequest: Sendable {
  /// The whole pipeline.
  public var pipeline: PipelineDefinition
  /// The municipalities that it is about; all of the pipeline if empty.
  public var codes: [MunicipalityCode]
  public var inbox: String
  public var output: String
  public var state: String
  /// The day on which it is asked.
  public var date: CalendarDate
  /// Why; the audit keeps it.
  public var reason: String
  /// How many seconds to wait for a run that is going on.
  public var wait: Int
  /// The version of the program.
  public var version: String

  /// Puts the parts together.
  public init(
    pipeline: PipelineDefinition, codes: [MunicipalityCode], inbox: String, output: String,
    state: String, date: CalendarDate, reason: String, wait: Int, version: String
  ) {
    self.pipeline = pipeline
    self.codes = codes
    self.inbox = inbox
    self.output = output
    self.state = state
    self.date = date
    self.reason = reason
    self.wait = wait
    self.version = version
  }

  /// The municipalities that it is about.
  var municipalities: [MunicipalityDefinition] {
    pipeline.municipalities.filter { codes.isEmpty || codes.contains($0.code) }
  }

  /// Holds the output folder, and the state of municipalities in the order of their codes.
  func hold(
    _ municipalities: [MunicipalityDefinition], _ memory: any Memory
  ) throws -> (lock: RunLock, states: [MunicipalityCode: HeldState]) {
    let lock = try RunLock(folder: output, waiting: wait)
    var states: [MunicipalityCode: HeldState] = [:]
    for municipality in municipalities.sorted(by: { $0.code < $1.code }) {
      states[municipality.code] = try memory.hold(
        municipality.code, waiting: wait)
    }
    return (lock, states)
  }

  /// The head of the audit of a municipality, if there is one.
  func auditHead(_ code: MunicipalityCode) -> String? {
    (try? FileSystem.read("\(state)/\(code).audit.head")).map { bytes in
      String(decoding: bytes, as: UTF8.self).filter { $0 != "\n" }
    }
  }
}

/// What a run without somebody begins with.
public struct ReworkedRun: Sendable {
  /// The files of the current run, without the person.
  var folder: String
  /// Tells this run apart from others on the same files.
  var mark: String
}

/// Whom a request is about.
public enum RightsSubject: Sendable {
  /// A person, with all signals.
  case person(PersonID)
  /// One signal alone.
  case signal(SignalID)
}
