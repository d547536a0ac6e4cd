import Diagnostics

/// A program of this machine that looks at every delivery before it is read, such as a virus scanner.
public struct ScanDefinition: Hashable, Sendable {
  /// Stands in ``command`` for the path of the delivery.
  public static let placeholder = "{file}"

  /// The absolute path of the program, and its arguments; one of them is ``placeholder``.
  public var command: [String]
  /// How long it may look at one delivery.
  public var timeoutSeconds: Int

  /// Creates a definition.
  public init(command: [String], timeoutSeconds: Int = 120) {
    self.command = command
    self.timeoutSeconds = timeoutSeconds
  }

  static let shape = Shape.record([
    .required(
      "command", .list(.text("a program or an argument"), atLeast: 2),
      "the absolute path of the program and its arguments, of which \"{file}\" is the delivery"),
    .optional(
      "timeout-seconds", .number(1...86_400), "how long it may take, 120 seconds when absent"),
  ])
}

extension PipelineChecks {
  /// The scan that the pipeline asks for; `nil` if it asks for none, or after a problem.
  func scan() -> ScanDefinition? {
    guard let written = node["scan"], let command = written["command"] else { return nil }
    let words = command.items.compactMap(\.text)
    if let program = command.items.first, program.text?.hasPrefix("/") == false {
      folder.problems.add(
        .wrongKind, at: program.place,
        ["expected": "the absolute path of a program", "found": program.found])
    }
    let places = words.dropFirst().filter { $0 == ScanDefinition.placeholder }.count
    if !words.isEmpty && (places != 1 || words.first == ScanDefinition.placeholder) {
      folder.problems.add(
        .wrongKind, at: command.place,
        [
          "expected": "\"\(ScanDefinition.placeholder)\" as one of the arguments, once",
          "found": "it \(places) times",
        ])
    }
    var scan = ScanDefinition(command: words)
    if let seconds = written["timeout-seconds"]?.number { scan.timeoutSeconds = seconds }
    return scan
  }
}
