#if canImport(Glibc)
  internal import Glibc
#endif

/// The machine that the program runs on.
public struct ThisMachine: Machine {
  /// Names it.
  public init() {}

  public var userID: UInt32 { geteuid() }

  public var fileMask: UInt32 {
    // The only way to ask is to set it. Nothing else of the program is at work yet.
    let mask = umask(0o077)
    umask(mask)
    return mask
  }

  public var secondsSinceEpoch: Int { Today.secondsSinceEpoch() }

  public func facts(of path: String) -> PathFacts? {
    var status = stat()
    guard let kind = FileSystem.kind(of: path), lstat(path, &status) == 0 else { return nil }
    return PathFacts(
      kind: kind, owner: status.st_uid, mode: status.st_mode & 0o7777, bytes: Int(status.st_size),
      modified: status.st_mtim.tv_sec, device: Self.number(UInt64(status.st_dev)),
      special: Self.number(UInt64(status.st_rdev)))
  }

  public func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  public func names(in path: String) -> [String]? { FileSystem.names(in: path) }

  public func text(of path: String) -> String? {
    (try? FileSystem.read(path)).map { String(decoding: $0, as: UTF8.self) }
  }

  public func room(at path: String) -> DiskRoom? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    return DiskRoom(
      bytes: Int(status.f_bavail) * Int(status.f_frsize),
      files: status.f_files == 0 ? nil : Int(status.f_favail))
  }

  public func canExecute(_ path: String) -> Bool { access(path, X_OK) == 0 }

  public func isLocked(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    // Closing lets go of a lock that was free.
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  public func trial(in folder: String) -> DiskTrial {
    guard access(folder, W_OK) == 0 else { return .notAllowed }
    let first = "\(folder)/.doctor-\(getpid())"
    let second = first + ".renamed"
    func refusal(_ what: String) -> DiskTrial {
      .refused(reason: "\(what): \(FileSystem.lastError())")
    }
    guard mkdir(first, 0o700) == 0 else { return refusal("a folder cannot be made") }
    defer {
      for path in [first, second] {
        unlink(path + "/lock")
        rmdir(path)
      }
    }
    let descriptor = open(first + "/lock", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return refusal("a file cannot be made") }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      return refusal("a file cannot be locked")
    }
    guard fsync(descriptor) == 0 else { return refusal("a file cannot be synchronised") }
    guard Glibc.rename(first, second) == 0 else { return refusal("a folder cannot be renamed") }
    return .works
  }

  /// Takes a device number apart, as `gnu_dev_major` does.
  private static func number(_ device: UInt64) -> DeviceNumber {
    DeviceNumber(
      major: Int((device >> 8) & 0xFFF | (device >> 32) & 0xFFFF_F000),
      minor: Int(device & 0xFF | (device >> 12) & 0xFFFF_FF00))
  }
}
