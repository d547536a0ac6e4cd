internal import Diagnostics
internal import Model

#if canImport(Glibc)
  internal import Glibc
#endif

/// Where the secrets stand: a file that its owner keeps, or a credential that systemd hands over.
struct KeyFileSource {
  /// Who else than the owner may never read it.
  private enum Others: mode_t {
    case groupAndOthers = 0o077
    /// systemd gives the one user of a service access with a list, which shows as access of the group.
    case others = 0o007
  }

  let path: String
  let bytes: [UInt8]
  private let owner: uid_t
  private let mode: mode_t
  private let others: Others

  /// Reads a file.
  ///
  /// - Throws: A diagnostic if it cannot be read or is no regular file.
  static func file(_ path: String) throws -> KeyFileSource {
    try KeyFileSource(path: path, others: .groupAndOthers)
  }

  /// Where systemd puts a credential of this service; `nil` outside a service that has any.
  static func path(ofCredential name: String) -> String? {
    guard let folder = getenv("CREDENTIALS_DIRECTORY").map({ String(cString: $0) }),
      folder.hasPrefix("/")
    else { return nil }
    return folder + "/" + name
  }

  /// Reads a credential of this service.
  ///
  /// - Parameter name: What the service calls it.
  /// - Returns: What it holds.
  /// - Throws: A diagnostic if there is none, or it cannot be read.
  static func credential(_ name: String) throws -> KeyFileSource {
    guard let path = path(ofCredential: name) else {
      throw Diagnostic(
        .credentialAbsent, ["name": name, "reason": "CREDENTIALS_DIRECTORY is not set"])
    }
    guard FileSystem.kind(of: path) != nil else {
      throw Diagnostic(
        .credentialAbsent, ["name": name, "reason": "there is no file \(path)"])
    }
    return try KeyFileSource(path: path, others: .others)
  }

  private init(path: String, others: Others) throws {
    self.path = path
    self.others = others
    if FileSystem.kind(of: path) == .link {
      throw Self.refusal(path, "it is a link", "name the file itself, so that nobody can swap it")
    }
    // Looked at after it was opened: what is read is what was looked at. A pipe is not waited for.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw Diagnostic(.keyFileAbsent, ["path": path, "reason": FileSystem.lastError()])
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw Diagnostic(.keyFileAbsent, ["path": path, "reason": FileSystem.lastError()])
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Self.refusal(path, "it is no regular file", "put the keys in a file of their own")
    }
    owner = status.st_uid
    mode = status.st_mode
    var read: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = Glibc.read(descriptor, &block, block.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw Diagnostic(.keyFileAbsent, ["path": path, "reason": FileSystem.lastError()])
      }
      if count == 0 { break }
      read.append(contentsOf: block[..<count])
    }
    bytes = read
  }

  /// Makes sure that nobody but the user and root can read or change it.
  ///
  /// - Throws: A diagnostic that says what to do.
  func checkAccess() throws {
    guard owner == geteuid() || owner == 0 else {
      throw Self.refusal(
        path, "another user owns it", "make the user of the run its owner: chown")
    }
    guard mode & others.rawValue == 0 else {
      throw Self.refusal(
        path, "others than its owner can use it", "take their access away: chmod 600 \(path)")
    }
  }

  private static func refusal(_ path: String, _ reason: String, _ hint: String) -> Diagnostic {
    Diagnostic(.keyFileUnsafe, ["path": path, "reason": reason, "hint": hint])
  }
}
