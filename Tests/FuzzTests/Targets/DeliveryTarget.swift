import Definitions
import Diagnostics
import Foundation
import Model
import Pipeline
import Tabular

@testable import Feeds

/// A delivery is read whole or refused: every row ends in one place, and no message holds a cell.
///
/// The first byte is the first letter of one of the shipped feeds; the rest is the text of a delivery.
enum DeliveryTarget {
  static func hold(_ input: ByteView) throws(BrokenPromise) {
    let feeds = try shipped.get()
    guard input.count > 0 else { return }
    let feed =
      feeds.first { $0.id.name.utf8.first == input[0] } ?? feeds[Int(input[0]) % feeds.count]
    let text = input[1..<input.count]
    let file = try ScratchFile([])
    do throws(TabularError) {
      let writer = try GzipWriter(path: file.path)
      try writer.write(text)
      try writer.finish()
    } catch {
      throw BrokenPromise("writing ends with \(error)")
    }
    let whole = read(file.path, feed, blockSize: 1 << 18)
    let pieces = read(file.path, feed, blockSize: 64 + input.copy.reduce(0) { $0 &+ Int($1) } % 400)
    switch (whole, pieces) {
    case (.success(let delivery), .success(let other)):
      try everyRowIsInOnePlace(delivery)
      try Silence(text, feed).hold(
        delivery.diagnostics + delivery.rejected.map { delivery.diagnostic(of: $0) })
      try expect(said(delivery) == said(other), "blocks of another size give another delivery")
    case (.failure(let refusal), .failure):
      try expect(!refusal.diagnostics.isEmpty, "it is refused without a reason")
      for diagnostic in refusal.diagnostics {
        try expect(diagnostic.code.effect == .deliveryRefused, "\(diagnostic) refuses nothing")
      }
      try Silence(text, feed).hold(refusal.diagnostics)
    default: throw BrokenPromise("it depends on the size of blocks whether it is refused")
    }
  }

  private static func everyRowIsInOnePlace(
    _ delivery: DecodedDelivery
  ) throws(BrokenPromise) {
    let signals = delivery.signals
    let rows = (signals.keys.row + delivery.rejected.map(\.row)).sorted()
    try expect(
      rows == (0..<delivery.rows).map { UInt32($0 + 1) }, "\(delivery.rows) rows became \(rows)")
    for column in Received.columns {
      let write = column.writer(signals)
      let out = ByteArena()
      for row in 0..<signals.count { write(row, out) }
      try expect(out.bytes.copy.isText, "\(column.name) holds bytes that are no text")
    }
    for row in 0..<signals.count {
      try expect(
        signals.signalledOn[row] <= signals.receivedAt[row], "a signal was sent after its receipt")
    }
    let validation = DeliveryValidation(delivery)
    try expect(
      validation.findings.reduce(0) { $0 + $1.count } == delivery.rejected.count,
      "the findings of validation are not those of the delivery")
  }

  /// Everything that a delivery says, but where its texts stand in memory.
  private static func said(_ delivery: DecodedDelivery) -> [String] {
    let out = ByteArena()
    for column in Received.columns {
      let write = column.writer(delivery.signals)
      for row in 0..<delivery.signals.count {
        write(row, out)
        out.append(0x1F)
      }
    }
    let rejected = delivery.rejected.map { row in
      "\(row.row) \(row.line) \(row.digest) \(DiagnosticText.paragraph(delivery.diagnostic(of: row))) "
        + delivery.rejectedArena[row.content].string
    }
    return [out.bytes.string, "\(delivery.contentDigest)", "\(delivery.objection)"] + rejected
      + delivery.diagnostics.map(DiagnosticText.paragraph)
  }

  private static func read(
    _ path: String, _ feed: FeedDefinition, blockSize: Int
  ) -> Result<DecodedDelivery, DiagnosticList> {
    let name = feed.delivery.name.text.replacing("{period}", with: "2026-10")
      .replacing("{received}", with: "20261106")
    let file = DeliveryFile(
      name: DeliveryName(feed: feed.id, file: name), path: path, sha256: "", bytes: 0)
    return Result { () throws(DiagnosticList) in
      try DeliveryReader(blockSize: blockSize).read(file, feed: feed)
    }
  }

  /// The feeds of this repository, in order.
  private static let shipped: Result<[FeedDefinition], BrokenPromise> = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../pipelines/feeds").standardizedFileURL.path
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      return .success(try names.map { try FeedLoader().load(path: "\(folder)/\($0)/feed.yml") })
    } catch {
      return .failure(BrokenPromise("the shipped feeds cannot be loaded: \(error)"))
    }
  }()
}
