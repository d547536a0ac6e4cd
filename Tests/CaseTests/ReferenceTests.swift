import Foundation
import TestSupport
import Testing

/// What is written about the program is what the program says.
@Suite struct ReferenceTests {
  /// `make docs` writes the pages again.
  @Test(arguments: ["stages", "files", "diagnostics", "exits", "indicators"])
  func theReferenceIsCurrent(part: String) throws {
    let outcome = try Program.run(["describe", part])
    #expect(outcome.exitCode == 0)
    let page = try String(
      contentsOf: Repository.url("docs/reference/\(part).md"), encoding: .utf8)
    #expect(outcome.output == page, "run make docs")
  }

  @Test func everyExitCodeStandsInTheReadme() throws {
    let readme = try String(contentsOf: Repository.url("README.md"), encoding: .utf8)
    let outcome = try Program.run(["describe", "exits", "--json"])
    let data = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: [[String: String]]]
    )
    let exits = try #require(data["exits"])
    #expect(exits.count == 14)
    for exit in exits {
      let code = try #require(exit["code"])
      #expect(readme.contains("| \(code) |"), "exit code \(code)")
    }
  }

  @Test(arguments: [
    "run", "stage", "plan", "check", "validate", "requeue", "explain", "evaluate", "train",
    "sample", "describe",
  ])
  func everyCommandHelps(command: String) throws {
    let outcome = try Program.run(["help", command])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("USAGE: voorsein \(command)"))
  }
}
