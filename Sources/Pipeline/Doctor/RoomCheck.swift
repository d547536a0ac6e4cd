/// Whether the disks have room for the coming runs.
struct RoomCheck: HealthCheck {
  static let name = "room"

  /// A run is written beside the last one, and its deliveries are copied first.
  private static let runs = 3
  /// What is asked for when there is no run to compare with.
  private static let leastBytes = 100_000_000
  private static let leastFiles = 1000

  func findings(of installation: Installation, on machine: any Machine) -> [Finding] {
    let last = installation.output.map { machine.bytes(below: $0 + "/current") } ?? 0
    return installation.written.compactMap { name, path in
      guard let room = machine.room(at: machine.existing(path)) else {
        return warning(
          "cannot tell how much room there is for the \(name) folder",
          help: "look with df \(path)")
      }
      return finding(name, path, room, last: last)
    }
  }

  private func finding(_ name: String, _ path: String, _ room: DiskRoom, last: Int) -> Finding {
    let needed = max(Self.runs * last, Self.leastBytes)
    let said =
      "\(Self.words(room.bytes)) free for the \(name) folder; "
      + (last == 0 ? "there is no run yet to compare with" : "the last run is \(Self.words(last))")
    let help = "make room on the disk of \(path): a run that cannot be written publishes nothing"
    if let files = room.files, files < Self.leastFiles {
      return problem(
        "only \(files) files more fit on the disk of the \(name) folder",
        help: "remove old runs, or many small files of something else")
    }
    if room.bytes < needed / Self.runs { return problem(said, help: help) }
    return room.bytes < needed ? warning(said, help: help) : ok(said)
  }

  /// A number of bytes in words, rounded down.
  static func words(_ bytes: Int) -> String {
    let units = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "kB")]
    guard let (size, unit) = units.first(where: { bytes >= $0.0 }) else { return "\(bytes) bytes" }
    return "\(bytes / size).\(bytes % size * 10 / size) \(unit)"
  }
}
