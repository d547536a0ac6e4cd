import Diagnostics
import Testing

@testable import Pipeline

/// Whether a run fits is known before it begins.
@Suite struct MemoryNeedTests {
  @Test func aRunThatFitsBegins() throws {
    let need = MemoryNeed(inflated: 100 << 20, municipalities: 3, of: 3)
    try need.check(need.needed)
    try need.check(nil)
  }

  @Test func aRunThatDoesNotFitIsStoppedWithTheSizes() throws {
    let need = MemoryNeed(inflated: 100 << 20, municipalities: 3, of: 3)
    let problem = try #require(throws: Diagnostic.self) { try need.check(need.needed - 1) }
    #expect(problem.code.id == "RUN-043")
    #expect(problem.code.effect.exitStatus == .temporary)
    #expect(problem.facts["inflated"] == "100")
    #expect(problem.facts["needed"] == "\(need.needed >> 20)")
    #expect(problem.facts["available"] == "\((need.needed - 1) >> 20)")
  }

  @Test func aPartNeedsLessThanTheWhole() {
    let whole = MemoryNeed(inflated: 1 << 30, municipalities: 300, of: 300)
    let part = MemoryNeed(inflated: 1 << 30, municipalities: 75, of: 300)
    #expect(part.needed < whole.needed / 2)
    #expect(MemoryNeed(inflated: 0, municipalities: 3, of: 3).needed < 100 << 20)
  }

  @Test func theKernelSaysHowMuchIsFree() throws {
    #expect(try #require(FreeMemory.bytes) > 1 << 20)
  }
}
