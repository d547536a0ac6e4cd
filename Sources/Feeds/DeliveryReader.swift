public import Definitions
public import Diagnostics
internal import Model
public import Pipeline
internal import Tabular

/// Reads one delivery: guards, inflates and splits it in a single pass, and then maps and decodes its rows.
///
/// Nothing is decoded before the end of the file was reached and its checksum verified. Until then memory holds the
/// rows as they were delivered, which is never more than the file declares and its feed allows.
public struct DeliveryReader: Sendable {
  /// How much text is inflated and split at once.
  private let blockSize: Int
  private let smallText: Int
  private let order: RowOrder

  /// Creates a reader.
  ///
  /// - Parameter order: In which order it hands over the rows of a delivery.
  public init(order: RowOrder = .delivered) { self.init(blockSize: 256 * 1024, order: order) }

  /// Creates a reader with other sizes; that changes no delivery.
  ///
  /// - Parameters:
  ///   - blockSize: Bytes of a block, at least 64.
  ///   - smallText: Text up to here is kept, whatever the file says of its size.
  ///   - order: In which order it hands over the rows of a delivery.
  init(blockSize: Int, smallText: Int = 8 << 20, order: RowOrder = .delivered) {
    self.blockSize = blockSize
    self.smallText = smallText
    self.order = order
  }

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
      let refusal = DeliveryRefusal(file: feed.file, location: location)
      feed.file.encoding = try EncodingDetection.encoding(path: file.path, refusal)
    }
    let refusal = DeliveryRefusal(file: feed.file, location: location)
    func decoded(
      _ gzip: GzipReader, upTo bound: Int
    ) throws(DiagnosticList) -> DecodedDelivery? {
      var pass = DeliveryPass(
        feed: feed, location: location, receivedAt: receivedAt, order: order,
        bytes: min(gzip.declaredBytes, feed.file.maximumBytes))
      defer { pass.close() }
      guard let emptyLines = try stream(gzip, upTo: bound, into: &pass, feed, refusal)
      else { return nil }
      var delivery = DecodedDelivery(
        name: file.name, feed: feed, period: reading?.period ?? "", receivedAt: receivedAt,
        sha256: file.sha256, bytes: file.bytes)
      delivery.hadChecksum = file.hasChecksum
      try pass.finish(into: &delivery, emptyLines: emptyLines)
      return delivery
    }
    // Rows are kept while they are inflated only as far as the file says itself that it goes. If it says more than
    // is allowed, or goes on beyond, it is first inflated to its end without keeping anything: a bomb is
    // refused there, before it takes memory.
    let gzip = try refusal.open(file.path)
    if gzip.declaredBytes <= feed.file.maximumBytes,
      let delivery = try decoded(gzip, upTo: max(gzip.declaredBytes, smallText))
    {
      return delivery
    }
    let whole = try refusal.open(file.path)
    try refusal.translating { () throws(TabularError) in try whole.readThrough() }
    guard let delivery = try decoded(refusal.open(file.path), upTo: .max) else {
      throw DiagnosticList([Diagnostic(.deliveryUnreadable, at: location, ["reason": "it changed"])]
      )
    }
    return delivery
  }

  /// Takes the text of a delivery through all steps, block by block.
  ///
  /// - Returns: The number of empty lines; `nil` when there is more text than the bound.
  private func stream(
    _ gzip: GzipReader, upTo bound: Int, into pass: inout DeliveryPass, _ feed: FeedDefinition,
    _ refusal: DeliveryRefusal
  ) throws(DiagnosticList) -> Int? {
    let csv = CSVReader(
      delimiter: feed.file.delimiter, maximumRowLength: feed.file.maximumRowLength)
    let block = CSVBlock()
    let text = ByteArena(capacity: blockSize)
    var encoding = EncodingCheck(feed.file.encoding)
    var isBeginning = true
    while try refusal.translating({ () throws(TabularError) in
      try gzip.read(into: text, room: blockSize)
    }) {
      guard gzip.inflatedBytes <= bound else { return nil }
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

/// In which order the rows of a delivery are handed over.
public enum RowOrder: Sendable {
  /// As they stand in the file.
  case delivered
  /// By a digest of their bytes, as they stand in every file of a run.
  case canonical
}
