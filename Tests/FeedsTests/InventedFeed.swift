import Definitions
import Diagnostics
import Feeds
import Foundation
import Model
import Pipeline
import Tabular
import TestSupport
import Testing

/// A feed made for tests, and deliveries of it.
enum InventedFeed {
  static let header = "Nr;Naam;Geboren;Bedrag;Sinds;Verzonden;Soort;Bezwaar;Notitie"

  /// Semicolons, UTF-8, Dutch amounts and dates.
  static func definition(_ change: (inout FeedDefinition) -> Void = { _ in }) -> FeedDefinition {
    var feed = FeedDefinition(
      id: FeedID("voorbeeld"), title: "Voorbeeld",
      partner: Partner(id: "voorbeeld", name: "Voorbeeld", type: .rent), source: "voorbeeld",
      municipalities: nil,
      delivery: DeliveryDefinition(
        name: NamePattern("voorbeeld_{period}_{received}.csv.gz"), dueDay: 10),
      file: FileFormat(encoding: .utf8, delimiter: UInt8(ascii: ";")),
      columns: [
        FeedColumn(header: "Nr", use: .field(.partnerReference, .text)),
        FeedColumn(header: "Naam", use: .field(.name, .text)),
        FeedColumn(header: "Geboren", use: .field(.birthDate, .dateDayMonthYear)),
        FeedColumn(header: "Bedrag", use: .field(.amount, .amountDecimalComma)),
        FeedColumn(header: "Sinds", use: .field(.arisenOn, .dateDayMonthYear)),
        FeedColumn(header: "Verzonden", use: .field(.signalledOn, .dateDayMonthYear)),
        FeedColumn(header: "Soort", use: .field(.kind, .lookup("soort"))),
        FeedColumn(header: "Bezwaar", use: .field(.objection, .lookup("bezwaar"))),
        FeedColumn(header: "Notitie", use: .ignored(reason: "not needed")),
      ],
      lookups: [
        "soort": ["huur": "vroegsignaal", "ontruiming": "ontruiming"],
        "bezwaar": ["ja": "ja", "nee": "nee"],
      ],
      constants: [.city: "Schiedam"], expectations: FeedExpectations())
    change(&feed)
    return feed
  }

  static let name = "voorbeeld_2026-10_20261106.csv.gz"

  /// Compresses bytes and reads them as a delivery.
  static func read(
    _ bytes: [UInt8], name: String = name, sidecar: String? = nil,
    _ feed: FeedDefinition = definition(), order: RowOrder = .delivered
  ) throws -> DecodedDelivery {
    let folder = try TemporaryFolder()
    let path = folder.path(name)
    let writer = try GzipWriter(path: path)
    try bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      try writer.write(ByteView(start: start, count: buffer.count))
    }
    try writer.finish()
    if let sidecar { try folder.write(sidecar, to: name + ".received") }
    return try DeliveryReader(order: order).read(DeliveryFile(at: path, feed: feed), feed: feed)
  }

  static func read(
    rows: [String], _ feed: FeedDefinition = definition()
  ) throws -> DecodedDelivery {
    try read(Array((([header] + rows).joined(separator: "\n") + "\n").utf8), feed)
  }

  /// The codes with which a delivery is refused.
  static func refusal(
    _ text: String, _ feed: FeedDefinition = definition(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [Diagnostic] { refusal(Array(text.utf8), feed, sourceLocation: sourceLocation) }

  static func refusal(
    _ bytes: [UInt8], _ feed: FeedDefinition = definition(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [Diagnostic] {
    let list = #expect(throws: DiagnosticList.self, sourceLocation: sourceLocation) {
      try read(bytes, feed)
    }
    let diagnostics = list?.diagnostics ?? []
    #expect(
      diagnostics.allSatisfy { $0.code.effect == .deliveryRefused }, sourceLocation: sourceLocation)
    return diagnostics
  }
}

extension Diagnostic {
  /// The sentence, which must have all its facts.
  var sentence: String {
    let sentence = DiagnosticText.sentence(self)
    #expect(!sentence.contains("not given"))
    #expect(!DiagnosticText.paragraph(self).contains("not given"))
    return sentence
  }
}
