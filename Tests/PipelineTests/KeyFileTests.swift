import Diagnostics
import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite struct KeyFileTests {
  private let published = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

  @Test func aMunicipalityWithoutItsOwnKeyUsesTheOneForAll() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("# comment\n\n* shared \(published)\n", to: "keys")
    let code = try #require(MunicipalityCode("0606"))
    #expect(try KeyFile(path: path).keys(for: code, dataAreReal: false).name == "shared")
  }

  @Test func thePublishedKeyIsRefusedForRealData() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("0606 test \(published)\n", to: "keys")
    let code = try #require(MunicipalityCode("0606"))
    let error = try #require(throws: Diagnostic.self) {
      _ = try KeyFile(path: path).keys(for: code, dataAreReal: true)
    }
    #expect(error.code == .testKeyRefused)
    #expect(error.code.effect.exitStatus == .keyMissing)
  }

  @Test func everyBrokenLineIsToldAtOnce() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "606 short \(published)\n0606 ok \(published)\n0622 odd abc\n", to: "keys")
    let list = try #require(throws: DiagnosticList.self) { _ = try KeyFile(path: path) }
    #expect(list.diagnostics.map(\.location.line) == [1, 3])
  }

  @Test func keysOfTwoMunicipalitiesNeverMeet() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("* shared \(published)\n", to: "keys")
    let file = try KeyFile(path: path)
    let schiedam = try file.keys(for: #require(MunicipalityCode("0606")), dataAreReal: false)
    let vlaardingen = try file.keys(for: #require(MunicipalityCode("0622")), dataAreReal: false)
    let message = ByteArena()
    message.append(string: "the same words")
    #expect(schiedam.person.hash(message.bytes) != vlaardingen.person.hash(message.bytes))
    #expect(schiedam.person.hash(message.bytes) != schiedam.household.hash(message.bytes))
  }

  @Test func aKeyHoldsFromItsDay() throws {
    let folder = try TemporaryFolder()
    let (one, two, three) = (
      String(repeating: "01", count: 32), String(repeating: "02", count: 32),
      String(repeating: "03", count: 32)
    )
    let path = try folder.write(
      "0606 c \(three) from 2028-01-01\n0606 a \(one)\n0606 b \(two) from 2027-01-01\n", to: "keys")
    try keep(path)
    let file = try KeyFile(path: path)
    let code = try #require(MunicipalityCode("0606"))
    func name(on day: String, of sent: String) throws -> String {
      let keys = try file.keys(
        for: code, dataAreReal: true, on: CalendarDate(iso: day))
      return try keys.holding(on: #require(CalendarDate(iso: sent))).name
    }
    for (day, sent, expected) in [
      ("2026-12-31", "2026-12-31", "a"), ("2027-01-01", "2026-12-31", "a"),
      ("2027-01-01", "2027-01-01", "b"), ("2028-06-01", "2027-12-31", "b"),
      ("2028-06-01", "2028-01-01", "c"), ("2028-06-01", "1999-01-01", "a"),
    ] {
      #expect(try name(on: day, of: sent) == expected)
    }
    let now = try file.keys(for: code, dataAreReal: true, on: CalendarDate(iso: "2028-06-01"))
    #expect(now.name == "c" && now.earlier.map(\.keys.name) == ["a", "b"])
  }

  @Test(arguments: [
    "0606 a KEY\n0606 b KEY\n", "0606 a KEY\n0606 a KEY from 2027-01-01\n",
    "* a KEY from 2027-01-01\n* b KEY from 2027-01-01\n",
  ])
  func keysThatDoNotTellWhichHoldsAreRefused(text: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(text.replacing("KEY", with: published), to: "keys")
    let list = try #require(throws: DiagnosticList.self) { _ = try KeyFile(path: path) }
    #expect(list.diagnostics.map(\.code) == [.keysUndated])
  }

  @Test(arguments: ["from", "from 2027-02-30", "until 2027-01-01", "from 2027-01-01 x"])
  func aDateThatIsNoneIsRefused(words: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("0606 a \(published) \(words)\n", to: "keys")
    let list = try #require(throws: DiagnosticList.self) { _ = try KeyFile(path: path) }
    #expect(list.diagnostics.map(\.code) == [.keyMalformed])
  }

  @Test func onlyTheOwnerMayReadASecret() throws {
    let folder = try TemporaryFolder()
    let secret = String(repeating: "07", count: 32)
    let path = try folder.write("0606 a \(secret)\n", to: "keys")
    for mode in [0o640, 0o604, 0o620, 0o602, 0o610] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
      let error = try #require(throws: Diagnostic.self) { _ = try KeyFile(path: path) }
      #expect(error.code == .keyFileUnsafe)
    }
    try keep(path)
    _ = try KeyFile(path: path)
    let folderError = try #require(throws: Diagnostic.self) {
      _ = try KeyFile(path: folder.url.path)
    }
    #expect(folderError.code == .keyFileUnsafe)
  }

  private func keep(_ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }
}
