import TestSupport
import Testing

@testable import Model

@Suite struct RegisterWordsTests {
  private func view(_ text: String, _ body: (ByteView) -> Void) {
    let arena = ByteArena()
    let cell = arena.store(text)
    body(arena[cell])
  }

  @Test(
    arguments: [
      (RegisterFlags.all, RegisterOutcome.deceased),
      ([.movedAway, .secret, .underInvestigation, .movedWithin], .movedAway),
      ([.secret, .underInvestigation, .movedWithin, .postalAddress], .secret),
      ([.underInvestigation, .movedWithin], .underInvestigation),
      ([.movedWithin, .postalAddress], .movedWithin), ([.postalAddress], .unique), ([], .unique),
    ] as [(RegisterFlags, RegisterOutcome)])
  func theFirstThatHoldsIsTheOutcome(flags: RegisterFlags, outcome: RegisterOutcome) {
    #expect(flags.outcome == outcome)
  }

  @Test func aFlagHasTheNameOfItsOutcome() {
    for (flag, name) in RegisterFlags.names where flag != .postalAddress {
      #expect(flag.outcome.rawValue == "\(name)")
    }
  }

  @Test func flagsAreReadAsTheyAreWritten() {
    for value in UInt8(0)..<64 {
      let flags = RegisterFlags(rawValue: value)
      let arena = ByteArena()
      arena.append(flags)
      #expect(RegisterFlags(arena.bytes) == flags)
    }
    view("geheim|onzin") { #expect(RegisterFlags($0) == nil) }
  }

  @Test func onlyDeathAndLeavingTakeSomebodyOffAList() {
    for outcome in RegisterOutcome.allCases {
      #expect(outcome.leavesList == (outcome.fate != .listed))
      #expect(outcome.leavesList == (outcome == .deceased || outcome == .movedAway))
    }
  }

  /// Published numbers for tests; a lost zero in front is put back.
  @Test(arguments: [
    ("111222333", true), ("123456782", true), ("999990019", true), ("111222334", false),
    ("000000000", false), ("00000000", false), ("11122233", false), ("1112223333", false),
    ("11122233a", false), ("", false), ("-11222333", false),
  ])
  func aNumberMustPassTheTestOnEleven(text: String, passes: Bool) {
    view(text) { #expect((CitizenServiceNumber($0) != nil) == passes) }
  }

  @Test func theTestIsTheOneOfThePublishedRule() {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<2_000 {
      let number = Int.random(in: 1...999_999_999, using: &generator)
      var digits: [Int] = []
      var rest = number
      for _ in 0..<9 {
        digits.insert(rest % 10, at: 0)
        rest /= 10
      }
      let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
      let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(CitizenServiceNumber.passesElevenTest(number) == (sum % 11 == 0))
    }
  }

  @Test func aNumberPrintsNothing() throws {
    let arena = ByteArena()
    let cell = arena.store("111222333")
    let number = try #require(CitizenServiceNumber(arena[cell]))
    for text in ["\(number)", String(describing: [number]), String(reflecting: number)] {
      #expect(!text.contains("111"))
    }
    var dumped = ""
    dump(number, to: &dumped)
    #expect(!dumped.contains("111"))
    #expect("\(number.digits)" == "‹withheld›")
    #expect(number.digits.value == "111222333")
  }
}

extension RegisterFlags {
  fileprivate static let all = RegisterFlags(rawValue: 63)
}
