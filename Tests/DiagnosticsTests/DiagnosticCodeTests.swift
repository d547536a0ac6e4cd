import Diagnostics
import Testing

@Suite struct DiagnosticCodeTests {
  @Test(arguments: DiagnosticCode.all)
  func isWordedCompletely(code: DiagnosticCode) {
    let facts = DiagnosticText.factNames(in: code.sentence + code.help)
    for fact in facts {
      #expect(!fact.isEmpty)
      #expect(fact.allSatisfy { ("a"..."z").contains($0) }, "{\(fact)} of \(code.id)")
    }
    let given = Dictionary(facts.map { ($0, "X") }, uniquingKeysWith: { first, _ in first })
    let text = DiagnosticText.paragraph(Diagnostic(code, given))
    #expect(!text.contains("{"))
    #expect(!text.contains("}"))
    #expect(!text.contains("not given"))
    #expect(!code.sentence.hasSuffix("."))
  }

  @Test func everyProblemOfAValueWithholdsIt() {
    for code in DiagnosticCode.all where code.id.hasPrefix("FEED-1") || code.id.hasPrefix("FEED-2")
    {
      guard code.sentence.contains("{found}"), code.id != DiagnosticCode.unevenRow.id else {
        continue
      }
      #expect(code.sentence.contains("withheld"), "\(code.id)")
    }
  }

  @Test func theEffectDecidesTheWordAndTheExitStatus() {
    #expect(DiagnosticCode.notGzip.effect.exitStatus == .incomplete)
    #expect(DiagnosticCode.notGzip.effect.word == "error")
    #expect(DiagnosticCode.unevenRow.effect.exitStatus == .incomplete)
    #expect(DiagnosticCode.unevenRow.effect.word == "warning")
    #expect(DiagnosticCode.birthDateUnreadable.effect.exitStatus == .complete)
    #expect(DiagnosticCode.unknownKey.effect.exitStatus == .definition)
    #expect(Effect.publicationRefused.exitStatus == .refused)
  }
}
