import Definitions
import Foundation
import Model
import TestSupport
import Testing

@Suite struct LinkageModelTests {
  static func shipped() throws -> LinkageModel {
    try LinkageLoader().load(path: Repository.url("pipelines/matching/standaard.yml").path)
  }

  @Test func `The shipped model has a chance for everything, and rarity where it counts`() throws {
    let model = try Self.shipped()
    for field in MatchField.allCases {
      let chances = try #require(model.chances[field])
      #expect(chances.count == field.levels.count)
      for (level, chance) in zip(field.levels, chances) {
        #expect((chance.stranger == nil) == field.levelsByRarity.contains(level))
      }
    }
    #expect(model.recordsPerPerson == 4)
    #expect(model.personOverRelatives == 2.8)
    #expect(model.swappedNames == 0.0625)
  }

  /// What the engine was made with, as weights, so that a slip of the pen in the file is seen.
  @Test func `The shipped model weighs what it did`() throws {
    let model = try Self.shipped()
    func weights(_ field: MatchField) -> [[Int32]] {
      model.weights(of: field).map { [$0.stranger, $0.relative] }
    }
    #expect(
      weights(.surname)
        == [[0, 0], [-51, -12], [-332, 332], [274, 200], [-263, -46]])
    #expect(weights(.initial) == [[0, 0], [363, 337], [-372, -370]])
    #expect(weights(.reference) == [[0, 0], [1654, 266], [-132, -117]])
    #expect(weights(.birthDate)[4] == [100, 42])
    #expect(weights(.address)[2] == [623, 0])
  }

  @Test func `A municipality that names no model has the shipped one`() throws {
    let pipeline = try EditedPipeline()
    let loaded = try pipeline.load()
    #expect(loaded.municipalities.map(\.matching) == ["standaard", "standaard", "standaard"])
    #expect(loaded.models == ["standaard": try Self.shipped()])
    #expect(loaded.files.contains { $0.name == "matching/standaard.yml" })
  }

  @Test func `A municipality can name a model of its own`() throws {
    let pipeline = try EditedPipeline()
    let text = try pipeline.text("pipelines/matching/standaard.yml")
    try pipeline.folder.write(
      text.replacing("title: Standaard", with: "title: Eigen"), to: "pipelines/matching/eigen.yml")
    try pipeline.replace(
      "rules: standaard", with: "rules: standaard\nmatching: eigen",
      in: "pipelines/municipalities/0606.yml")
    let loaded = try pipeline.load()
    #expect(loaded.models["eigen"]?.title == "Eigen")
    #expect(loaded.municipalities.map(\.matching) == ["standaard", "eigen", "standaard"])
  }
}
