/// Whether the libraries and programs that a run needs are there.
struct ProgramCheck: HealthCheck {
  static let name = "programs"

  func findings(of installation: Installation, on machine: any Machine) -> [Finding] {
    let libraries = installation.libraries.map { library in
      Self.isAtLeast(library.version, library.least)
        ? ok("\(library.name) \(library.version)")
        : problem(
          "\(library.name) is \(library.version), and \(library.least) is needed",
          help: "install a later version of the library")
    }
    let programs = installation.programs.map { path in
      machine.canExecute(path)
        ? ok("\(path) can be started")
        : problem(
          "\(path) cannot be started, and the pipeline names it",
          help: "install it, or take it out of the pipeline")
    }
    return libraries + programs
  }

  /// Whether a version is not older than another, number by number.
  static func isAtLeast(_ version: String, _ least: String) -> Bool {
    func numbers(_ text: String) -> [Int] {
      text.split { !$0.isNumber }.map { Int($0) ?? 0 }
    }
    return !numbers(version).lexicographicallyPrecedes(numbers(least))
  }
}
