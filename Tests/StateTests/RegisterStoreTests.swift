import Definitions
import Diagnostics
import Foundation
import GRDB
import Model
import Pipeline
import State
import TestSupport
import Testing

@Suite struct RegisterStoreTests {
  private let day = CalendarDate(iso: "2026-11-09") ?? CalendarDate(days: 0)
  private let folder: TemporaryFolder
  private let municipality: MunicipalityDefinition

  init() throws {
    folder = try TemporaryFolder()
    municipality = MunicipalityDefinition(
      code: try #require(MunicipalityCode("0606")), name: "Schiedam", rules: "standaard",
      thresholds: [:], windows: [:],
      retention: Retention(notPickedUpMonths: 6, pickedUpMonths: 12, afterClosingMonths: 18),
      capacity: [:], firstAttemptWorkingDays: [:])
  }

  private func person(_ number: UInt64) -> PersonID { PersonID(high: number, low: 2) }

  private func identity(_ number: UInt64, _ text: String) throws -> KeptIdentity {
    let arena = ByteArena()
    let cell = arena.store(text)
    return KeptIdentity(
      person: person(number), row: RegisterRowID(high: number, low: 3),
      number: try #require(CitizenServiceNumber(arena[cell])), evidence: "address+surname+initial")
  }

  private func keep(
    _ identities: [KeptIdentity], remembered: [UInt64], daysLater: Int = 0
  ) throws {
    try RegisterStore(folder: folder.url.path).keep(
      identities, remembered: Set(remembered.map(person)), of: municipality,
      on: day.adding(days: daysLater))
  }

  @Test func aNumberGoesWithItsPersonAndAtTheEndOfTerms() throws {
    try keep([identity(1, "111222333"), identity(2, "123456782")], remembered: [1, 2])
    let store = StateStore(folder: folder.url.path)
    let erased = try store.erase([], persons: [person(1)], of: municipality, on: day)
    #expect(erased.identities == 1)
    #expect(try store.rows(of: [], persons: [person(2)], in: municipality).holdsNumber)
    #expect(try !store.rows(of: [], persons: [person(1)], in: municipality).holdsNumber)
    let terms = RetentionTerms(municipality.retention, on: day)
    #expect(try store.forget(past: terms, of: municipality, isTrial: true).identities == 1)
    #expect(try store.forget(past: terms, of: municipality, isTrial: false).identities == 1)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) {
      let bytes = try Data(contentsOf: folder.url.appendingPathComponent(name))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("111222333") && !text.contains("123456782"), "\(name)")
    }
  }

  private func rows() throws -> [[String]] {
    let database = try DatabaseQueue(path: folder.path("0606.register.sqlite"))
    return try database.read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM identity ORDER BY person_id").map { row in
        [row["bsn"], row["attached_on"], row["evidence"]]
      }
    }
  }

  @Test func aNumberIsKeptWithItsEvidence() throws {
    try keep([identity(1, "111222333")], remembered: [1])
    #expect(try rows() == [["111222333", "2026-11-09", "address+surname+initial"]])
    try keep([identity(1, "111222333")], remembered: [1], daysLater: 5)
    #expect(try rows()[0][1] == "2026-11-09", "the same answer again is no news")
    try keep([identity(1, "123456782")], remembered: [1], daysLater: 6)
    #expect(try rows() == [["123456782", "2026-11-15", "address+surname+initial"]])
  }

  @Test func whoIsRememberedNoMoreIsForgotten() throws {
    try keep([identity(1, "111222333"), identity(2, "123456782")], remembered: [1, 2])
    try keep([], remembered: [2])
    #expect(try rows().map { $0[0] } == ["123456782"])
    let bytes = try Data(contentsOf: folder.url.appendingPathComponent("0606.register.sqlite"))
    let journal = FileManager.default.contents(atPath: folder.path("0606.register.sqlite-wal"))
    for data in [bytes, journal ?? Data()] {
      #expect(data.range(of: Data("111222333".utf8)) == nil, "it is not even left on the page")
    }
  }

  @Test func onlyItsOwnerMayReadIt() throws {
    try keep([identity(1, "111222333")], remembered: [1])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names.contains("0606.register.sqlite"))
    for name in names {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
    }
  }

  @Test func nothingIsMadeWhenNothingIsKept() throws {
    try keep([], remembered: [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func aFileThatIsNoStoreIsNotTouched() throws {
    try folder.write(String(repeating: "no database ", count: 100), to: "0606.register.sqlite")
    let problem = try #require(throws: Diagnostic.self) {
      try keep([identity(1, "111222333")], remembered: [1])
    }
    #expect(problem.code == .stateDamaged)
    #expect(!DiagnosticText.paragraph(problem).contains("111222333"))
  }
}
