import CZlib
public import Model

/// Inflates a gzip file of one or more members, block by block.
///
/// Checksum and length of each member are verified. What was read may be used only after ``read(into:room:)``
/// has returned `false`: a broken file shows only at its end. Bounds are kept while inflating, so that a
/// small file that becomes endless text is stopped at a few blocks, however much room it was given.
public final class GzipReader {
  /// Text up to here may be of any ratio: the first rows of a delivery can be much alike.
  public static let ratioCountsAfter = 16 << 20
  /// The most members; one without text costs time and gives no bytes to stop it by.
  public static let maximumMembers = 10_000

  private let file: RegularFile
  private let limit: Int
  private let ratio: Int
  private let onCompressed: ((ByteView) -> Void)?
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutablePointer<UInt8>
  private let inputSize = 256 * 1024
  private var state = State.beforeFirstMember
  private var members = 1

  /// How much text the file says that it holds, in its last bytes; of several members only the last says so.
  ///
  /// Anybody can write anything there: it is checked while inflating, and serves only to choose how to read.
  public let declaredBytes: Int

  /// Bytes of the file read so far; at the end the size of the file as delivered.
  public private(set) var compressedBytes = 0
  /// Bytes inflated so far.
  public private(set) var inflatedBytes = 0

  private enum State {
    case beforeFirstMember
    case insideMember
    case betweenMembers
    case ended
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: A regular file; links are not followed.
  ///   - limit: The most inflated bytes that are accepted.
  ///   - ratio: The most bytes of text for each byte of the file, judged once there is more text than
  ///     ``ratioCountsAfter``.
  ///   - onCompressed: Is shown each block of the file as it is read, in order, for a checksum.
  /// - Throws: A ``TabularError`` if it is no regular file or cannot be opened.
  public init(
    path: String, limit: Int = .max, ratio: Int = .max,
    onCompressed: ((ByteView) -> Void)? = nil
  ) throws(TabularError) {
    file = try RegularFile(path: path)
    declaredBytes = Int(file.lastNumber())
    self.limit = limit
    self.ratio = ratio
    self.onCompressed = onCompressed
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = .allocate(capacity: inputSize)
    // 15 bits of window, plus 16 for the gzip form alone.
    guard inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { throw .outOfMemory }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Appends the next inflated bytes to an arena.
  ///
  /// - Parameters:
  ///   - arena: Where they go.
  ///   - room: The most bytes to append, at least 1.
  /// - Returns: `false` at the verified end of the file, when nothing was appended.
  /// - Throws: A ``TabularError`` if the file is not gzip, ends early, is damaged, too large or a bomb.
  public func read(into arena: ByteArena, room: Int) throws(TabularError) -> Bool {
    let before = arena.count
    try arena.fill(room: room) { output throws(TabularError) in
      stream.pointee.next_out = output
      stream.pointee.avail_out = UInt32(clamping: room)
      let offered = Int(stream.pointee.avail_out)
      while stream.pointee.avail_out > 0 && state != .ended {
        if stream.pointee.avail_in == 0, try !refill() {
          try endOfFile(inflated: inflatedBytes + offered - Int(stream.pointee.avail_out))
          break
        }
        try step()
        try checkRatio(inflated: inflatedBytes + offered - Int(stream.pointee.avail_out))
      }
      return offered - Int(stream.pointee.avail_out)
    }
    inflatedBytes += arena.count - before
    guard inflatedBytes <= limit else { throw .tooManyBytes(limit: limit) }
    return arena.count > before
  }

  /// Inflates the whole file and keeps nothing of it.
  ///
  /// - Throws: A ``TabularError`` if the file is not gzip, ends early, is damaged, too large or a bomb.
  /// - Complexity: O(*n*) in the bytes of text; takes the memory of one block.
  public func readThrough() throws(TabularError) {
    let text = ByteArena(capacity: inputSize)
    while try read(into: text, room: inputSize) { text.removeAll() }
  }

  /// Judges how much the bytes of the file that were used so far have become.
  private func checkRatio(inflated: Int) throws(TabularError) {
    guard inflated > GzipReader.ratioCountsAfter else { return }
    let used = compressedBytes - Int(stream.pointee.avail_in)
    guard (inflated - 1) / ratio < used else { throw .tooDense(ratio: ratio) }
  }

  /// Reads the next block of the file.
  ///
  /// Returns false at its end.
  private func refill() throws(TabularError) -> Bool {
    let got = try file.read(into: input, count: inputSize)
    guard got > 0 else { return false }
    compressedBytes += got
    onCompressed?(ByteView(start: input, count: got))
    stream.pointee.next_in = input
    stream.pointee.avail_in = UInt32(got)
    return true
  }

  /// Inflates as far as input and room reach, or begins the next member.
  private func step() throws(TabularError) {
    switch state {
    case .beforeFirstMember:
      let kind = FileKind(
        beginning: ByteView(start: input, count: min(Int(stream.pointee.avail_in), 512)))
      if kind != .gzip && !(stream.pointee.avail_in == 1 && input[0] == 0x1F) {
        throw .notGzip(found: kind)
      }
      state = .insideMember
    case .betweenMembers:
      // A member begins with 1F 8B; zlib checks the second byte, which may be in the next block.
      guard stream.pointee.next_in.pointee == 0x1F else { throw .damaged(.trailingBytes) }
      inflateReset(stream)
      members += 1
      guard members <= GzipReader.maximumMembers else {
        throw .tooManyMembers(limit: GzipReader.maximumMembers)
      }
      state = .insideMember
    case .insideMember, .ended: break
    }
    switch inflate(stream, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: state = .betweenMembers
    case Z_MEM_ERROR: throw .outOfMemory
    default: throw .damaged(damage())
    }
  }

  private func endOfFile(inflated: Int) throws(TabularError) {
    switch state {
    case .beforeFirstMember: throw .notGzip(found: .nothing)
    case .insideMember: throw .truncated(bytes: inflated)
    case .betweenMembers, .ended: state = .ended
    }
  }

  /// What zlib's message says.
  private func damage() -> GzipDamage {
    guard let message = stream.pointee.msg.map({ String(cString: $0) }) else { return .data }
    return switch message {
    case "incorrect data check": .checksum
    case "incorrect length check": .length
    case "incorrect header check", "unknown compression method", "unknown header flags set",
      "header crc mismatch", "invalid window size":
      members == 1 ? .header : .trailingBytes
    default: .data
    }
  }
}
