import ArgumentParser
import Definitions
import Diagnostics
import Pipeline

/// Says what a run would do.
struct Plan: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a run would do, stage by stage, and why. Nothing is written.")

  @OptionGroup var pipelineOptions: PipelineOptions

  @Option(help: "The last stage that would run.")
  var to: String?

  @Flag(help: "Print the plan as JSON.")
  var json = false

  func run() async throws {
    try await Console.reporting(pipelineOptions.logOptions.log()) {
      let plan = try pipelineOptions.runner(lastStage: to, updatesState: false).plan()
      if json {
        try Console.say(json: plan)
      } else {
        say(plan)
      }
      return .complete
    }
  }

  private func say(_ plan: RunPlan) {
    Console.say("run \(plan.runID) for \(plan.municipalities.joined(separator: ", "))")
    Console.say("")
    Console.say("deliveries:")
    for delivery in plan.deliveries {
      Console.say("  \(delivery.feed)  \(delivery.file)  \(delivery.sha256.prefix(12))")
    }
    if plan.deliveries.isEmpty { Console.say("  none") }
    Console.say("")
    Console.say("stages:")
    for step in plan.stages {
      let settings = step.settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      let detail = (["version \(step.version)"] + settings).joined(separator: ", ")
      Console.say("  \(step.runs ? "run " : "skip") \(step.name) (\(detail)): \(step.why)")
    }
    for issue in plan.issues {
      Console.say("")
      Console.say(issue)
    }
  }
}
