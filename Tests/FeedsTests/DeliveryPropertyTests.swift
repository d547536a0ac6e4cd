import Definitions
import Diagnostics
import Feeds
import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Whatever comes in, nothing crashes and every row is accounted for.
@Suite struct DeliveryPropertyTests {
  static func account(_ bytes: [UInt8], _ feed: FeedDefinition) throws -> Bool {
    do {
      let delivery = try InventedFeed.read(bytes, feed)
      let rows = delivery.signals.keys.row + delivery.rejected.map(\.row)
      #expect(delivery.rows == delivery.signals.count + delivery.rejected.count)
      #expect(rows.sorted() == (0..<delivery.rows).map { UInt32($0 + 1) })
      #expect(delivery.signals.count == delivery.objection.count)
      #expect(delivery.signals.count == delivery.contentDigest.count)
      for column in Received.columns {
        let write = column.writer(delivery.signals)
        let out = ByteArena()
        for row in 0..<delivery.signals.count { write(row, out) }
        #expect(String(validating: bytesOf(out), as: UTF8.self) != nil)
      }
      let validation = DeliveryValidation(delivery)
      #expect(validation.findings.reduce(0) { $0 + $1.count } == validation.rejected)
      #expect(validation.decoded + validation.rejected == validation.rows)
      return true
    } catch let list as DiagnosticList {
      #expect(!list.diagnostics.isEmpty)
      #expect(list.diagnostics.allSatisfy { $0.code.effect == .deliveryRefused })
      for diagnostic in list.diagnostics { #expect(!diagnostic.sentence.isEmpty) }
      return false
    }
  }

  static func bytesOf(_ arena: ByteArena) -> [UInt8] {
    (0..<arena.count).map { arena.bytes[$0] }
  }

  static func valid(_ random: inout SeededGenerator) -> [UInt8] {
    var text = InventedFeed.header + "\n"
    for number in 0..<Int.random(in: 1...30, using: &random) {
      let name =
        ["Jansen", "\"Berg; van den\"", "Çelik", "\"de \"\"Uk\"\"\"", ""].randomElement(
          using: &random) ?? ""
      let amount = ["12,50", "€ 1.234,00", "x", "", "-3,00"].randomElement(using: &random) ?? ""
      let birth = ["00-00-1980", "31-02-1999", "", "1-1-2001"].randomElement(using: &random) ?? ""
      text += "A-\(number);\(name);\(birth);\(amount);;02-11-2026;huur;nee;\n"
    }
    return Array(text.utf8)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func mutatedDeliveriesAreAccountedFor(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let feeds = [
      InventedFeed.definition(), InventedFeed.definition { $0.file.encoding = .windows1252 },
      InventedFeed.definition { $0.file.maximumRowLength = 60 },
    ]
    let interesting = Array(";\",\n\r\0?€-.1é \u{1F}".utf8)
    var accepted = 0
    for round in 0..<250 {
      var bytes = Self.valid(&random)
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(interesting.randomElement(using: &random) ?? 0, at: at)
        case 2: bytes[at] = UInt8.random(in: 0...255, using: &random)
        default: bytes.swapAt(at, Int.random(in: 0..<bytes.count, using: &random))
        }
      }
      if try Self.account(bytes, feeds[round % feeds.count]) { accepted += 1 }
    }
    #expect(accepted > 40)
  }

  @Test func randomBytesAreAccountedFor() throws {
    var random = SeededGenerator(seed: 99)
    for _ in 0..<150 {
      let count = Int.random(in: 1...400, using: &random)
      var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      if Bool.random(using: &random) { bytes = Array((InventedFeed.header + "\n").utf8) + bytes }
      _ = try Self.account(bytes, InventedFeed.definition())
    }
  }

  /// Rows of any number over many blocks come out in order, with their own texts.
  @Test func longDeliveriesKeepTheirOrder() throws {
    var random = SeededGenerator(seed: 5)
    var rows: [String] = []
    for number in 0..<9000 {
      let name = String(repeating: "n", count: Int.random(in: 1...90, using: &random))
      rows.append("A-\(number);\(name)\(number);;12,00;;02-11-2026;huur;;\"a\nb\"")
    }
    let delivery = try InventedFeed.read(rows: rows)
    let signals = delivery.signals
    #expect(signals.count == 9000)
    for row in 0..<9000 {
      guard signals.arena[signals.partnerReference[row]].string == "A-\(row)",
        signals.arena[signals.name[row]].string.drop(while: { $0 == "n" }) == "\(row)"
      else {
        Issue.record("row \(row)")
        return
      }
    }
  }

  @Test func validationCountsAndKeepsTheFirstPlaces() throws {
    let bad = "A-1;Jansen;;abc;;02-11-2026;huur;;"
    let uneven = "A-1"
    let delivery = try InventedFeed.read(rows: [bad, uneven, bad, bad])
    let validation = DeliveryValidation(delivery, positions: 2)
    #expect(validation.rows == 4)
    #expect(validation.findings.map(\.code.id) == ["FEED-100", "FEED-102"])
    #expect(validation.findings.map(\.count) == [1, 3])
    #expect(validation.findings[1].first.map(\.location.row) == [1, 3])
  }
}
