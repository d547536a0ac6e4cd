import ArgumentParser

/// The command line.
///
/// One file per command stands in the folder Commands.
@main
struct Voorsein: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "voorsein",
    abstract: "Turns payment-arrears signals into one explained outreach list per municipality.",
    discussion: """
      Partners report arrears in gzipped CSV files; the law asks the municipality to offer help in \
      time. See README.md for the path of a signal.

      \(exitStatusTable)
      """,
    version: Version.current,
    subcommands: [
      Run.self, Merge.self, StageCommand.self, Plan.self, Check.self, Validate.self, Requeue.self,
      Explain.self,
      Diff.self, Evaluate.self, Train.self, Outcomes.self, Export.self, Forget.self, Erase.self,
      Subject.self, Verify.self, Audit.self, DoctorCommand.self, Sample.self, Describe.self,
    ])

  static func main() async {
    Crash.leaveNothingBehind()
    OwnFiles.keepForOwner()
    await main(nil)
  }
}
