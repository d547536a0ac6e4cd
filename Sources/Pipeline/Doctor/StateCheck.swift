internal import Diagnostics

/// Whether what was remembered can be used.
struct StateCheck: HealthCheck {
  static let name = "state"

  func findings(of installation: Installation, on machine: any Machine) -> [Finding] {
    guard installation.state != nil else { return [] }
    guard !installation.stateFiles.isEmpty else {
      return [ok("nothing is remembered yet; the first run begins")]
    }
    return installation.stateFiles.map { file in
      guard let first = file.problems.first else { return ok("\(file.name) is whole") }
      return problem(
        "\(file.name): \(first)",
        help: "put back a backup, or the newer program; voorsein verify --state tells more",
        status: .stateDamaged)
    }
  }
}
