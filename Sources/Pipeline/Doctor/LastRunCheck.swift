/// Whether lists were published lately.
struct LastRunCheck: HealthCheck {
  static let name = "last run"

  private static let help = "look why: the journal or the mail of cron, and issues.jsonl of the run"
  private static let day = 86_400

  func findings(of installation: Installation, on machine: any Machine) -> [Finding] {
    guard let output = installation.output else { return [] }
    guard let last = LastRun(of: output, on: machine) else {
      return [ok("there is no run yet")]
    }
    let days = max(0, machine.secondsSinceEpoch - last.modified) / Self.day
    let said =
      "the last lists were published "
      + (days == 0 ? "less than a day ago" : days == 1 ? "1 day ago" : "\(days) days ago")
    if days >= 7 { return [problem(said + "; legal days go on", help: Self.help)] }
    if days >= 2 { return [warning(said + "; every night is usual", help: Self.help)] }
    if let refused = last.laterRefusal(on: machine) {
      return [
        warning(
          "\(said), and a gate refused \(refused) after that",
          help: "pipelines/README.md says what to do when a delivery is not as expected")
      ]
    }
    return [ok(said)]
  }
}

/// The run that `current` points at.
struct LastRun {
  /// When its manifest was written, in seconds since 1970.
  let modified: Int
  private let output: String

  /// Finds it; `nil` if there is none.
  init?(of output: String, on machine: any Machine) {
    guard let facts = machine.facts(of: output + "/current/manifest.json"), facts.kind == .file
    else { return nil }
    modified = facts.modified
    self.output = output
  }

  /// The name of a run that was written later and refused; `nil` if none was.
  func laterRefusal(on machine: any Machine) -> String? {
    (machine.names(in: output + "/runs") ?? []).last { name in
      let path = "\(output)/runs/\(name)/manifest.json"
      return name.hasSuffix(".refused")
        && machine.facts(of: path).map { $0.modified > modified } == true
    }
  }
}
