internal import Tabular

#if canImport(Glibc)
  internal import Glibc
#endif

/// What tells whether a file is still the one that was looked at, with the content it had then.
struct FileFacts: Equatable, Sendable {
  /// What stands there if it is no regular file.
  let other: PathKind?
  let bytes: Int
  /// How many names the file has on its disk.
  let links: Int
  private let device: UInt64
  private let inode: UInt64
  private let modified: Moment
  /// When content, names or permissions changed last, which no program can set.
  private let changed: Moment

  private struct Moment: Equatable, Sendable {
    var seconds: Int
    var nanoseconds: Int
  }

  /// Takes the facts from what the kernel says.
  init(_ status: stat) {
    other =
      switch status.st_mode & S_IFMT {
      case S_IFREG: nil
      case S_IFDIR: .folder
      case S_IFLNK: .link
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      case S_IFCHR, S_IFBLK: .device
      default: .other
      }
    bytes = Int(status.st_size)
    links = Int(status.st_nlink)
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    modified = Moment(seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    changed = Moment(seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec)
  }

  /// The facts of an open file; `nil` if the kernel does not give them.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }
}
