import Model
import Testing

@Suite struct VocabularyTests {
  @Test func everyQualityFlagHasOneNameAndOneBit() {
    var bits: UInt32 = 0
    var names: Set<String> = []
    for (flag, name) in Quality.names {
      #expect(flag.rawValue.nonzeroBitCount == 1)
      #expect(bits & flag.rawValue == 0)
      bits |= flag.rawValue
      let text = name.description
      #expect(names.insert(text).inserted)
      #expect(text.allSatisfy { ("a"..."z").contains($0) || $0 == "_" })
    }
    // The bits are used without a gap, so that no flag can lack a name unseen.
    #expect(bits == (1 << UInt32(Quality.names.count)) - 1)
  }

  @Test func aDispositionOtherThanKeptNamesItsFate() {
    for disposition in Disposition.allCases {
      let expected = disposition == .kept ? "listed" : disposition.rawValue
      #expect(disposition.fate.rawValue == expected)
    }
  }

  @Test func onlyTheThreeSituationsOfTheLawAreThreats() {
    #expect(SignalKind.allCases.filter(\.isThreat) == [.endOfSupply, .eviction, .endOfCover])
  }

  @Test func classesAreOrderedFromTheMostUrgentOn() {
    #expect(PriorityClass.allCases.sorted() == [.c0, .c1, .c2, .c3, .c4])
  }

  @Test(arguments: ["0606", "0001", "9999"])
  func readsAMunicipalityCode(text: String) throws {
    let code = try #require(MunicipalityCode(text))
    #expect(code.description == text)
    #expect(MunicipalityCode(number: Int(code.number)) == code)
  }

  @Test(arguments: ["", "606", "00606", "0000", "06o6", "٠٦٠٦"])
  func refusesOtherCodes(text: String) {
    #expect(MunicipalityCode(text) == nil)
  }
}
