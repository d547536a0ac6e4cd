import Foundation
import TestSupport
import Testing

/// Training on the shipped invented night.
@Suite struct TrainTests {
  private func train(_ folder: TemporaryFolder, _ more: String...) throws -> Program.Outcome {
    try Program.run(
      ["train", NightFixture.current(folder).path, "--model", "pipelines/matching/standaard.yml"]
        + more)
  }

  @Test func aModelOfARunCanBeNamedAndUsed() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)

    let several = try train(folder, "--output", folder.path("model.yml"))
    #expect(several.exitCode == 64)
    #expect(several.complaints.contains("0556, 0606, 0622"))
    let absent = try train(folder, "--municipality", "0363", "--output", folder.path("model.yml"))
    #expect(absent.exitCode == 66)

    let outcome = try train(folder, "--municipality", "0606", "--output", folder.path("model.yml"))
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    #expect(outcome.output.contains("birth-date typing-error"))
    #expect(outcome.output.contains("pairs of one person expected"))
    let model = try String(contentsOfFile: folder.path("model.yml"), encoding: .utf8)
    #expect(model.contains("van 0606, vanuit Standaard"))

    // The same again, as JSON.
    let again = try train(
      folder, "--municipality", "0606", "--output", folder.path("again.yml"), "--json")
    #expect(again.exitCode == 0)
    #expect(try String(contentsOfFile: folder.path("again.yml"), encoding: .utf8) == model)
    let levels = try JSONSerialization.jsonObject(with: Data(again.output.utf8)) as? [Any]
    #expect(levels?.count == 29)

    // It passes the check, and a run can use it.
    for name in ["pipelines", "docs/sources.yml", "fixtures/keys"] {
      let target = folder.url.appendingPathComponent("copy/" + name)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Repository.url(name), to: target)
    }
    try folder.write(model, to: "copy/pipelines/matching/eigen.yml")
    let town = folder.path("copy/pipelines/municipalities/0606.yml")
    let before = try String(contentsOfFile: town, encoding: .utf8)
    try folder.write(before + "\nmatching: eigen\n", to: "copy/pipelines/municipalities/0606.yml")
    let pipeline = folder.path("copy/pipelines/nightly.yml")
    let check = try Program.run(["check", pipeline])
    #expect(check.exitCode == 0, "\(check.complaints)")
    let stage = try Program.run([
      "stage", "match", pipeline, "--input", NightFixture.current(folder).path + "/0606",
      "--output", folder.path("matched"),
    ])
    #expect(stage.exitCode == 0, "\(stage.complaints)")
  }
}
