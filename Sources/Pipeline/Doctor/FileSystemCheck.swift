/// Whether files can be locked and renamed in one step, which a run relies on.
struct FileSystemCheck: HealthCheck {
  static let name = "file system"

  /// File systems whose locks and renames depend on another machine.
  private static let remote: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "glusterfs", "afs", "ncpfs", "davfs",
  ]

  func findings(of installation: Installation, on machine: any Machine) -> [Finding] {
    installation.written.map { name, path in finding(name, path, machine) }
  }

  private func finding(_ name: String, _ path: String, _ machine: any Machine) -> Finding {
    guard let type = machine.mount(of: path)?.type else {
      return warning(
        "cannot tell on which file system the \(name) folder stands",
        help: "look with findmnt --target \(path): it must not be one of another machine")
    }
    let help = "put it on a disk of this machine, with ext4 or XFS"
    guard !Self.remote.contains(type), !type.hasPrefix("fuse.") else {
      return problem(
        "the \(name) folder stands on \(type), where a lock or a rename may not be what it says",
        help: help)
    }
    guard machine.facts(of: path)?.kind == .folder else {
      return ok("the \(name) folder will stand on \(type)")
    }
    switch machine.trial(in: path) {
    case .works: return ok("locks and renames work in the \(name) folder (\(type))")
    case .notAllowed:
      return warning(
        "cannot try a lock and a rename in the \(name) folder: this user may not write there",
        help: "ask as the user of the run")
    case .refused(let reason):
      return problem("in the \(name) folder (\(type)) \(reason)", help: help)
    }
  }
}
