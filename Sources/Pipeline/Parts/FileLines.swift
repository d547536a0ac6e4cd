internal import Diagnostics
internal import Model
internal import Tabular

#if canImport(Glibc)
  internal import Glibc
#endif

/// The lines of a file of a run, one after another, as they stand: in the memory of one block.
///
/// A line of a table is a row: line ends within quotation marks are of it.
final class FileLines {
  private static let room = 1 << 18

  private let path: String
  private let isTable: Bool
  private var gzip: GzipReader?
  private var descriptor: Int32 = -1
  private var text = ByteArena(capacity: FileLines.room * 2)
  private var spare = ByteArena(capacity: FileLines.room * 2)
  private var from = 0
  private var hasMore = true

  /// Opens a file, plain or gzip.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isTable: Whether its rows can hold line ends.
  /// - Throws: A diagnostic if it cannot be read.
  init(_ path: String, isTable: Bool = true) throws {
    self.path = path
    self.isTable = isTable
    if path.hasSuffix(".gz") {
      do { gzip = try GzipReader(path: path) } catch { throw failure("\(error)") }
    } else {
      descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(FileSystem.lastError()) }
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The next line with its end; `nil` at the end of the file.
  ///
  /// - Returns: A view that is valid until the next call.
  /// - Throws: A diagnostic if the file cannot be read, or is damaged.
  /// - Complexity: O(bytes of the line).
  func next() throws -> ByteView? {
    while true {
      if let end = lineEnd() {
        defer { from = end }
        return text.bytes[from..<end]
      }
      guard hasMore else {
        guard from < text.count else { return nil }
        defer { from = text.count }
        return text.bytes[from..<text.count]
      }
      try refill()
    }
  }

  /// Where the line ends that begins at ``from``; `nil` if that was not read yet.
  private func lineEnd() -> Int? {
    let bytes = text.bytes
    var at = from
    var isQuoted = false
    while at < bytes.count {
      guard let found = memchr(bytes.start + at, 0x0A, bytes.count - at) else { return nil }
      let end = bytes.start.distance(to: found.assumingMemoryBound(to: UInt8.self)) + 1
      if !isTable { return end }
      while let quote = memchr(bytes.start + at, Int32(UInt8(ascii: "\"")), end - at) {
        isQuoted.toggle()
        at = bytes.start.distance(to: quote.assumingMemoryBound(to: UInt8.self)) + 1
      }
      if !isQuoted { return end }
      at = end
    }
    return nil
  }

  private func refill() throws {
    spare.removeAll()
    spare.append(text.bytes[from..<text.count])
    swap(&text, &spare)
    from = 0
    if let gzip {
      do { hasMore = try gzip.read(into: text, room: Self.room) } catch {
        throw failure("\(error)")
      }
      return
    }
    let before = text.count
    try text.fill(room: Self.room) { output in
      while true {
        let count = read(descriptor, output, Self.room)
        if count < 0 && errno == EINTR { continue }
        guard count >= 0 else { throw failure(FileSystem.lastError()) }
        return count
      }
    }
    hasMore = text.count > before
  }

  private func failure(_ reason: String) -> Diagnostic {
    Diagnostic(.readFailed, ["path": path, "reason": reason])
  }
}

/// Writes lines to a file, in the same pieces as tables are written, so that a gzip file has the same bytes.
final class LineSink {
  private let sink: ByteSink
  private let out = ByteArena(capacity: 1 << 17)

  /// Creates the file; it is compressed if its name says so.
  init(_ path: String) throws {
    sink = try ByteSink(path: path, compressed: path.hasSuffix(".gz"))
  }

  /// Writes a line that ends as it should.
  func write(_ line: ByteView) throws {
    out.append(line)
    guard out.count >= 1 << 16 else { return }
    try sink.write(out.bytes)
    out.removeAll()
  }

  /// Completes the file and waits until it is on the disk.
  func finish() throws {
    try sink.write(out.bytes)
    try sink.finish()
  }
}
