import Model
import TestSupport
import Testing

@testable import Stages

@Suite struct RegisterLinkTests {
  private let link = RegisterLink(leastWeight: 1800, leastMargin: 400)

  private func candidate(_ row: Int, _ weight: Int32) -> RegisterCandidate {
    RegisterCandidate(row: row, weight: weight, evidence: [.address, .surname])
  }

  @Test(
    arguments: [
      ([], "nobody 0"), ([1799], "nobody 1799"), ([1800], "one 1800"), ([1800, 1399], "one 401"),
      ([1800, 1400], "one 400"), ([1800, 1401], "several 399"), ([2200, 2200], "several 0"),
      ([1200, 3000, 1000], "one 1800"), ([1700, 1700], "nobody 1700"),
    ] as [([Int32], String)])
  func oneRowMustBeWellAhead(weights: [Int32], expected: String) {
    let found: String
    switch link.answer(weights.enumerated().map { candidate($0, $1) }) {
    case .one(_, let margin): found = "one \(margin)"
    case .several(_, let margin): found = "several \(margin)"
    case .nobody(let weight): found = "nobody \(weight)"
    }
    #expect(found == expected)
  }

  @Test func theOrderOfCandidatesChangesNothing() {
    var generator = SeededGenerator(seed: 2121)
    for _ in 0..<300 {
      let count = Int.random(in: 1...6, using: &generator)
      let candidates = (0..<count).map {
        candidate($0, Int32.random(in: 8...30, using: &generator) * 100)
      }
      #expect(link.answer(candidates.shuffled(using: &generator)) == link.answer(candidates))
    }
  }

  @Test func neitherAnAddressNorANameAloneIsEnough() {
    let part: [RegisterEvidence] = [
      .address, .building, .previousAddress, .surname, .surnameAlike, .initial, .givenName,
      .birthDate, .partialBirthDate,
    ]
    for one in part {
      #expect(!one.isEnough)
    }
    #expect(!([.surname, .initial, .givenName] as RegisterEvidence).isEnough)
    #expect(!([.surname, .birthDate] as RegisterEvidence).isEnough)
    #expect(!([.address, .birthDate] as RegisterEvidence).isEnough)
    #expect(!([.previousAddress, .surname] as RegisterEvidence).isEnough)
    #expect(!([.address, .surname, .otherInitial] as RegisterEvidence).isEnough)
    #expect(([.address, .surname] as RegisterEvidence).isEnough)
    #expect(([.previousAddress, .surname, .initial] as RegisterEvidence).isEnough)
    #expect(([.surname, .initial, .birthDate] as RegisterEvidence).isEnough)
  }

  @Test(
    arguments: [
      ([.address, .surname, .initial], .certain), ([.address, .surname, .birthDate], .certain),
      ([.address, .surname], .probable), ([.building, .surname, .initial], .probable),
      ([.previousAddress, .surname, .initial], .probable),
      ([.surname, .initial, .birthDate], .probable), ([.address, .surnameAlike], .doubtful),
      ([.address, .initial, .birthDate], .doubtful),
      ([.address, .surname, .birthDate, .otherInitial], .doubtful),
    ] as [(RegisterEvidence, MatchGrade)])
  func theGradeFollowsFromWhatAgrees(evidence: RegisterEvidence, grade: MatchGrade) {
    #expect(evidence.grade == grade)
  }
}
