import Diagnostics
import Model
import TestSupport
import Testing

@testable import Definitions

@Suite struct RegisterDefinitionTests {
  private static let file = "pipelines/registers/brp/register.yml"

  /// The shipped pipeline, which names the shipped register.
  private func pipeline() throws -> EditedPipeline {
    let pipeline = try EditedPipeline()
    try pipeline.replace(
      "output: ../output\n",
      with: "register: { definition: brp, folder: ../registers }\noutput: ../output\n",
      in: "pipelines/nightly.yml")
    return pipeline
  }

  @Test func theShippedRegisterLoads() throws {
    let loaded = try pipeline().load()
    let register = try #require(loaded.register)
    #expect(register.definition.name == "brp")
    #expect(register.definition.answer == RegisterThresholds(atLeast: 30, margin: 40))
    #expect(register.folder.hasSuffix("/registers"))
    #expect(
      register.path(of: try #require(MunicipalityCode("0606")))
        == register.folder + "/0606/register.csv.gz")
    let fields = register.definition.columns.compactMap(\.field)
    #expect(Set(fields).count == fields.count)
    #expect(loaded.files.contains { $0.name == "registers/brp/register.yml" })
  }

  @Test func noneIsNamedUnlessAsked() throws {
    #expect(try EditedPipeline().load().register == nil)
  }

  @Test(arguments: [
    ("Straat: street", "Nationaliteit: street", "REG-016"),
    ("Straat: street", "Straat: { field: street, aliases: [Geboorteland] }", "REG-016"),
    ("Straat: street", "Straat: { field: street, aliases: [Postcode] }", "DEF-008"),
    ("Straat: street", "Straat: stret", "DEF-006"),
    ("Straat: street", "Straat: { field: street, as: date-iso }", "DEF-008"),
    ("Straat: street", "Straat: { field: street, ignored: no }", "DEF-008"),
    ("Straat: street", "Straat: { aliases: [Laan] }", "DEF-004"),
    ("Straat: street", "Straat: city", "DEF-008"),
    ("Geheim: secrecy", "Geheim: { ignored: not needed }", "DEF-004"),
    ("Functie adres: address-function", "Functie adres: { ignored: x }", "DEF-004"),
    ("Voornamen: given-names", "Voornamen: { ignored: x }", "DEF-004"),
    ("Vorig huisnummer: previous-house-number", "Vorig huisnummer: { ignored: x }", "DEF-008"),
    ("delimiter: \";\"", "delimiter: \"abc\"", "DEF-005"),
    ("at-most-days: 7", "at-most-days: 700", "DEF-005"),
    ("source: wgs/8b", "source: wgs/99", "DEF-007"),
  ])
  func everyProblemIsToldWithItsPlace(old: String, new: String, code: String) throws {
    let pipeline = try pipeline()
    try pipeline.replace(old, with: new, in: Self.file)
    let problems = pipeline.problems()
    #expect(problems.map(\.code.id) == [code], "\(problems.map(DiagnosticText.paragraph))")
    for problem in problems {
      #expect(problem.location.file?.hasSuffix("registers/brp/register.yml") == true)
      #expect((problem.location.line ?? 0) > 1 && problem.location.character != nil)
    }
  }

  @Test func aRegisterThatIsNotThereIsTold() throws {
    let pipeline = try pipeline()
    try pipeline.replace("definition: brp", with: "definition: bpr", in: "pipelines/nightly.yml")
    let problems = pipeline.problems()
    #expect(problems.map(\.code) == [.definitionAbsent])
    #expect(problems.first?.location.line != nil)
    #expect(problems.first?.facts["reason"]?.contains("registers/bpr/register.yml") == true)
  }

  @Test func aDateCanBeWrittenOtherwise() throws {
    let pipeline = try pipeline()
    try pipeline.replace(
      "Geboortedatum: birth-date", with: "Geboortedatum: { field: birth-date, as: date-iso }",
      in: Self.file)
    let columns = try #require(try pipeline.load().register).definition.columns
    #expect(columns.first { $0.field == .birthDate }?.format == .dateISO)
    #expect(columns.first { $0.field == .movedInDate }?.format == .dateCompact)
  }
}
