import Foundation
import Model
import TestSupport
import Testing

@testable import Reports

@Suite("beoordeling.csv")
struct ReviewCSVTests {
  private func signal(_ id: UInt64, name: String) -> WorklistReviewSignal {
    var made = WorklistReviewSignal(
      id: SignalID(high: id, low: 1), partnerType: .rent, name: name,
      birthDate: PartialDate(year: 1980, month: 5) ?? .absent, address: "Kadehof 12 A",
      phones: ["06 12345678"])
    made.postcode = "3111 AB"
    made.city = "Schiedam"
    return made
  }

  private func written(_ pairs: [WorklistReviewPair]) throws -> (names: [String], text: String) {
    let folder = try TemporaryFolder()
    var list = SampleList.list([])
    list.reviewPairs = pairs
    let names = try ReviewCSV.write(list, to: folder.url.path)
    let bytes =
      names.isEmpty ? Data() : try Data(contentsOf: folder.url.appendingPathComponent(names[0]))
    return (names, String(decoding: bytes, as: UTF8.self))
  }

  @Test func thereIsNoFileWithoutPairs() throws {
    #expect(try written([]).names.isEmpty)
  }

  @Test func hasOneLineForEachPairAndRoomForAnAnswer() throws {
    let (names, text) = try written([
      WorklistReviewPair(
        number: 1, first: signal(1, name: "=cmd|' /C calc'!A0"), second: signal(2, name: ""),
        agrees: "Hetzelfde adres.", differs: "", reason: "Er pleit evenveel voor; als tegen.",
        isJoined: true)
    ])
    #expect(names == ["beoordeling.csv"])
    #expect(text.hasPrefix("\u{FEFF}Paar;Soort schuld A;"))
    let lines = text.dropFirst().components(separatedBy: "\r\n")
    #expect(lines.count == 3 && lines[2].isEmpty)
    let header = lines[0].components(separatedBy: ";")
    let place = try #require(header.firstIndex { $0.hasPrefix("Oordeel") })
    #expect(Array(header[(place + 1)...]) == ["Melding A", "Melding B"])
    #expect(lines[1].hasPrefix("1;huur;'=cmd|' /C calc'!A0;05-1980;Kadehof 12 A;3111 AB;Schiedam;"))
    #expect(lines[1].contains(";naam onbekend;"))
    #expect(
      lines[1].hasSuffix(
        ";\"Er pleit evenveel voor; als tegen.\";samen;;\(SignalID(high: 1, low: 1));"
          + "\(SignalID(high: 2, low: 1))"))
  }
}
