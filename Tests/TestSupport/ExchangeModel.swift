public import Foundation

/// The exchange model of Statistics Netherlands, as `Scripts/check-ddas` knows it.
public enum ExchangeModel {
  /// Holds messages against the model.
  ///
  /// - Parameter messages: The files of one delivery.
  /// - Returns: Whether all are valid, and what was said.
  /// - Throws: An error if the check cannot be run.
  public static func check(_ messages: [URL]) throws -> (isValid: Bool, said: String) {
    let folder = try TemporaryFolder()
    try folder.write("", to: "said")
    let process = Process()
    process.executableURL = Repository.url("Scripts/check-ddas")
    process.arguments = messages.map(\.path)
    let said = try FileHandle(forWritingTo: folder.url.appendingPathComponent("said"))
    process.standardOutput = said
    process.standardError = said
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus == 0,
      try String(contentsOfFile: folder.path("said"), encoding: .utf8)
    )
  }
}
