internal import Diagnostics
internal import Model

#if canImport(Glibc)
  internal import Glibc
#endif

/// The few calls of the operating system that the pipeline makes, each with a typed failure.
public enum FileSystem {
  /// What stands at a path.
  public enum Kind: Sendable {
    case file
    case folder
    case link
    case other
  }

  /// What stands at a path, not following links; `nil` if nothing does.
  public static func kind(of path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// What a symbolic link says; `nil` if there is none.
  static func target(ofLink path: String) -> String? {
    guard kind(of: path) == .link, let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// How many bytes a file has, not following links; `nil` if there is none.
  static func size(of path: String) -> Int? {
    var status = stat()
    return lstat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Whether something stands at a path.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The names in a folder, sorted by their bytes.
  ///
  /// - Parameter path: The folder.
  /// - Returns: Names without `.` and `..`; `nil` if it is no folder that can be read.
  public static func names(in path: String) -> [String]? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes a folder and those above it, for the owner only.
  ///
  /// - Parameter path: The folder.
  /// - Throws: A diagnostic that says why not.
  public static func makeFolder(_ path: String) throws {
    if kind(of: path) == .folder { return }
    let parent = parentFolder(of: path)
    if parent != path && !exists(parent) { try makeFolder(parent) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw Diagnostic(.cannotCreate, ["path": path, "reason": lastError()])
    }
  }

  /// Removes a file or a folder with everything in it; nothing happens if there is none.
  ///
  /// - Parameter path: What to remove. Links are removed, not followed.
  /// - Throws: A diagnostic that says why not.
  public static func remove(_ path: String) throws {
    guard let kind = kind(of: path) else { return }
    if kind == .folder {
      for name in names(in: path) ?? [] { try remove(path + "/" + name) }
    }
    guard (kind == .folder ? rmdir(path) : unlink(path)) == 0 else {
      throw Diagnostic(.writeFailed, ["path": path, "reason": lastError()])
    }
  }

  /// Renames a file or folder in one step.
  ///
  /// - Parameters:
  ///   - from: The present name.
  ///   - to: The new name, on the same file system.
  /// - Throws: A diagnostic that says why not.
  public static func rename(_ from: String, to: String) throws {
    guard Glibc.rename(from, to) == 0 else {
      throw Diagnostic(.writeFailed, ["path": to, "reason": lastError()])
    }
  }

  /// Points a symbolic link somewhere, replacing an earlier link in one step.
  ///
  /// - Parameters:
  ///   - link: The link's own path.
  ///   - target: What it says, relative to its folder.
  /// - Throws: A diagnostic that says why not.
  public static func pointLink(_ link: String, to target: String) throws {
    let fresh = link + ".new"
    try remove(fresh)
    guard symlink(target, fresh) == 0 else {
      throw Diagnostic(.cannotCreate, ["path": link, "reason": lastError()])
    }
    try rename(fresh, to: link)
    try synchronise(folder: parentFolder(of: link))
  }

  /// Makes sure that the names in a folder are on the disk.
  ///
  /// - Parameter folder: The folder.
  /// - Throws: A diagnostic if the disk refuses.
  public static func synchronise(folder: String) throws {
    try synchronise(folder, O_RDONLY | O_DIRECTORY)
  }

  /// Makes sure that the names in a folder and in all folders below it are on the disk.
  ///
  /// What stands in the files was brought there by whoever wrote them.
  ///
  /// - Parameter folder: The folder.
  /// - Throws: A diagnostic if the disk refuses.
  static func synchronise(foldersFrom folder: String) throws {
    for name in names(in: folder) ?? [] where kind(of: "\(folder)/\(name)") == .folder {
      try synchronise(foldersFrom: "\(folder)/\(name)")
    }
    try synchronise(folder: folder)
  }

  private static func synchronise(_ path: String, _ access: Int32) throws {
    let descriptor = open(path, access | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      throw Diagnostic(.writeFailed, ["path": path, "reason": lastError()])
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw Diagnostic(.writeFailed, ["path": path, "reason": lastError()])
    }
  }

  /// Writes a small file whole, synchronised, for the owner only.
  ///
  /// - Parameters:
  ///   - text: The content.
  ///   - path: The file.
  /// - Throws: A diagnostic that says why not.
  public static func write(_ text: String, to path: String) throws {
    let sink = try ByteSink(path: path, compressed: false)
    let arena = ByteArena(capacity: text.utf8.count + 64)
    arena.append(string: text)
    try sink.write(arena.bytes)
    try sink.finish()
  }

  /// Reads a small file whole.
  ///
  /// - Parameter path: The file.
  /// - Returns: Its bytes.
  /// - Throws: A diagnostic that says why not.
  public static func read(_ path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachBlock(of: path) {
      bytes.append(contentsOf: UnsafeBufferPointer(start: $0.start, count: $0.count))
    }
    return bytes
  }

  /// Reads a file block by block, so that its size does not matter.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - body: Is shown each block in order.
  /// - Throws: A diagnostic that says why not, or what `body` throws.
  static func forEachBlock(of path: String, _ body: (ByteView) throws -> Void) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Diagnostic(.readFailed, ["path": path, "reason": lastError()])
    }
    defer { close(descriptor) }
    let room = 1 << 18
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    defer { block.deallocate() }
    while true {
      let count = Glibc.read(descriptor, block, room)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw Diagnostic(.readFailed, ["path": path, "reason": lastError()])
      }
      if count == 0 { return }
      try body(ByteView(start: block, count: count))
    }
  }

  /// Copies a file, or a folder with everything in it.
  ///
  /// Links are left out.
  ///
  /// - Parameters:
  ///   - from: What to copy.
  ///   - to: Its new path, which must not exist.
  /// - Throws: A diagnostic that says why not.
  static func copy(_ from: String, to: String) throws {
    switch kind(of: from) {
    case .folder:
      try makeFolder(to)
      for name in names(in: from) ?? [] { try copy("\(from)/\(name)", to: "\(to)/\(name)") }
    case .file:
      let sink = try ByteSink(path: to, compressed: false)
      try forEachBlock(of: from) { try sink.write($0) }
      try sink.finish()
    case .link, .other, nil: return
    }
  }

  /// The folder of a path.
  public static func parentFolder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last name of a path.
  public static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// What the operating system says of its last refusal.
  static func lastError() -> String { String(cString: strerror(errno)) }
}
