import Model
import Testing

@testable import Stages

/// What earlier runs knew of a claim.
@Suite struct DeduplicateMemoryTests {
  private let september = Report(sent: "2026-09-01", cents: 10_000)
  private let october = Report(sent: "2026-10-01", cents: 10_000)

  @Test func aReportOnAnOpenClaimStaysOnTheListAndJoinsIt() throws {
    let distinct = try night([october], after: [EarlierReport(report: september)])
    #expect(distinct.disposition == [.kept])
    #expect(distinct.joins == [DeduplicateNight.id(1000)])
    #expect(distinct.sameAs == [.absent])
    #expect(distinct.fate(0) == .joinedCase)
    let alone = try night([october], after: [])
    #expect(alone.fate(0) == .listed)
  }

  @Test func aCopyOfAnOpenReportStaysOnTheListToo() throws {
    let distinct = try night([october], after: [EarlierReport(report: october)])
    #expect(distinct.fate(0) == .joinedCase)
  }

  @Test func aCopyOfWhatWasActedOnIsATechnicalDuplicate() throws {
    let distinct = try night([october], after: [EarlierReport(report: october, pickedUp: true)])
    #expect(distinct.disposition == [.technicalDuplicate])
    #expect(distinct.sameAs == [DeduplicateNight.id(1000)])
  }

  @Test func grownSinceItWasActedOnIsNewAndSinceItWasOpenJoins() throws {
    var more = october
    more.cents = 10_001
    for pickedUp in [true, false] {
      let distinct = try night(
        [more], after: [EarlierReport(report: september, pickedUp: pickedUp)])
      #expect(distinct.fate(0) == (pickedUp ? .listed : .joinedCase))
      #expect(distinct.grownFromCents == [10_000])
    }
  }

  @Test func theLatestReportOfAClaimDecides() throws {
    var august = september
    august.sent = "2026-08-01"
    let earlier = [
      EarlierReport(report: august, pickedUp: true), EarlierReport(report: september),
    ]
    #expect(try night([october], after: earlier).fate(0) == .joinedCase)
    #expect(try night([october], after: earlier.reversed()).fate(0) == .joinedCase)
    let acted = [EarlierReport(report: august), EarlierReport(report: september, pickedUp: true)]
    #expect(try night([october], after: acted).fate(0) == .repeated)
  }

