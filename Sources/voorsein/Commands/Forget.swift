import ArgumentParser
import Diagnostics
import Pipeline
import State

/// Removes what is past its term.
struct Forget: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Remove what is past its term, from the state and from the runs.",
    discussion: """
      Each municipality's definition says how long. A signal nobody acted on, one somebody acted on and a \
      closed case have terms of their own; open cases stay. A municipality's folder of a run goes as soon \
      as it holds one signal past its term; its figures stay in cijfers/. Writes a certificate that holds \
      counts alone. Run it after each night. docs/retention.md has the rules.
      """)

  @OptionGroup var options: RightsOptions

  @Flag(help: "Count what would go, and remove nothing.")
  var dryRun = false

  @Flag(help: "Print the certificate as JSON.")
  var json = false

  func run() async throws {
    try await Console.reporting {
      let request = try options.request()
      let (certificate, notes) = try Forgetting(
        request, memory: StateStore(folder: request.state)
      ).run(isTrial: dryRun)
      for note in notes { Console.complain(DiagnosticText.paragraph(note)) }
      if json {
        try Console.say(json: certificate)
      } else {
        for own in certificate.municipalities {
          let removed = own.removed
          Console.say(
            "\(own.municipality): \(removed.signals) signals, \(removed.cases) closed cases, "
              + "\(removed.identities) identities; \(removed.openCases) open cases stay")
        }
        Console.say(
          "\(certificate.runFolders) folders of runs, \(certificate.files.files) files, "
            + "\(certificate.files.bytes) bytes")
        if dryRun { Console.say("nothing was removed: this was a trial") }
      }
      let isIncomplete = notes.contains { $0.code.effect.exitStatus != .complete }
      return isIncomplete ? .incomplete : .complete
    }
  }
}
