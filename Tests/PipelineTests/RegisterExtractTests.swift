import Definitions
import Diagnostics
import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

@Suite struct RegisterExtractTests {
  private let folder: TemporaryFolder
  private let use: RegisterUse
  private let code: MunicipalityCode
  private let day = CalendarDate(iso: "2026-11-09") ?? CalendarDate(days: 0)

  init() throws {
    folder = try TemporaryFolder()
    code = try #require(MunicipalityCode("0606"))
    use = RegisterUse(
      definition: RegisterDefinition(
        name: "proef", title: "Proef", source: "wgs/8b",
        file: FileFormat(encoding: .utf8, delimiter: UInt8(ascii: ";")), columns: [],
        maximumAgeDays: 7),
      folder: folder.url.path)
  }

  private func extract(day: String?) throws -> RegisterExtract {
    try folder.write("bytes", to: "0606/register.csv.gz")
    if let day { try folder.write(day, to: "0606/register.csv.gz.date") }
    return try RegisterExtract(use, of: code)
  }

  @Test func anExtractThatIsNotThereStopsTheRun() throws {
    let problem = try #require(throws: Diagnostic.self) { _ = try RegisterExtract(use, of: code) }
    #expect(problem.code == .registerAbsent)
    #expect(problem.code.effect.exitStatus == .inputAbsent)
    try FileManager.default.createDirectory(
      atPath: folder.path("0606/register.csv.gz"), withIntermediateDirectories: true)
    let other = try #require(throws: Diagnostic.self) { _ = try RegisterExtract(use, of: code) }
    #expect(other.code == .registerUnusable)
  }

  @Test(
    arguments: [
      ("2026-11-09", nil), ("2026-11-02\n", nil), ("2026-11-01", "REG-007"), ("2026-12-01", nil),
      (nil, "REG-008"),
    ] as [(String?, String?)])
  func itsAgeIsTold(written: String?, code: String?) throws {
    let notes = try extract(day: written).notes(use.definition, on: day)
    #expect(notes.map(\.code.id) == (code.map { [$0] } ?? []))
    #expect(notes.allSatisfy { $0.code.effect.exitStatus == .incomplete })
  }

  @Test(arguments: ["gisteren", "2026-13-01", "2026-11-09 of later", ""])
  func aDayThatIsNoneIsRefused(written: String) throws {
    let problem = try #require(throws: Diagnostic.self) { _ = try extract(day: written) }
    #expect(problem.code == .registerDayUnreadable)
  }

  @Test func anExtractThatChangesWhileItIsReadIsRefused() throws {
    let extract = try extract(day: nil)
    try extract.checkUnchanged()
    try folder.write("others", to: "0606/register.csv.gz")
    let problem = try #require(throws: Diagnostic.self) { try extract.checkUnchanged() }
    #expect(problem.code == .registerChanged)
    #expect(problem.code.effect.exitStatus == .temporary)
  }
}