  @Test func anOlderReportThatComesLaterSaysNothingNewOfAClaimThatWasActedOn() throws {
    let acted = EarlierReport(report: october, pickedUp: true)
    #expect(try night([september], after: [acted]).fate(0) == .repeated)
    var more = september
    more.cents = 20_000
    let distinct = try night([more], after: [acted])
    #expect(distinct.fate(0) == .listed)
    #expect(distinct.grownFromCents == [nil], "it was more before, so it has not grown")
    #expect(
      try night([september], after: [EarlierReport(report: october)]).fate(0) == .joinedCase)
  }

  @Test(arguments: [SignalKind.endOfSupply, .eviction, .endOfCover, .lateSignal])
  func aNewKindIsNeverARepeat(kind: SignalKind) throws {
    var threat = october
    threat.kind = kind
    let acted = EarlierReport(report: september, pickedUp: true)
    #expect(try night([threat], after: [acted]).fate(0) == .listed)
    var update = october
    update.kind = .update
    #expect(try night([update], after: [acted]).fate(0) == .repeated)
  }

  @Test func whatARepeatStoodForPointsToTheEarlierSignal() throws {
    let distinct = try night(
      [september, october],
      after: [EarlierReport(report: Report(sent: "2026-08-01", cents: 10_000), pickedUp: true)])
    #expect(distinct.disposition == [.superseded, .repeated])
    #expect(distinct.sameAs == [DeduplicateNight.id(1000), DeduplicateNight.id(1000)])
  }

  @Test(arguments: [Disposition.superseded, .repeated])
  func whatAnotherSignalStoodForIsNoReasonByItself(disposition: Disposition) throws {
    let earlier = EarlierReport(report: september, pickedUp: true, disposition: disposition)
    #expect(try night([october], after: [earlier]).fate(0) == .listed)
  }

  @Test func whatACorrectionReplacedCountsOnlyWhenItWasActedOn() throws {
    let open = EarlierReport(report: september, replaced: true)
    #expect(try night([october], after: [open]).fate(0) == .listed)
    let acted = EarlierReport(report: september, pickedUp: true, replaced: true)
    #expect(try night([october], after: [acted]).fate(0) == .repeated)
  }

  @Test func severalPeopleUnderOneReferenceStayApart() throws {
    var other = october
    other.surname = "Duinker"
    other.address = 2
    var sister = october
    sister.initials = "P."
    var brother = september
    brother.initials = "J."
    let acted = EarlierReport(report: september, pickedUp: true)
    #expect(try night([other], after: [acted]).fate(0) == .listed)
    #expect(
      try night([sister], after: [EarlierReport(report: brother, pickedUp: true)]).fate(0)
        == .listed)
    #expect(try night([brother, sister], after: []).disposition == [.kept, .kept])
    // One that moved, and that matching took for two people before, is compared by address.
    var moved = september
    moved.address = 2
    let two = [acted, EarlierReport(report: moved, pickedUp: true, person: 2)]
    #expect(try night([october], after: two).sameAs == [DeduplicateNight.id(1000)])
  }

  @Test func oneBirthDateUnderOneReferenceOutweighsOtherInitials() throws {
    var known = september
    known.initials = "A.J."
    known.born = "1980-05-31"
    var called = october
    called.initials = "J."
    called.born = "1980-05-31"
    let acted = EarlierReport(report: known, pickedUp: true)
    #expect(try night([called], after: [acted]).fate(0) == .repeated)
    known.reference = ""
    called.reference = ""
    #expect(try night([known, called], after: []).disposition == [.kept, .kept])
  }

  /// What must agree without a reference, and what may not contradict.
  @Test(arguments: [
    ("J.", "", "J.", "", UInt64(1), Fate.repeated), ("J.", "", "", "", 1, .repeated),
    ("J.", "", "J.P.", "", 1, .repeated), ("J.", "", "P.", "", 1, .listed),
    ("", "1980-05-31", "", "1980", 1, .repeated), ("", "1980-05-31", "", "1981", 1, .listed),
    ("J.", "1980-05-31", "J.", "1980-05-31", 2, .repeated),
    ("J.", "1980-05-31", "P.", "1980-05-31", 2, .listed),
    ("", "1980-05-31", "", "1980-05-31", 2, .listed), ("J.", "1980", "J.", "1980", 2, .listed),
    ("J.", "", "J.", "", 2, .listed), ("J.", "1980-05-31", "J.", "1980-05-31", 0, .repeated),
  ])
  func withoutAReferenceOnePersonIsRecognisedAndAnotherNever(
    initials: String, born: String, laterInitials: String, laterBorn: String, address: UInt64,
    fate: Fate
  ) throws {
    var first = september
    first.reference = " "
    first.initials = initials
    first.born = born
    var later = october
    later.reference = ""
    later.initials = laterInitials
    later.born = laterBorn
    later.address = address
    let acted = EarlierReport(report: first, pickedUp: true)
    #expect(try night([later], after: [acted]).fate(0) == fate)
    // The same in one run.
    let together = try night([first, later], after: [])
    #expect((together.disposition[0] == .superseded) == (fate == .repeated))
    // Another surname at the address, or another partner, is never the same.
    var neighbour = later
    neighbour.surname = "Duinker"
    #expect(try night([neighbour], after: [acted]).fate(0) == .listed)
    var bride = later
    bride.surname = "Duinker"
    bride.partnerSurname = "Zeegers"
    #expect(try night([bride], after: [acted]).fate(0) == fate)
    var partner = later
    partner.partner = "waterdruppel"
    #expect(try night([partner], after: [acted]).fate(0) == .listed)
  }

  @Test func aRowThatSaysLittleDoesNotMakeOnePersonOfTwo() throws {
    var reports = ["J.", "", "P."].map { initials in
      var report = october
      report.reference = ""
      report.initials = initials
      return report
    }
    #expect(try night(reports, after: []).disposition == [.kept, .kept, .kept])
    reports[1].initials = "J."
    #expect(try night(reports, after: []).disposition == [.kept, .technicalDuplicate, .kept])
  }

  private func night(_ reports: [Report], after history: [EarlierReport]) throws -> Distinct {
    try DeduplicateNight.run(reports, history: history)
  }
}
