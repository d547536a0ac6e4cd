/// Whether a stolen disk can be read.
struct EncryptionCheck: HealthCheck {
  static let name = "encryption"

  func findings(of installation: Installation, on machine: any Machine) -> [Finding] {
    let disks = BlockDevices(of: machine)
    return installation.written.map { name, path in
      if let device = disks.device(of: path), disks.isEncrypted(device) {
        return ok("the disk of the \(name) folder is encrypted (dm-crypt)")
      }
      return warning(
        "cannot tell whether the disk of the \(name) folder is encrypted: it is not dm-crypt",
        help: "put it on LUKS, or write down who encrypts the disk otherwise (docs/operations.md)")
    }
  }
}
