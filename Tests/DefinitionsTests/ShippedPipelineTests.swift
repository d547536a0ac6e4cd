import Definitions
import Diagnostics
import Foundation
import Model
import TestSupport
import Testing

/// The stages of the shipped pipeline, without settings.
let shippedStages = ["receive", "normalise", "deduplicate", "match", "prioritise", "publish"]
  .map { StageKnowledge(name: $0) }

@Suite struct ShippedPipelineTests {
  static let path = Repository.url("pipelines/nightly.yml").path

  @Test func `The shipped pipeline loads without problems`() throws {
    do {
      let pipeline = try PipelineLoader(knownStages: shippedStages).load(path: Self.path)
      #expect(pipeline.feeds.count == 5)
      #expect(pipeline.municipalities.map(\.code.description) == ["0556", "0606", "0622"])
      #expect(!pipeline.dataAreReal)
      #expect(pipeline.stages.map(\.name) == shippedStages.map(\.name))
      #expect(pipeline.inbox == Repository.url("fixtures/deliveries").path)
      #expect(pipeline.files.map(\.name) == pipeline.files.map(\.name).sorted())
      #expect(pipeline.files.contains { $0.name == "feeds/zorgvast/feed.yml" })
    } catch {
      Issue.record(
        "\(error.diagnostics.map(DiagnosticText.paragraph).joined(separator: "\n"))")
    }
  }

  @Test(arguments: [("3111AB", "0606"), ("3138ZZ", "0622"), ("3147AA", "0556"), ("1011AB", "0363")])
  func `A postcode has its municipality`(postcode: String, code: String) throws {
    let pipeline = try PipelineLoader(knownStages: shippedStages).load(path: Self.path)
    let arena = ByteArena(capacity: 16)
    let cell = arena.store(postcode)
    let found = try #require(Postcode.find(in: arena[cell]))
    #expect(pipeline.reference.municipality(of: found.postcode)?.description == code)
    #expect(pipeline.reference.municipalityNames.count == 342)
    #expect(pipeline.reference.municipalityOfArea.filter { $0 != 0 }.count == 4072)
  }

  @Test func `Every reason of the shipped rules can be said`() throws {
    let pipeline = try PipelineLoader(knownStages: shippedStages).load(path: Self.path)
    let rules = try #require(pipeline.ruleSets["standaard"])
    for kind in SignalKind.allCases where kind.isThreat {
      #expect(
        rules.rules.contains { $0.priorityClass == .c0 && $0.condition.kinds == [kind] })
    }
    for rule in rules.rules {
      #expect(rule.reason.hasSuffix("."))
      #expect(!rule.reason.contains("|"))
    }
  }
}
