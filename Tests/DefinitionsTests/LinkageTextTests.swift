import Definitions
import Diagnostics
import Model
import TestSupport
import Testing

@Suite struct LinkageTextTests {
  @Test func `A written model reads back as it was`() throws {
    var model = try LinkageModelTests.shipped()
    model.title = "Een \"eigen\" model: \\ #1\nvan hier"
    model.chances[.reference]?[0].stranger = 0.000_000_001
    let text = LinkageText(model: model, introduction: ["made here"]) { field, place in
      place == 0 ? "\(field.rawValue): 12 pairs" : ""
    }.text
    model.title = "Een \"eigen\" model: \\ #1 van hier"
    let pipeline = try EditedPipeline()
    try pipeline.folder.write(text, to: "pipelines/matching/eigen.yml")
    try pipeline.replace(
      "rules: standaard", with: "rules: standaard\nmatching: eigen",
      in: "pipelines/municipalities/0606.yml")
    #expect(pipeline.problems().map(DiagnosticText.paragraph) == [])
    #expect(try pipeline.load().models["eigen"] == model)
  }

  @Test(arguments: UInt64(1)...20)
  func `Any chances of nine decimals are kept`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    var model = try LinkageModelTests.shipped()
    for field in MatchField.allCases {
      let places = field.levels.indices
      for place in places {
        let chance = Double(Int.random(in: 1...1_000_000_000, using: &random)) / 1e9
        model.chances[field]?[place].relative = chance
        if model.chances[field]?[place].stranger != nil {
          model.chances[field]?[place].stranger = chance
        }
      }
    }
    try folder.write(LinkageText(model: model).text, to: "model.yml")
    #expect(try LinkageLoader().load(path: folder.path("model.yml")) == model)
  }

  @Test(arguments: [(4.0, "4"), (0.0625, "0.0625"), (0.000_01, "0.00001"), (1, "1"), (2.8, "2.8")])
  func `Numbers are written without an exponent`(number: Double, text: String) {
    #expect(LinkageText.decimal(number) == text)
  }
}
