import Diagnostics
import Foundation
import Model
import Pipeline
import Tabular
import TestSupport
import Testing

@Suite struct StageFileTests {
  @Test func whatIsWrittenIsReadBack() throws {
    let folder = try TemporaryFolder()
    let history = sampleHistory()
    try StageFile.write(history, to: folder.path("history.csv.gz"))
    let read = try StageFile.read(History.self, from: folder.url.path, stage: "deduplicate")
    #expect(read.signalID == history.signalID)
    #expect(read.amountCents == history.amountCents)
    #expect(read.arena[read.partnerReference[0]].string == "K,1\"2")
    #expect(read.partnerReference[1].isEmpty)
    try StageFile.write(read, to: folder.path("again.csv.gz"))
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder.path("history.csv.gz")))
        == Data(contentsOf: URL(fileURLWithPath: folder.path("again.csv.gz"))))
  }

  @Test func anAbsentFileNamesTheStageThatNeedsIt() throws {
    let folder = try TemporaryFolder()
    let error = try #require(throws: Diagnostic.self) {
      _ = try StageFile.read(History.self, from: folder.url.path, stage: "deduplicate")
    }
    #expect(error.code == .stageFileAbsent)
    #expect(error.facts["stage"] == "deduplicate")
    #expect(error.code.effect.exitStatus == .inputAbsent)
  }

  @Test func aCellOfAnotherKindIsToldWithItsPlaceAndWithoutItsValue() throws {
    let folder = try TemporaryFolder()
    var history = sampleHistory()
    history.partnerReference = history.partnerReference.map { _ in .empty }
    try StageFile.write(history, to: folder.path("plain.csv"), compressed: false)
    let text = try String(contentsOfFile: folder.path("plain.csv"), encoding: .utf8)
      .replacingOccurrences(of: ",200,", with: ",twohundred,")
    try writeGzip(text, to: folder.path("history.csv.gz"))
    let error = try #require(throws: Diagnostic.self) {
      _ = try StageFile.read(History.self, from: folder.url.path, stage: "deduplicate")
    }
    #expect(error.code == .stageFileCell)
    #expect(error.location.row == 2)
    #expect(error.location.column == "amount_cents")
    #expect(!DiagnosticText.paragraph(error).contains("twohundred"))
  }

  @Test func otherColumnsAreRefused() throws {
    let folder = try TemporaryFolder()
    try writeGzip("signal_id,partner\n", to: folder.path("history.csv.gz"))
    let error = try #require(throws: Diagnostic.self) {
      _ = try StageFile.read(History.self, from: folder.url.path, stage: "deduplicate")
    }
    #expect(error.code == .stageFileColumns)
    #expect(error.facts["found"]?.contains("missing: partner_type") == true)
  }

  private func sampleHistory() -> History {
    var history = History()
    for index in 0..<2 {
      history.signalID.append(SignalID(high: UInt64(index + 1), low: 9))
      history.partner.append(history.arena.store("waterdruppel"))
      history.partnerType.append(.water)
      history.partnerReference.append(history.arena.store(index == 0 ? "K,1\"2" : ""))
      history.kind.append(.endOfSupply)
      history.receivedAt.append(CalendarDate(days: 20_000))
      history.signalledOn.append(CalendarDate(days: 19_999))
      history.amountCents.append(Int64(100 * (index + 1)))
      history.personID.append(PersonID(high: 1, low: 1))
      history.householdID.append(HouseholdID(high: 2, low: 2))
      history.pickedUp.append(index == 1)
      history.replaced.append(index == 0)
      history.disposition.append(.kept)
      history.sameAs.append(.absent)
      history.appendUnknownPerson()
    }
    return history
  }

  private func writeGzip(_ text: String, to path: String) throws {
    let writer = try GzipWriter(path: path)
    let arena = ByteArena()
    arena.append(string: text)
    try writer.write(arena.bytes)
    try writer.finish()
  }
}
