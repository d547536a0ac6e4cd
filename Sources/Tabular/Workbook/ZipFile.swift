import CZlib
import Glibc
internal import Model

/// The parts of a zip file, each found by its name in the directory at the end.
///
/// A name is only ever compared: nothing is written, so it can lead nowhere. A part is inflated into
/// memory, within bounds that are kept while inflating.
///
/// - Source: `pkware-appnote`.
final class ZipFile {
  /// The bounds of what is accepted.
  struct Limits {
    var fileBytes = 64 << 20
    var parts = 4096
    var partBytes = 256 << 20
    /// The most inflated bytes for each byte of a part, judged once there are more than
    /// `ratioCountsAfter`.
    ///
    /// Rows of empty cells come to some 100.
    var ratio = 400
    var ratioCountsAfter = 4 << 20
  }

  private struct Part {
    var method: Int
    var checksum: UInt
    var compressed: Int
    var inflated: Int
    var offset: Int
  }

  private let bytes = ByteArena()
  private let limits: Limits
  private var parts: [String: Part] = [:]

  /// Reads a file and its directory.
  ///
  /// - Throws: `unreadable`, `fileTooLarge`, `notZip`, `unusualZip` or `tooManyParts`.
  init(path: String, limits: Limits = Limits()) throws(WorkbookError) {
    self.limits = limits
    do {
      let file = try RegularFile(path: path)
      let room = 1 << 18
      var more = true
      while more && bytes.count <= limits.fileBytes {
        try bytes.fill(room: room) { output throws(TabularError) in
          let got = try file.read(into: output, count: room)
          more = got > 0
          return got
        }
      }
    } catch { throw .unreadable(error) }
    guard bytes.count <= limits.fileBytes else { throw .fileTooLarge(limit: limits.fileBytes) }
    try readDirectory()
  }

  /// The names of the parts, sorted.
  var names: [String] { parts.keys.sorted() }

  /// Whether there is a part of a name.
  func has(_ name: String) -> Bool { parts[name] != nil }

  /// The inflated bytes of a part; `nil` if there is none.
  ///
  /// - Throws: `partTooLarge`, `partTooDense`, `unusualZip` or `damagedPart`.
  func text(of name: String) throws(WorkbookError) -> ByteArena? {
    guard let part = parts[name] else { return nil }
    let text = ByteArena(capacity: min(part.inflated, limits.partBytes))
    try forEachBlock(of: name) { block throws(WorkbookError) in text.append(block) }
    return text
  }

  /// Shows the inflated bytes of a part, block by block.
  ///
  /// - Parameters:
  ///   - name: The part; nothing is shown if there is none.
  ///   - body: Is shown each block, valid until the next.
  /// - Throws: `partTooLarge`, `partTooDense`, `unusualZip` or `damagedPart`, or what `body` throws. Only at the end
  ///   is it known whether the bytes were those that the file says they are.
  func forEachBlock(
    of name: String, _ body: (ByteView) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    guard let part = parts[name] else { return }
    guard part.inflated <= limits.partBytes else { throw .partTooLarge(limit: limits.partBytes) }
    if part.inflated > limits.ratioCountsAfter,
      part.inflated / limits.ratio > part.compressed
    {
      throw .partTooDense(ratio: limits.ratio)
    }
    let at = part.offset
    guard at + 30 <= bytes.count, number(at, 4) == 0x0403_4B50 else { throw .damagedPart }
    let start = at + 30 + number(at + 26, 2) + number(at + 28, 2)
    guard start + part.compressed <= bytes.count else { throw .damagedPart }
    let compressed = bytes.bytes[start..<start + part.compressed]
    var count = 0
    var checksum: UInt = 0
    func show(_ block: ByteView) throws(WorkbookError) {
      count += block.count
      // Whoever goes on beyond what was promised promised too little.
      guard count <= part.inflated else { throw .damagedPart }
      checksum = crc32(checksum, block.start, UInt32(clamping: block.count))
      try body(block)
    }
    switch part.method {
    case 0: try show(compressed)
    case 8: try inflate(compressed, show)
    default: throw .unusualZip
    }
    guard count == part.inflated, checksum == part.checksum else { throw .damagedPart }
  }

  private func inflate(
    _ compressed: ByteView, _ show: (ByteView) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    // Minus 15: no header around the data, a window of 32 KiB.
    guard
      inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .damagedPart }
    defer { inflateEnd(stream) }
    stream.pointee.next_in = UnsafeMutablePointer(mutating: compressed.start)
    stream.pointee.avail_in = UInt32(clamping: compressed.count)
    let room = 1 << 18
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    defer { block.deallocate() }
    var status = Z_OK
    while status == Z_OK {
      stream.pointee.next_out = block
      stream.pointee.avail_out = UInt32(clamping: room)
      status = CZlib.inflate(stream, Z_NO_FLUSH)
      let got = room - Int(stream.pointee.avail_out)
      if got > 0 { try show(ByteView(start: block, count: got)) }
    }
    guard status == Z_STREAM_END else { throw .damagedPart }
  }

  /// Reads the directory: one entry for each part.
  private func readDirectory() throws(WorkbookError) {
    guard bytes.count >= 22, number(0, 4) == 0x0403_4B50 || number(0, 4) == 0x0605_4B50 else {
      throw .notZip
    }
    // The directory ends with a comment of at most 65,535 bytes.
    let first = max(0, bytes.count - 22 - 65_535)
    guard
      let end = (first...bytes.count - 22).last(where: { number($0, 4) == 0x0605_4B50 })
    else { throw .notZip }
    let count = number(end + 10, 2)
    guard number(end + 4, 4) == 0, number(end + 8, 2) == count, count != 0xFFFF else {
      throw .unusualZip
    }
    guard count <= limits.parts else { throw .tooManyParts(limit: limits.parts) }
    var at = number(end + 16, 4)
    for _ in 0..<count {
      guard at + 46 <= end, number(at, 4) == 0x0201_4B50 else { throw .notZip }
      let length = number(at + 28, 2)
      guard at + 46 + length <= end else { throw .notZip }
      // Bit 0: encrypted.
      guard number(at + 8, 2) & 1 == 0 else { throw .unusualZip }
      let name = bytes.bytes[at + 46..<at + 46 + length].string
      let part = Part(
        method: number(at + 10, 2), checksum: UInt(number(at + 16, 4)),
        compressed: number(at + 20, 4), inflated: number(at + 24, 4), offset: number(at + 42, 4))
      guard parts.updateValue(part, forKey: name) == nil else { throw .unusualZip }
      at += 46 + length + number(at + 30, 2) + number(at + 32, 2)
    }
  }

  /// A number of 2 or 4 bytes, little endian; the place must be in the file.
  private func number(_ at: Int, _ width: Int) -> Int {
    var value = 0
    for index in 0..<width { value |= Int(bytes.bytes[at + index]) << (8 * index) }
    return value
  }
}
