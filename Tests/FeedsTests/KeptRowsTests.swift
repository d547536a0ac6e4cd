import Diagnostics
import Foundation
import Model
import Pipeline
import Tabular
import TestSupport
import Testing

@testable import Feeds

@Suite struct KeptRowsTests {
  private struct Lent: Equatable {
    var cells: [String]
    var bytes: String
    var number: Int
    var line: Int
    var digest: RowDigest
  }

  /// What stood in the blocks is the second implementation.
  @Test(arguments: [UInt64(1), 2, 3])
  func `Rows are lent as they were kept`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = (0..<400).map { number in
      let cells = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        String(repeating: "x\(number)", count: [0, 1, 2, 5, 90].randomElement(using: &random) ?? 0)
      }
      return "\"\(number)\n\";" + cells.joined(separator: ";") + "\n"
    }.joined()
    for (order, bytes) in [(RowOrder.delivered, 0), (.canonical, 0), (.canonical, 9 << 20)] {
      var kept = KeptRows(order, bytes: bytes)
      var expected: [Lent] = []
      let csv = CSVReader(delimiter: UInt8(ascii: ";"))
      let block = CSVBlock()
      let source = ByteArena()
      source.append(string: text)
      try csv.parse(source.bytes, into: block)
      try csv.finish(into: block)
      for index in 0..<block.rowCount {
        kept.keep(block, index, bytes: block.bytes(ofRow: index))
        let (high, low) = SipHash(key: (0, 0)).hash(block.bytes(ofRow: index))
        expected.append(
          Lent(
            cells: block[index].map { block.arena[block.cells[$0]].string },
            bytes: block.bytes(ofRow: index).string, number: index + 1,
            line: block.line(ofRow: index), digest: RowDigest(high: high, low: low)))
      }
      if order == .canonical { expected.sort { ($0.digest, $0.number) < ($1.digest, $1.number) } }
      var lent: [Lent] = []
      kept.lendAll { row in
        lent.append(
          Lent(
            cells: (0..<row.count).map { row[$0].string }, bytes: row.bytes.string,
            number: row.number, line: row.line, digest: row.digest))
      }
      #expect(lent == expected, "seed \(seed)")
    }
  }

  /// A reader that keeps the order of the file is the second implementation of one that puts rows in order.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `The order of rows changes nothing else`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let bytes = DeliveryPropertyTests.valid(&random)
    let feed = InventedFeed.definition()
    let delivered = try InventedFeed.read(bytes, feed, order: .delivered)
    let canonical = try InventedFeed.read(bytes, feed, order: .canonical)
    #expect(canonical.contentDigest == canonical.contentDigest.sorted())
    #expect(canonical.rejected.map(\.digest) == canonical.rejected.map(\.digest).sorted())
    #expect(canonical.diagnostics == delivered.diagnostics)
    #expect(Self.lines(canonical).sorted() == Self.lines(delivered).sorted(), "seed \(seed)")
    let (first, second) = (CanonicalOrder.of(delivered), CanonicalOrder.of(canonical))
    #expect(
      first.map { Self.row($0, delivered) } == second.map { Self.row($0, canonical) },
      "seed \(seed)")
  }

  private static func row(_ entry: DeliveredRow, _ delivery: DecodedDelivery) -> UInt32 {
    entry.decoded.map { delivery.signals.keys.row[$0] } ?? delivery.rejected[entry.rejected].row
  }

  /// Everything that is known of each row.
  private static func lines(_ delivery: DecodedDelivery) -> [String] {
    let writers = Received.columns.map { $0.writer(delivery.signals) }
    let decoded = (0..<delivery.signals.count).map { row in
      let out = ByteArena()
      for write in writers {
        write(row, out)
        out.append(",")
      }
      return out.bytes.string
        + "\(delivery.contentDigest[row]) \(delivery.objection[row])"
    }
    let rejected = delivery.rejected.map { row in
      let diagnostic = delivery.diagnostic(of: row)
      return "\(row.row) \(row.line) \(row.digest) \(diagnostic.code.id) "
        + "\(diagnostic.location) \(diagnostic.sentence) "
        + delivery.rejectedArena[row.content].string
        + delivery.rejectedArena[row.partnerReference].string
    }
    return decoded + rejected
  }
}
