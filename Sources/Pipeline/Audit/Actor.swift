#if canImport(Glibc)
  internal import Glibc
#endif

/// Who runs this process, for the audit log.
enum Actor {
  /// The user of the machine by name or number, and who asked for it if `sudo` tells.
  static var name: String {
    let user = name(of: getuid())
    guard let asked = getenv("SUDO_USER").map({ String(cString: $0) }), isPlain(asked) else {
      return user
    }
    return "\(asked) as \(user)"
  }

  private static func name(of user: uid_t) -> String {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var room = [CChar](repeating: 0, count: 4096)
    guard getpwuid_r(user, &entry, &room, room.count, &found) == 0, found != nil,
      let name = entry.pw_name.map({ String(cString: $0) }), isPlain(name)
    else { return "user \(user)" }
    return name
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 64 && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}
