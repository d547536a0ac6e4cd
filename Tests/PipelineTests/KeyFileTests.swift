import Diagnostics
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
}
