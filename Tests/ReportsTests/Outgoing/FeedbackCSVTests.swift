import Foundation
import Model
import TestSupport
import Testing

@testable import Reports

@Suite struct FeedbackCSVTests {
  private func list(
    _ partner: String, tells: Bool, _ statuses: [SignalStatus], reference: String = "HW-1"
  ) throws -> PartnerFeedbackList {
    let day = try #require(CalendarDate(iso: "2026-11-09"))
    return PartnerFeedbackList(
      partner: partner, tellsCollectionPause: tells, count: statuses.count
    ) { position in
      PartnerFeedback(
        reference: Sensitive(reference), signal: SignalID(high: 0, low: UInt64(position + 1)),
        status: statuses[position], day: day,
        collectionPauseUntil: position == 1 ? day.adding(days: 30) : nil)
    }
  }

  @Test func aFileForEachPartner() throws {
    let folder = try TemporaryFolder()
    let names = try FeedbackCSV.write(
      [
        list("havenstad", tells: true, [.notYetPickedUp, .pickedUp]),
        list("zorgvast", tells: false, [.otherReason, .pickedUp], reference: "a,\"b\""),
      ], to: folder.url.path)
    #expect(names == ["terugkoppeling/havenstad.csv", "terugkoppeling/zorgvast.csv"])
    #expect(
      try String(contentsOfFile: folder.path(names[0]), encoding: .utf8) == """
        kenmerk,signaal_id,statuscode,status,datum,incassopauze_tot
        HW-1,00000000000000000000000000000001,nog-niet-opgepakt,Nog niet opgepakt,2026-11-09,
        HW-1,00000000000000000000000000000002,opgepakt,Opgepakt,2026-11-09,2026-12-09

        """)
    #expect(
      try String(contentsOfFile: folder.path(names[1]), encoding: .utf8) == """
        kenmerk,signaal_id,statuscode,status,datum
        "a,""b\""",00000000000000000000000000000001,niet-opgepakt,Niet opgepakt: andere reden,2026-11-09
        "a,""b\""",00000000000000000000000000000002,opgepakt,Opgepakt,2026-11-09

        """)
    let mode = try FileManager.default.attributesOfItem(
      atPath: folder.path(names[0]))[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func nobodyGetsAFileWithoutSignals() throws {
    let folder = try TemporaryFolder()
    #expect(try FeedbackCSV.write([], to: folder.url.path).isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func everyStatusHasAWordOfItsOwn() {
    #expect(Set(SignalStatus.allCases.map(\.code)).count == SignalStatus.allCases.count)
    #expect(Set(SignalStatus.allCases.map(\.rawValue)).count == SignalStatus.allCases.count)
    #expect(SignalStatus.allCases.filter { !$0.isNational } == [.pickedUp])
  }
}
