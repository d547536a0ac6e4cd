import Diagnostics

/// The program that seals the files which people open, for who may read them: `age`.
public struct SealDefinition: Hashable, Sendable {
  /// Its absolute path.
  public var program: String
  /// How long it may take for one file.
  public var timeoutSeconds: Int

  /// Creates a definition.
  public init(program: String, timeoutSeconds: Int = 120) {
    self.program = program
    self.timeoutSeconds = timeoutSeconds
  }

  static let shape = Shape.record([
    .required("program", .text("a path"), "the absolute path of age"),
    .optional(
      "timeout-seconds", .number(1...86_400), "how long a file may take, 120 seconds when absent"),
  ])
}

extension PipelineChecks {
  /// The program that seals; `nil` if the pipeline names none, or after a problem.
  ///
  /// - Parameter municipalities: Those that may name who can open their lists.
  /// - Returns: The program and how long it may take.
  func seal(_ municipalities: [MunicipalityDefinition]) -> SealDefinition? {
    guard let written = node["seal"] else {
      for municipality in municipalities where !municipality.recipients.isEmpty {
        folder.problems.add(
          .contradiction, at: node["municipalities"]?.place ?? node.place,
          [
            "what": "\(municipality.code) names recipients, and nothing says which program seals",
            "hint": "add seal with the program, such as /usr/bin/age, or take the recipients away",
          ])
      }
      return nil
    }
    guard let program = written["program"], let path = program.text else { return nil }
    if !path.hasPrefix("/") {
      folder.problems.add(
        .wrongKind, at: program.place,
        ["expected": "the absolute path of a program", "found": program.found])
    }
    var seal = SealDefinition(program: path)
    if let seconds = written["timeout-seconds"]?.number { seal.timeoutSeconds = seconds }
    return seal
  }
}
