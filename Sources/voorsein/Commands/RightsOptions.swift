import ArgumentParser
import Definitions
import Diagnostics
import Model
import Pipeline
import State

/// What `forget`, `erase` and `subject` have in common.
struct RightsOptions: ParsableArguments {
  @Argument(help: "The pipeline definition.", completion: .file(extensions: ["yml"]))
  var pipeline: String

  @Option(help: "The folder with the deliveries; the pipeline names one otherwise.")
  var inbox: String?

  @Option(help: "The folder of the runs; the pipeline names one otherwise.")
  var output: String?

  @Option(help: "The folder with the state; the pipeline names one otherwise.")
  var state: String?

  @Option(
    name: .customLong("municipality"),
    help: "Only this municipality, by its code; can be given more than once.")
  var municipalities: [MunicipalityCode] = []

  @Option(
    help: "Why, in a few words without anything of a person: it is kept for good.")
  var reason: String

  @Option(
    help: "The day on which it is asked, as 2026-10-31, not later than today; today otherwise.")
  var referenceDate: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "How long to wait for a run that is going on.", valueName: "seconds"))
  var waitLock: Int = 0

  func validate() throws {
    guard reason.contains(where: { !$0.isWhitespace }), reason.count <= 200,
      !reason.contains(where: \.isNewline)
    else { throw ValidationError("--reason is one line of 1 to 200 characters.") }
    guard waitLock >= 0 else { throw ValidationError("--wait-lock is not negative.") }
  }

  /// The request.
  func request() throws -> RightsRequest {
    let definition = try Assembly.pipeline(pipeline, serving: municipalities)
    let today = Today.inAmsterdam()
    let date = referenceDate ?? today
    guard date <= today else {
      throw Diagnostic(.referenceDateInFuture, ["date": date.description])
    }
    return RightsRequest(
      pipeline: definition, codes: municipalities, inbox: inbox ?? definition.inbox,
      output: output ?? definition.output, state: state ?? definition.state, date: date,
      reason: reason, wait: waitLock, version: Version.current)
  }
}
