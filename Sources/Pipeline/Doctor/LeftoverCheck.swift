/// Whether a run was stopped halfway.
struct LeftoverCheck: HealthCheck {
  static let name = "leftovers"

  func findings(of installation: Installation, on machine: any Machine) -> [Finding] {
    guard let output = installation.output else { return [] }
    if machine.isLocked(output + "/lock") { return [ok("a run is at work now")] }
    let partial = (machine.names(in: output + "/runs") ?? []).filter { $0.hasSuffix(".partial") }
      .map { "runs/" + $0 }
    let others = ["private", "current.new"].filter {
      machine.facts(of: "\(output)/\($0)") != nil
    }
    let left = partial + others
    guard !left.isEmpty else { return [ok("no run was stopped halfway")] }
    return [
      warning(
        "a run was stopped halfway and left \(left.joined(separator: ", ")), with personal data",
        help: "run again: the next run removes it")
    ]
  }
}
