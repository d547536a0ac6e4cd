public import Definitions
public import Diagnostics
internal import Model
public import Pipeline
internal import Tabular

/// Reads one delivery: guards, inflates, splits, maps and decodes it in a single pass.
///
/// Nothing is handed over before the end of the file was reached and its checksum verified. At any time
/// memory holds one block of text and what was decoded so far.
public struct DeliveryReader: Sendable {
  /// How much text is inflated and split at once.
  private let blockSize: Int

  /// Creates a reader.
  public init() { self.init(blockSize: 256 * 1024) }

  /// Creates a reader with blocks of another size, at least 64 bytes; that changes no delivery.
  init(blockSize: Int) { self.blockSize = blockSize }

  /// Reads a delivery.
  ///
  /// Rows that cannot be used are set aside in the result; they do not stop the others. The result's
  /// ``DecodedDelivery/diagnostics`` may hold one that stops publication.
  ///
  /// - Parameters:
  ///   - file: The delivery, and what was learnt of it when it was taken in.
  ///   - feed: What it must be.
  /// - Returns: Every data row of the file, decoded or rejected.
  /// - Throws: Everything that was found to be wrong with the delivery as a whole; each has the effect
  ///   ``Effect/deliveryRefused``.
  /// - Complexity: O(*n*) in the number of bytes.
  public func read(
    _ file: DeliveryFile, feed: FeedDefinition
  ) throws(DiagnosticList) -> DecodedDelivery {
    let location = Location(feed: feed.id.name, file: file.name.file)
    let reading = feed.delivery.name.read(file.name.file)
    var feed = reading?.supplement == nil ? feed : feed.expectingFewRows
    let receivedAt = reading?.received ?? file.receivedAt
    if feed.file.encoding == .detect {
      let refusal = DeliveryRefusal(feed: feed, location: location)
      feed.file.encoding = try EncodingDetection.encoding(path: file.path, feed, refusal)
    }
    let refusal = DeliveryRefusal(feed: feed, location: location)
    var pass = DeliveryPass(feed: feed, location: location, receivedAt: receivedAt)
    defer { pass.close() }
    let gzip = try refusal.translating { () throws(TabularError) in
      try GzipReader(
        path: file.path, limit: feed.file.maximumBytes, ratio: feed.file.maximumRatio)
    }
    let emptyLines = try stream(gzip, into: &pass, feed, refusal)
    var delivery = DecodedDelivery(
      name: file.name, feed: feed, period: reading?.period ?? "", receivedAt: receivedAt,
      sha256: file.sha256, bytes: file.bytes)
    delivery.hadChecksum = file.hasChecksum
    try pass.finish(into: &delivery, emptyLines: emptyLines)
    return delivery
  }

  /// Takes the text of a delivery through all steps, block by block.
  ///
  /// - Returns: The number of empty lines.
  private func stream(
    _ gzip: GzipReader, into pass: inout DeliveryPass, _ feed: FeedDefinition,
    _ refusal: DeliveryRefusal
  ) throws(DiagnosticList) -> Int {
    let csv = CSVReader(
      delimiter: feed.file.delimiter, maximumRowLength: feed.file.maximumRowLength)
    let block = CSVBlock()
    let text = ByteArena(capacity: blockSize)
    var encoding = EncodingCheck(feed.file.encoding)
    var isBeginning = true
    while try refusal.translating({ () throws(TabularError) in
      try gzip.read(into: text, room: blockSize)
    }) {
      var piece = text.bytes
      if isBeginning {
        if let finding = EncodingCheck.beginning(piece) { throw refusal.list(finding) }
        if piece.count >= 3, piece[0] == 0xEF, piece[1] == 0xBB, piece[2] == 0xBF {
          piece = piece[3..<piece.count]
        }
        isBeginning = false
      }
      if let finding = encoding.look(at: piece) { throw refusal.list(finding) }
      do throws(TabularError) {
        try csv.parse(piece, into: block)
      } catch {
        // A wrong header explains more than the broken row that it leads to.
        try pass.take(block, mayHoldHighBytes: encoding.hasHighBytes)
        throw refusal.list(error)
      }
      try pass.take(block, mayHoldHighBytes: encoding.hasHighBytes)
      block.removeRows()
      text.removeAll()
    }
    if let finding = encoding.end() { throw refusal.list(finding) }
    do throws(TabularError) {
      try csv.finish(into: block)
    } catch {
      try pass.take(block, mayHoldHighBytes: encoding.hasHighBytes)
      throw refusal.list(error)
    }
    try pass.take(block, mayHoldHighBytes: encoding.hasHighBytes)
    return csv.emptyLines
  }
}
