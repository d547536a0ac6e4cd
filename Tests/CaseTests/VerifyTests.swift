import Foundation
import TestSupport
import Testing

/// What was written is checked byte for byte.
@Suite struct VerifyTests {
  private func verify(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["verify"] + arguments)
  }

  @Test func aRunThatNobodyTouchedIsAsWritten() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let outcome = try verify(folder.path("output"), "--state", folder.path("state"))
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    #expect(outcome.output.contains("as written"))
    #expect(outcome.output.contains("state 0606.sqlite: whole"))
    #expect(try verify(folder.path("nothing")).exitCode == 66)
  }

  @Test func everyFlippedBitOfAFileIsFound() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let run = NightFixture.current(folder)
    var random = SeededGenerator(seed: 2026)
    let paths = try NightFixture.files(of: run).keys.sorted()
    for _ in 0..<12 {
      let path = try #require(paths.randomElement(using: &random))
      let url = run.appendingPathComponent(path)
      let whole = try Data(contentsOf: url)
      guard !whole.isEmpty else { continue }
      var damaged = whole
      damaged[Int.random(in: 0..<whole.count, using: &random)] ^=
        1 << Int.random(in: 0...7, using: &random)
      try damaged.write(to: url)
      let outcome = try verify(run.path)
      #expect(outcome.exitCode == 65)
      #expect(outcome.output.contains("  changed: \(path)\n"))
      try whole.write(to: url)
    }
    #expect(try verify(run.path).exitCode == 0)
  }

  @Test func aFileThatIsMissingOrAddedIsNamed() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let run = NightFixture.current(folder)
    try FileManager.default.removeItem(at: run.appendingPathComponent("0606/werklijst.csv"))
    try folder.write("", to: "output/current/0606/notities.txt")
    let outcome = try verify(run.path)
    #expect(outcome.exitCode == 65)
    #expect(outcome.output.contains("  missing: 0606/werklijst.csv\n"))
    #expect(outcome.output.contains("  added: 0606/notities.txt\n"))
  }

  @Test func aStateThatIsNoDatabaseIsDamaged() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let url = folder.url.appendingPathComponent("state/0606.sqlite")
    var bytes = try Data(contentsOf: url)
    for place in 4096..<bytes.count { bytes[place] = 0x5A }
    try bytes.write(to: url)
    let outcome = try verify(folder.path("output"), "--state", folder.path("state"))
    #expect(outcome.exitCode == 13)
    #expect(outcome.output.contains("state 0606.sqlite: damaged"))
  }
}
