internal import Definitions
internal import Diagnostics
internal import Model

#if canImport(Glibc)
  internal import Glibc
#endif

/// Seals the files of a municipality that people open, so that only who holds a key can read them.
///
/// The program `age` does it, file by file: `<name>` becomes `<name>.age` and is removed. Stage files, which later
/// runs and commands read, and what holds nothing of a person stay as they are.
struct Seal {
  /// How the files of age begin.
  private static let beginning = Array("age-encryption.org/v1\n".utf8)
  /// What holds nothing of a person, and is for others or for programs.
  private static let open: Set<String> = [
    "run.json", "result.json", "rapport.html", "indicatoren.csv",
  ]

  let definition: SealDefinition
  let recipients: [String]

  /// Seals everything below a folder that must be.
  ///
  /// - Parameter folder: The folder of a municipality in a run that is not complete.
  /// - Throws: A diagnostic if a file cannot be sealed; then the run must not be completed.
  func seal(_ folder: String) throws {
    for path in try FileSystem.paths(below: folder) where Self.isForPeople(path) {
      try seal(file: "\(folder)/\(path)")
    }
  }

  /// Whether a file of a municipality's folder is one that people open, and that can hold something of a person.
  static func isForPeople(_ path: String) -> Bool {
    !MunicipalityFiles.isTable(path) && !open.contains(path)
  }

  private func seal(file path: String) throws {
    let sealed = path + ".age"
    let program = OutsideProgram(
      command: [definition.program, "--encrypt"] + recipients.flatMap { ["--recipient", $0] }
        + ["--output", sealed, path], timeoutSeconds: definition.timeoutSeconds)
    switch program.run() {
    case .exited(0): break
    case .notStarted(let reason):
      throw Diagnostic(.sealAbsent, ["program": definition.program, "reason": reason])
    case let end: throw failure(path, end.words)
    }
    guard FileSystem.kind(of: sealed) == .file,
      try FileSystem.read(sealed).starts(with: Self.beginning)
    else { throw failure(path, "the program did not write a file of age") }
    try FileSystem.synchronise(file: sealed)
    try FileSystem.remove(path)
  }

  /// Names the file without the folders above the run.
  private func failure(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(.sealFailed, ["path": FileSystem.name(of: path), "reason": reason])
  }
}

extension FileSystem {
  /// Brings a file that others wrote to the disk.
  ///
  /// - Throws: A diagnostic if the disk refuses.
  static func synchronise(file path: String) throws {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Diagnostic(.writeFailed, ["path": path, "reason": lastError()])
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw Diagnostic(.writeFailed, ["path": path, "reason": lastError()])
    }
  }
}

extension Runner {
  /// Seals what was published for a municipality, if it names who may open it.
  ///
  /// - Throws: A diagnostic if that cannot be done.
  func seal(_ folder: String, of municipality: MunicipalityDefinition) throws {
    guard let definition = pipeline.seal, !municipality.recipients.isEmpty else { return }
    try Seal(definition: definition, recipients: municipality.recipients).seal(folder)
  }
}
