import Pipeline

/// A machine of which a test says everything.
///
/// As it is made, all is well on it: an encrypted disk with room, one run an hour ago, a clock that is kept right.
struct InventedMachine: Machine {
  static let now = 1_800_000_000
  static let user: UInt32 = 990

  var userID = InventedMachine.user
  var fileMask: UInt32 = 0o077
  var secondsSinceEpoch = InventedMachine.now
  var paths: [String: PathFacts] = [:]
  var texts: [String: String] = [:]
  var links: [String: String] = [:]
  var disk: DiskRoom? = DiskRoom(bytes: 50_000_000_000, files: 1_000_000)
  var executables: Set<String> = []
  var locked: Set<String> = []
  var trialOutcome = DiskTrial.works

  static let disk = DeviceNumber(major: 253, minor: 0)
  static let folder = PathFacts(kind: .folder, owner: user, mode: 0o700, device: disk)

  init() {
    for path in ["/", "/data", "/data/inbox", "/data/output", "/data/output/runs", "/data/state"] {
      paths[path] = Self.folder
    }
    addFile("/data/output/current/manifest.json", bytes: 1_000_000, modified: Self.now - 3600)
    addFile("/usr/bin/voorsein", modified: Self.now - 1_000_000)
    links["/proc/self/exe"] = "/usr/bin/voorsein"
    addFile("/run/systemd/timesync/synchronized")
    texts["/proc/self/mountinfo"] = "20 1 253:0 / / rw - ext4 /dev/mapper/root rw\n"
    texts["/sys/dev/block/253:0/dm/uuid"] = "CRYPT-LUKS2-0123-root\n"
    texts["/proc/swaps"] = "Filename Type Size Used Priority\n"
    texts["/proc/sys/kernel/core_pattern"] = "core\n"
  }

  /// An installation on it of which all is well.
  static let installation: Installation = {
    var installation = Installation(pipeline: "nightly.yml")
    installation.dataAreReal = true
    installation.inbox = "/data/inbox"
    installation.output = "/data/output"
    installation.state = "/data/state"
    installation.stateFiles = [.init(name: "0606.sqlite", problems: [])]
    installation.libraries = [.init(name: "SQLite", version: "3.40.1", least: "3.37")]
    return installation
  }()

  mutating func addFile(_ path: String, bytes: Int = 0, modified: Int = 0) {
    var folder = FileSystem.parentFolder(of: path)
    while folder != "/" {
      if paths[folder] == nil { paths[folder] = Self.folder }
      folder = FileSystem.parentFolder(of: folder)
    }
    paths[path] = PathFacts(
      kind: .file, owner: Self.user, mode: 0o600, bytes: bytes, modified: modified,
      device: Self.disk)
  }

  mutating func addDisk(_ path: String, _ number: DeviceNumber) {
    paths[path] = PathFacts(kind: .other, owner: 0, mode: 0o660, special: number)
  }

  func facts(of path: String) -> PathFacts? { paths[path] }
  func resolved(_ path: String) -> String? { links[path] ?? (paths[path] == nil ? nil : path) }
  func text(of path: String) -> String? { texts[path] }
  func room(at path: String) -> DiskRoom? { disk }
  func canExecute(_ path: String) -> Bool { executables.contains(path) }
  func isLocked(_ path: String) -> Bool { locked.contains(path) }
  func trial(in folder: String) -> DiskTrial { trialOutcome }

  func names(in path: String) -> [String]? {
    let start = path == "/" ? "/" : path + "/"
    let below = (Array(paths.keys) + texts.keys).filter { $0.hasPrefix(start) && $0 != start }
      .compactMap { $0.dropFirst(start.count).split(separator: "/").first.map(String.init) }
    return below.isEmpty && paths[path]?.kind != .folder ? nil : Set(below).sorted()
  }
}
