internal import Diagnostics

/// Whether the definitions can be used.
struct DefinitionsCheck: HealthCheck {
  static let name = "definitions"

  func findings(of installation: Installation, on machine: any Machine) -> [Finding] {
    guard let pipeline = installation.pipeline else {
      return [
        warning(
          "no pipeline was given, so that keys, inbox and municipalities were not looked at",
          help: "give the definition of the nightly run")
      ]
    }
    guard installation.definitionProblems > 0 else {
      return [
        ok("\(pipeline) can be used, for \(counted(installation.municipalities.count))")
      ]
    }
    return [
      problem(
        "\(pipeline) has \(installation.definitionProblems) "
          + (installation.definitionProblems == 1 ? "problem" : "problems"),
        help:
          "voorsein check says which and where; most other checks need a definition without one",
        status: .definition)
    ]
  }

  private func counted(_ count: Int) -> String {
    count == 1 ? "1 municipality" : "\(count) municipalities"
  }
}
