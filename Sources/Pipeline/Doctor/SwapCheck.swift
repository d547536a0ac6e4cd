/// Whether memory of a run can end up on a disk that can be read.
struct SwapCheck: HealthCheck {
  static let name = "swap"

  private static let help = "switch swap off, or encrypt it (crypttab with /dev/urandom)"

  func findings(of installation: Installation, on machine: any Machine) -> [Finding] {
    guard let text = machine.text(of: "/proc/swaps") else {
      return [warning("cannot tell whether the machine swaps", help: "look with swapon --show")]
    }
    // The first line holds the names of the columns.
    let places = text.split(separator: "\n").dropFirst().compactMap {
      $0.split { $0 == " " || $0 == "\t" }.first.map(String.init)
    }
    guard !places.isEmpty else { return [ok("the machine has no swap")] }
    return places.map { finding($0, machine) }
  }

  private func finding(_ path: String, _ machine: any Machine) -> Finding {
    if path.hasPrefix("/dev/zram") { return ok("\(path) swaps to memory") }
    let disks = BlockDevices(of: machine)
    // A file that cannot be seen is not taken for its folder.
    let isFile = machine.facts(of: path)?.kind == .file
    let device = isFile ? disks.device(of: path) : disks.special(path)
    if let device, disks.isEncrypted(device) {
      return ok("\(path) swaps to an encrypted disk")
    }
    return warning(
      "cannot tell whether the swap \(path) is encrypted: it is not dm-crypt", help: Self.help)
  }
}
