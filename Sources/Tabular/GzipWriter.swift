import CZlib
import Glibc
public import Model

/// Writes a gzip file whose bytes depend on its content alone.
///
/// The header has no name and no time, and text is deflated in blocks of a fixed size, however it
/// was handed over. A file counts only after ``finish()``.
public final class GzipWriter {
  private var descriptor: Int32
  private let stream: UnsafeMutablePointer<z_stream>
  private let pending: UnsafeMutablePointer<UInt8>
  private var pendingCount = 0
  private let output: UnsafeMutablePointer<UInt8>
  private let blockSize = 64 * 1024

  /// Creates the file, readable by this user alone, or empties it.
  ///
  /// - Parameters:
  ///   - path: Where; a link is not followed.
  ///   - level: 1 is fast, 9 is small.
  /// - Throws: ``TabularError/cannotCreate(errno:)``.
  public init(path: String, level: Int32 = 1) throws(TabularError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    let number = errno
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    pending = .allocate(capacity: blockSize)
    output = .allocate(capacity: blockSize)
    guard descriptor >= 0 else { throw .cannotCreate(errno: number) }
    let status = deflateInit2_(
      stream, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw .outOfMemory }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    deflateEnd(stream)
    stream.deallocate()
    pending.deallocate()
    output.deallocate()
  }

  /// Adds bytes.
  ///
  /// - Throws: ``TabularError/writeFailed(errno:)``.
  public func write(_ bytes: ByteView) throws(TabularError) {
    var from = 0
    while from < bytes.count {
      let taken = min(blockSize - pendingCount, bytes.count - from)
      (pending + pendingCount).update(from: bytes.start + from, count: taken)
      pendingCount += taken
      from += taken
      if pendingCount == blockSize { try deflatePending(Z_NO_FLUSH) }
    }
  }

  /// Writes what is left, brings it to the disk and closes the file.
  ///
  /// - Throws: ``TabularError/writeFailed(errno:)``.
  public func finish() throws(TabularError) {
    guard descriptor >= 0 else { return }
    try deflatePending(Z_FINISH)
    guard fsync(descriptor) == 0 else { throw .writeFailed(errno: errno) }
    let closing = descriptor
    descriptor = -1
    guard close(closing) == 0 else { throw .writeFailed(errno: errno) }
  }

  private func deflatePending(_ flush: Int32) throws(TabularError) {
    guard descriptor >= 0 else { throw .writeFailed(errno: EBADF) }
    stream.pointee.next_in = pending
    stream.pointee.avail_in = UInt32(pendingCount)
    pendingCount = 0
    repeat {
      stream.pointee.next_out = output
      stream.pointee.avail_out = UInt32(blockSize)
      deflate(stream, flush)
      try writeOut(blockSize - Int(stream.pointee.avail_out))
    } while stream.pointee.avail_out == 0
  }

  private func writeOut(_ count: Int) throws(TabularError) {
    var from = 0
    while from < count {
      let written = Glibc.write(descriptor, output + from, count - from)
      if written < 0 {
        if errno == EINTR { continue }
        throw .writeFailed(errno: errno)
      }
      from += written
    }
  }
}
