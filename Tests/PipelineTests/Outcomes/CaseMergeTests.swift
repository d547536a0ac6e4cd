import Diagnostics
import Model
import TestSupport
import Testing

@testable import Pipeline

@Suite struct CaseMergeTests {
  private static func day(_ number: Int) -> CalendarDate {
    CalendarDate(days: 20_770).adding(days: number)
  }

  private static func attempt(
    _ number: Int, _ means: ContactMeans = .phone, _ part: DayPart? = nil, _ reached: YesNo? = nil
  ) -> CaseAttempt {
    CaseAttempt(contactedOn: day(number), means: means, dayPart: part, reached: reached)
  }

  private static func entries(
    _ attempts: [CaseAttempt], result: CaseResult? = nil, pickedUp: Int? = nil
  ) -> CaseEntries {
    var entries = CaseEntries()
    entries.attempts = attempts
    entries.result = result
    entries.closedOn = result.map { _ in day(5) }
    entries.pickedUpOn = pickedUp.map(day)
    return entries
  }

  /// A line as it looks when a worker gets it with these entries.
  private static func line(_ shown: CaseEntries) -> OutcomeLine {
    var line = OutcomeLine([:], formulas: [], fields: Set(OutcomeField.allCases), at: Location())
    line.notes = []
    for (room, attempt) in shown.shownAttempts.enumerated() {
      line.attempts[room] = .value(attempt)
    }
    line.pickedUpOn = shown.pickedUpOn.map { .value($0) } ?? .empty
    line.helpAcceptedOn = shown.helpAcceptedOn.map { .value($0) } ?? .empty
    line.result = shown.result.map { .value($0) } ?? .empty
    return line
  }

  private func merge(
    _ line: OutcomeLine, _ before: CaseEntries = CaseEntries(), _ now: CaseEntries? = nil
  ) -> CaseMerge {
    CaseMerge(
      line, before: before, now: now ?? before, receivedOn: Self.day(0), referenceDate: Self.day(9))
  }

  @Test func aListThatNobodyChangedChangesNothing() {
    let known = Self.entries(
      [Self.attempt(1), Self.attempt(2), Self.attempt(2), Self.attempt(4, .card), Self.attempt(4)],
      pickedUp: 1)
    let merged = merge(Self.line(known), known)
    #expect(merged.entries == known)
    #expect(merged.notes.isEmpty)
  }

  @Test func twoCopiesThatWereFilledInByTwoPeopleBothComeIn() {
    let (one, other) = (Self.attempt(1), Self.attempt(3, .visit))
    var first = Self.line(CaseEntries())
    first.attempts[0] = .value(other)
    var second = Self.line(CaseEntries())
    second.attempts[0] = .value(one)
    let now = merge(first).entries
    #expect(merge(second, CaseEntries(), now).entries.attempts == [one, other])
    #expect(
      merge(first, CaseEntries(), merge(second, CaseEntries(), now).entries).entries.attempts == [
        one, other,
      ])
  }

  @Test func anAttemptThatStoodOnTheListIsCorrectedOrTakenOut() {
    let known = Self.entries([Self.attempt(1), Self.attempt(2)])
    var line = Self.line(known)
    line.attempts[0] = .value(Self.attempt(3, .visit))
    #expect(merge(line, known).entries.attempts == [Self.attempt(2), Self.attempt(3, .visit)])
    let again = merge(line, known, merge(line, known).entries)
    #expect(again.entries.attempts == [Self.attempt(2), Self.attempt(3, .visit)])
    line.attempts[0] = .empty
    #expect(merge(line, known).entries.attempts == [Self.attempt(2)])
    line.attempts[0] = .unread
    #expect(merge(line, known).entries == known)
  }

  @Test func oneMeansTwiceOnADayAreTwoAttempts() {
    var line = Self.line(CaseEntries())
    line.attempts[0] = .value(Self.attempt(1))
    line.attempts[1] = .value(Self.attempt(1))
    let once = merge(line).entries
    #expect(once.attempts.count == 2)
    #expect(merge(line, CaseEntries(), once).entries == once)
  }

  @Test func thereIsAlwaysRoomForOneMore() {
    let known = Self.entries((1...6).map { Self.attempt($0) })
    var line = Self.line(known)
    #expect(line.attempts[3] == .empty)
    line.attempts[3] = .value(Self.attempt(7, .visit))
    #expect(merge(line, known).entries.attempts.count == 7)
  }

  /// The day, and what is told of it.
  @Test(arguments: [(0, nil), (9, nil), (10, "CASE-014"), (-1, "CASE-015")])
  func daysLieBetweenReceiptAndToday(number: Int, code: String?) {
    for place in 0..<3 {
      var line = Self.line(CaseEntries())
      switch place {
      case 0: line.attempts[2] = .value(Self.attempt(number))
      case 1: line.pickedUpOn = .value(Self.day(number))
      default: line.helpAcceptedOn = .value(Self.day(number))
      }
      let merged = merge(line)
      #expect(merged.notes.map(\.code.id) == [code].compactMap(\.self))
      #expect(merged.entries.isEmpty == (code != nil))
      if code != nil {
        #expect(
          merged.notes.first?.location.column
            == ["Datum poging 3", "Datum opgepakt", "Datum hulp aanvaard"][place])
      }
    }
  }

  @Test(arguments: CaseResult.allCases)
  func aResultNeedsAnAttemptWhereItSaysSo(result: CaseResult) {
    var line = Self.line(CaseEntries())
    line.result = .value(result)
    let alone = merge(line)
    #expect((alone.entries.result == nil) == result.needsAttempt)
    #expect(alone.notes.map(\.code) == (result.needsAttempt ? [.outcomeResultWithoutAttempt] : []))
    #expect(alone.entries.isPickedUp == (result.isPickedUp && !result.needsAttempt))
    line.attempts[0] = .value(Self.attempt(1))
    let tried = merge(line)
    #expect(tried.entries.result == result && tried.entries.closedOn == Self.day(9))
    #expect(tried.notes.map(\.code) == (result == .noContact ? [.outcomeContactGivenUpEarly] : []))
  }

  @Test(arguments: [
    ([ContactMeans.phone, .visit], [DayPart.morning, .evening], true),
    ([.phone, .phone], [.morning, .evening], false),
    ([.phone, .visit], [.morning, .morning], false), ([.phone], [.morning], false),
  ])
  func contactIsGivenUpAfterTwoTries(means: [ContactMeans], parts: [DayPart], isEnough: Bool) {
    var line = Self.line(CaseEntries())
    for (room, (means, part)) in zip(means, parts).enumerated() {
      line.attempts[room] = .value(Self.attempt(room, means, part))
    }
    line.result = .value(.noContact)
    #expect(merge(line).notes.isEmpty == isEnough)
    #expect(merge(line).entries.result == .noContact, "it is a warning, no refusal")
  }

  @Test func theResultOfACaseThatEndedStands() {
    let known = Self.entries([Self.attempt(1)], result: .paid)
    var line = Self.line(known)
    line.result = .value(.managesAlone)
    #expect(merge(line, known).notes.map(\.code) == [.outcomeResultChanged])
    #expect(merge(line, known).entries == known)
    line.result = .empty
    #expect(merge(line, known).notes.map(\.code) == [.outcomeResultChanged])
    // A copy of the list from before the case ended says nothing of it.
    let before = Self.entries([Self.attempt(1)])
    var old = Self.line(before)
    old.attempts[1] = .value(Self.attempt(2))
    let merged = merge(old, before, known)
    #expect(merged.notes.isEmpty)
    #expect(merged.entries.result == .paid && merged.entries.attempts.count == 2)
  }
}
