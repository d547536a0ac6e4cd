import Diagnostics
import Foundation
import Model
import TestSupport
import Testing

@testable import Definitions

@Suite struct ExchangeDefinitionTests {
  private static let file = "pipelines/municipalities/0606.yml"

  private func municipality(_ pipeline: EditedPipeline) throws -> MunicipalityDefinition {
    try #require(
      try pipeline.load().municipalities.first { $0.code == MunicipalityCode("0606") })
  }

  @Test func theShippedMunicipalitiesSayWhoSuppliesTheirData() throws {
    let all = try EditedPipeline().load().municipalities
    #expect(all.allSatisfy { $0.exchange != nil })
    #expect(all.map(\.tellsAcceptance) == [false, true, false])
    let supplier = try #require(try municipality(EditedPipeline()).exchange)
    #expect(supplier.code == "VS-0606" && supplier.kvk == "90000606")
    #expect(supplier.contacts.map(\.email) == ["vroegsignalering-0606@example.org"])
  }

  @Test func withoutTheSectionsThereIsNoSupplierAndNothingWasAgreed() throws {
    let pipeline = try EditedPipeline()
    let text = try pipeline.text(Self.file)
    let start = try #require(text.range(of: "exchange:\n"))
    try pipeline.folder.write(String(text[..<start.lowerBound]), to: Self.file)
    let municipality = try municipality(pipeline)
    #expect(municipality.exchange == nil && !municipality.tellsAcceptance)
  }

  @Test(arguments: [
    ("  supplier-code: VS-0606\n", "", "DEF-004"),
    ("  organisation: Hulpkade Schiedam\n", "", "DEF-004"),
    ("kvk: \"90000606\"", "kvk: \"9000606\"", "DEF-005"),
    ("kvk: \"90000606\"", "kvk: 90.000.606", "DEF-005"),
    ("phone: 0670 000606", "phone: 0670 0006", "DEF-005"),
    ("phone: 0670 000606", "phone: bel ons 0670000606", "DEF-005"),
    ("vroegsignalering-0606@example.org", "vroegsignalering-0606", "DEF-005"),
    ("vroegsignalering-0606@example.org", "a@b", "DEF-005"),
    ("vroegsignalering-0606@example.org", "\"a b@example.org\"", "DEF-005"),
    ("      function: Gegevensbeheerder\n", "", "DEF-004"),
    ("      function: Gegevensbeheerder\n", "      functie: x\n", "DEF-003"),
    ("  acceptance: true", "  acceptance: ja", "DEF-005"),
    ("  acceptance: true", "  acceptation: true", "DEF-003"),
  ])
  func everyProblemIsToldWithItsPlace(old: String, new: String, code: String) throws {
    let pipeline = try EditedPipeline()
    try pipeline.replace(old, with: new, in: Self.file)
    let problems = pipeline.problems()
    #expect(
      problems.map(\.code.id).contains(code), "\(problems.map(DiagnosticText.paragraph))")
    for problem in problems {
      #expect(problem.location.file?.hasSuffix("municipalities/0606.yml") == true)
      #expect((problem.location.line ?? 0) > 1 && problem.location.character != nil)
    }
  }

  @Test func aContactStandsThereOnce() throws {
    let pipeline = try EditedPipeline()
    let contact = """
          - name: T. Zandstra
            phone: 0670 000606
            email: vroegsignalering-0606@example.org
            function: Gegevensbeheerder

      """
    try pipeline.replace(contact, with: contact + contact, in: Self.file)
    #expect(pipeline.problems().map(\.code.id) == ["DEF-008"])
  }

  @Test func aNameThatAMessageCannotHoldIsTold() throws {
    let pipeline = try EditedPipeline()
    try pipeline.replace(
      "organisation: Hulpkade Schiedam",
      with: "organisation: " + String(repeating: "x", count: 201),
      in: Self.file)
    #expect(pipeline.problems().map(\.code.id) == ["DEF-005"])
  }
}
