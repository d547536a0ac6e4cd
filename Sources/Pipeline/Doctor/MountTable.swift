/// The file systems of a machine and where they begin, from `/proc/self/mountinfo`.
struct MountTable: Sendable {
  /// One file system in the tree of folders.
  struct Mount: Sendable {
    var device: DeviceNumber
    var point: String
    var type: String
    var source: String
  }

  private let mounts: [Mount]

  /// Reads the table of a machine; `nil` if it does not show one.
  init?(of machine: any Machine) {
    guard let text = machine.text(of: "/proc/self/mountinfo") else { return nil }
    mounts = text.split(separator: "\n").compactMap { Self.mount($0) }
  }

  /// The file system of a path; the last one, where several stand on one folder.
  ///
  /// - Parameter path: An absolute path without links.
  /// - Returns: `nil` if the table has none.
  func mount(of path: String) -> Mount? {
    mounts.filter { mount in
      mount.point == "/" || path == mount.point || path.hasPrefix(mount.point + "/")
    }.enumerated().max {
      ($0.element.point.utf8.count, $0.offset) < ($1.element.point.utf8.count, $1.offset)
    }?.element
  }

  /// One line: id, parent, device, root, point, options, a dash, type, source.
  private static func mount(_ line: Substring) -> Mount? {
    let words = line.split(separator: " ").map(String.init)
    guard words.count >= 6, let dash = words.firstIndex(of: "-"), dash + 2 < words.count else {
      return nil
    }
    let numbers = words[2].split(separator: ":").compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    return Mount(
      device: DeviceNumber(major: numbers[0], minor: numbers[1]), point: unescaped(words[4]),
      type: words[dash + 1], source: unescaped(words[dash + 2]))
  }

  /// A name with the spaces that the kernel writes as `\040`.
  private static func unescaped(_ word: String) -> String {
    word.replacing("\\040", with: " ").replacing("\\011", with: "\t")
      .replacing("\\134", with: "\\")
  }
}

extension Machine {
  /// The file system of a path, or of the nearest folder above it.
  func mount(of path: String) -> MountTable.Mount? {
    guard let resolved = resolved(existing(path)) else { return nil }
    return MountTable(of: self)?.mount(of: resolved)
  }
}
