import Glibc
import Model

/// A file for one input, removed when let go.
final class ScratchFile {
  let path: String

  /// Creates a file in the folder for temporary files; `run.sh` names one in memory.
  init(_ bytes: [UInt8]) throws(BrokenPromise) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/voorsein-fuzz-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    guard descriptor >= 0 else { throw BrokenPromise("no file can be made in \(folder)") }
    defer { close(descriptor) }
    guard write(descriptor, bytes, bytes.count) == bytes.count else {
      throw BrokenPromise("\(path) cannot be written")
    }
  }

  deinit { unlink(path) }

  /// What stands in the file.
  func bytes() throws(BrokenPromise) -> [UInt8] {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw BrokenPromise("\(path) cannot be opened") }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, size, 0))
    }
    try expect(bytes.count == size, "\(path) cannot be read")
    return bytes
  }
}

extension ByteView {
  /// A copy of the bytes.
  var copy: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }
}
