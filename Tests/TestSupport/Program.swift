public import Foundation

/// The built program, run as a user runs it.
public enum Program {
  /// What a run of the program left behind.
  public struct Outcome: Sendable {
    public var exitCode: Int32
    public var output: String
    public var complaints: String
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: The command line without the program's name.
  ///   - folder: The working folder; the repository otherwise.
  ///   - wrapper: Words to put before the program, such as `/usr/bin/timeout 1`.
  /// - Returns: Exit code and everything said.
  /// - Throws: An error if the program was not built.
  public static func run(
    _ arguments: [String], in folder: URL = Repository.root, behind wrapper: [String] = []
  ) throws -> Outcome {
    let words = wrapper + [executable.path] + arguments
    let process = Process()
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
    let folder = try TemporaryFolder()
    // Files rather than pipes: a full pipe would stop a program that says a lot.
    let output = try file(folder, "output")
    let complaints = try file(folder, "complaints")
    process.standardOutput = output
    process.standardError = complaints
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Outcome(
      exitCode: process.terminationReason == .uncaughtSignal
        ? 128 + process.terminationStatus : process.terminationStatus,
      output: try String(contentsOfFile: folder.path("output"), encoding: .utf8),
      complaints: try String(contentsOfFile: folder.path("complaints"), encoding: .utf8))
  }

  private static func file(_ folder: TemporaryFolder, _ name: String) throws -> FileHandle {
    try folder.write("", to: name)
    return try FileHandle(forWritingTo: folder.url.appendingPathComponent(name))
  }

  /// Where the program stands, for those who start it through another.
  public static var path: String { executable.path }

  /// The program stands beside the test bundle.
  private static var executable: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("voorsein")
  }
}
