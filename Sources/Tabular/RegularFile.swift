import Glibc
internal import Model

/// An open descriptor of a regular file, closed when let go.
///
/// Neither a link nor a pipe that somebody put in the place of a file is ever followed or waited for.
final class RegularFile {
  private let descriptor: Int32

  /// Opens a file for reading.
  init(path: String) throws(TabularError) {
    descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let number = errno
      var status = stat()
      if number == ELOOP || number == ENXIO, lstat(path, &status) == 0,
        let kind = RegularFile.otherKind(status)
      {
        throw .notRegular(found: kind)
      }
      throw .unreadable(errno: number)
    }
    var status = stat()
    // What is thrown from here on lets go of the object, which closes the file: closing it here as well
    // could close a file that another thread has opened meanwhile.
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno: errno) }
    if let kind = RegularFile.otherKind(status) { throw .notRegular(found: kind) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Reads the next bytes.
  ///
  /// - Returns: How many; 0 at the end of the file.
  func read(into buffer: UnsafeMutablePointer<UInt8>, count: Int) throws(TabularError) -> Int {
    while true {
      let got = Glibc.read(descriptor, buffer, count)
      if got >= 0 { return got }
      if errno != EINTR { throw .unreadable(errno: errno) }
    }
  }

  /// The last four bytes of the file as a number (little endian); 0 if it has none.
  func lastNumber() -> UInt32 {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size >= 4 else { return 0 }
    var number: UInt32 = 0
    guard pread(descriptor, &number, 4, status.st_size - 4) == 4 else { return 0 }
    return UInt32(littleEndian: number)
  }

  private static func otherKind(_ status: stat) -> PathKind? {
    switch status.st_mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: .folder
    case S_IFLNK: .link
    case S_IFIFO: .pipe
    case S_IFSOCK: .socket
    case S_IFCHR, S_IFBLK: .device
    default: .other
    }
  }
}
