/// What the kernel says of disks in `/sys/dev/block`.
struct BlockDevices {
  private let machine: any Machine

  /// Names the machine.
  init(of machine: any Machine) { self.machine = machine }

  /// Whether all that is written to a disk passes through dm-crypt.
  ///
  /// - Parameter device: The disk.
  /// - Returns: `false` also when it cannot be told: hardware and hypervisors may encrypt unseen.
  func isEncrypted(_ device: DeviceNumber) -> Bool { isEncrypted(device, depth: 8) }

  private func isEncrypted(_ device: DeviceNumber, depth: Int) -> Bool {
    let folder = "/sys/dev/block/\(device)"
    if machine.text(of: folder + "/dm/uuid")?.hasPrefix("CRYPT-") == true { return true }
    // A volume of LVM or a mirror is as safe as the least safe disk below it.
    let below = machine.names(in: folder + "/slaves") ?? []
    guard depth > 0, !below.isEmpty else { return false }
    return below.allSatisfy { name in
      guard let number = self.number("\(folder)/slaves/\(name)/dev") else { return false }
      return isEncrypted(number, depth: depth - 1)
    }
  }

  private func number(_ path: String) -> DeviceNumber? {
    let numbers = (machine.text(of: path) ?? "").split { $0 == ":" || $0 == "\n" }
      .compactMap { Int($0) }
    return numbers.count == 2 ? DeviceNumber(major: numbers[0], minor: numbers[1]) : nil
  }

  /// The disk behind a path: its own, or, where the file system hides it, the one that was mounted.
  func device(of path: String) -> DeviceNumber? {
    let path = machine.existing(path)
    if let own = machine.facts(of: path)?.device, own.major != 0 { return own }
    guard let source = machine.mount(of: path)?.source, source.hasPrefix("/") else { return nil }
    return special(source)
  }

  /// The disk that a path below `/dev` is; `nil` if it is none.
  ///
  /// In a sandbox without disks, the kernel still knows it by its name.
  func special(_ path: String) -> DeviceNumber? {
    let resolved = machine.resolved(path) ?? path
    guard let facts = machine.facts(of: resolved) else {
      return number("/sys/class/block/\(FileSystem.name(of: resolved))/dev")
    }
    return facts.kind == .other && facts.special.major != 0 ? facts.special : nil
  }
}
