import Diagnostics
import Testing

@Suite struct ExitStatusTests {
  /// The published contract: numbers may be added, never changed.
  @Test func theNumbersStayAsPublished() {
    #expect(
      ExitStatus.allCases.map(\.rawValue) == [
        0, 3, 4, 11, 12, 13, 64, 65, 66, 70, 73, 74, 75, 78,
      ])
  }

  @Test func onlyZeroAndThreePublish() {
    #expect(ExitStatus.allCases.filter(\.isPublished).map(\.rawValue) == [0, 3])
  }

  @Test func everyCodeSaysWhatItMeans() {
    let meanings = ExitStatus.allCases.map(\.meaning)
    #expect(meanings.allSatisfy { !$0.isEmpty })
    #expect(Set(meanings).count == meanings.count)
  }
}
