/// What the doctor asks of a machine; a test invents one.
public protocol Machine: Sendable {
  /// The user of this process.
  var userID: UInt32 { get }
  /// The permissions that new files do not get.
  var fileMask: UInt32 { get }
  /// The wall clock.
  var secondsSinceEpoch: Int { get }

  /// What stands at a path, not following links; `nil` if nothing does, or it cannot be seen.
  func facts(of path: String) -> PathFacts?
  /// A path without links and dots; `nil` if it does not exist.
  func resolved(_ path: String) -> String?
  /// The names in a folder, sorted; `nil` if it is no folder that can be read.
  func names(in path: String) -> [String]?
  /// The content of a small file; `nil` if it cannot be read.
  func text(of path: String) -> String?
  /// How much room the disk of a path has; `nil` if the path does not exist.
  func room(at path: String) -> DiskRoom?
  /// Whether a program may be started.
  func canExecute(_ path: String) -> Bool
  /// Whether another process holds the lock of a file.
  func isLocked(_ path: String) -> Bool
  /// Makes a folder in a folder, locks a file in it, renames it and removes it.
  func trial(in folder: String) -> DiskTrial
}

/// What a machine says of a path.
public struct PathFacts: Hashable, Sendable {
  public var kind: FileSystem.Kind
  public var owner: UInt32
  /// The permissions, such as 0o700.
  public var mode: UInt32
  public var bytes: Int
  /// Seconds since 1970 of the last change of content.
  public var modified: Int
  /// The disk it stands on.
  public var device: DeviceNumber
  /// Which disk it is, if it is one.
  public var special: DeviceNumber

  /// Creates facts.
  public init(
    kind: FileSystem.Kind, owner: UInt32, mode: UInt32, bytes: Int = 0, modified: Int = 0,
    device: DeviceNumber = DeviceNumber(major: 0, minor: 0),
    special: DeviceNumber = DeviceNumber(major: 0, minor: 0)
  ) {
    self.kind = kind
    self.owner = owner
    self.mode = mode
    self.bytes = bytes
    self.modified = modified
    self.device = device
    self.special = special
  }
}

/// How the kernel numbers disks.
public struct DeviceNumber: Hashable, Sendable, CustomStringConvertible {
  public var major: Int
  public var minor: Int

  /// Creates a number.
  public init(major: Int, minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// As in `/sys/dev/block`, such as `254:0`.
  public var description: String { "\(major):\(minor)" }
}

/// How much more a disk can hold for this user.
public struct DiskRoom: Hashable, Sendable {
  public var bytes: Int
  /// How many files more; `nil` where the file system does not count them.
  public var files: Int?

  /// Creates a room.
  public init(bytes: Int, files: Int?) {
    self.bytes = bytes
    self.files = files
  }
}

/// How a folder bore the trial.
public enum DiskTrial: Hashable, Sendable {
  case works
  /// This user may not write there, which says nothing of the disk.
  case notAllowed
  case refused(reason: String)
}

extension Machine {
  /// A path that exists: this one or the nearest folder above it.
  func existing(_ path: String) -> String {
    var path = path
    while facts(of: path) == nil, path != "/", path != "." {
      path = FileSystem.parentFolder(of: path)
    }
    return path
  }

  /// The bytes of all files below a folder; links are not followed.
  func bytes(below folder: String) -> Int {
    (names(in: folder) ?? []).reduce(0) { sum, name in
      let path = folder + "/" + name
      guard let facts = facts(of: path) else { return sum }
      switch facts.kind {
      case .folder: return sum + bytes(below: path)
      case .file: return sum + facts.bytes
      case .link, .other: return sum
      }
    }
  }
}
