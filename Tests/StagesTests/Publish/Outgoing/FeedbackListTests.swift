import Model
import Pipeline
import Testing

@testable import Stages

@Suite("Feedback: what partners hear")
struct FeedbackListTests {
  /// The allow-list, spelled out a second time: whoever adds a field has to change this too.
  @Test func aPartnerHearsFiveThingsAndNoMore() {
    let feedback = PartnerFeedback(
      reference: Sensitive("HW-1"), signal: SignalID(high: 1, low: 1), status: .pickedUp,
      day: day("2026-11-09"), collectionPauseUntil: nil)
    let fields = Mirror(reflecting: feedback).children.compactMap(\.label)
    #expect(fields == ["reference", "signal", "status", "day", "collectionPauseUntil"])
    #expect(!"\(feedback)".contains("HW-1"))
  }

  @Test func everySignalHasTheStatusOfWhatBecameOfIt() {
    var tables = MunicipalityTables([
      ReportedSignal(id: 1),
      ReportedSignal(id: 2, disposition: .repeated),
      ReportedSignal(id: 3, disposition: .technicalDuplicate),
      ReportedSignal(id: 4, disposition: .superseded),
      ReportedSignal(id: 5, outcome: .deceased),
      ReportedSignal(id: 6, outcome: .movedAway),
      ReportedSignal(id: 7, disposition: .repeated, outcome: .deceased),
      ReportedSignal(id: 10), ReportedSignal(id: 11), ReportedSignal(id: 12),
      ReportedSignal(id: 13), ReportedSignal(id: 14, outcome: .deceased),
    ])
    tables.setAside([ReportedSignal(id: 8), ReportedSignal(id: 8), ReportedSignal(id: 1)])
    tables.history = History([ReportedSignal(id: 20), ReportedSignal(id: 21)])
    tables.add([
      HandledCase(id: 1, signals: [10]),
      HandledCase(id: 2, signals: [11, 20], pickedUpOn: "2026-11-06"),
      HandledCase(id: 3, signals: [12], result: .otherReason),
      HandledCase(id: 4, signals: [13], result: .noContact),
      HandledCase(id: 5, signals: [14], pickedUpOn: "2026-11-06", result: .financialHelp),
    ])
    #expect(
      OutgoingFixture.statuses(OutgoingFixture.outgoing(tables)) == [
        1: .notYetPickedUp, 2: .repeated, 5: .deceased, 6: .noResident, 7: .repeated,
        8: .unjustified, 10: .notYetPickedUp, 11: .pickedUp, 12: .otherReason, 13: .pickedUp,
        14: .pickedUp, 20: .pickedUp,
      ])
  }

  @Test(arguments: CaseResult.allCases)
  func aResultTellsThePartnerNoMoreThanTheLawAllows(result: CaseResult) throws {
    var tables = MunicipalityTables([ReportedSignal(id: 1)])
    tables.add([HandledCase(id: 1, signals: [1], result: result)])
    let told = try #require(OutgoingFixture.statuses(OutgoingFixture.outgoing(tables))[1])
    let isNotPickedUp = [
      .repeatedSignal, .unjustifiedSignal, .deceased, .noResident, .otherReason,
    ].contains(result)
    #expect(told.rawValue == (isNotPickedUp ? result.rawValue : "Opgepakt"))
  }

  @Test func aPartnerHearsOfItsOwnSignalsWhicheverFeedTheyCameBy() {
    let outgoing = OutgoingFixture.outgoing(
      MunicipalityTables([
        ReportedSignal(id: 1, partner: "zorgvast"), ReportedSignal(id: 2, partner: "havenstad"),
        ReportedSignal(id: 3, partner: "zorgvast", reference: "Z-3"),
      ]))
    #expect(outgoing.feedback.map(\.partner) == ["havenstad", "zorgvast"])
    #expect(outgoing.feedback.map { $0.all.map(\.signal.high) } == [[2], [1, 3]])
    #expect(outgoing.feedback[1].all.map(\.reference.value) == ["ref1", "Z-3"])
    #expect(outgoing.feedback[1].all.allSatisfy { $0.day == day("2026-11-09") })
  }

  /// Thirty days from acceptance, the last of them included, for every partner of the case.
  @Test(arguments: [
    ("2026-11-09", "2026-12-09"), ("2026-10-10", "2026-11-09"), ("2026-10-09", nil),
  ])
  func collectingStopsForThirtyDays(acceptedOn: String, until: String?) {
    var tables = MunicipalityTables([
      ReportedSignal(id: 1, partner: "a"), ReportedSignal(id: 2, partner: "b"),
      ReportedSignal(id: 3, partner: "b"),
    ])
    tables.add([
      HandledCase(
        id: 1, signals: [1, 2], pickedUpOn: acceptedOn, helpAcceptedOn: acceptedOn,
        result: .financialHelp)
    ])
    let outgoing = OutgoingFixture.outgoing(tables)
    let days = outgoing.feedback.flatMap { $0.all.map(\.collectionPauseUntil) }
    #expect(days == [until.map(day), until.map(day), nil])
    #expect(outgoing.feedback.allSatisfy { $0.tellsCollectionPause })
    let silent = OutgoingFixture.outgoing(tables, tellsAcceptance: false).feedback
    #expect(silent.allSatisfy { !$0.tellsCollectionPause })
    #expect(silent.flatMap { $0.all.map(\.collectionPauseUntil) } == [nil, nil, nil])
    #expect(silent.flatMap { $0.all.map(\.status) } == [.pickedUp, .pickedUp, .notYetPickedUp])
  }
}
