/// Whether only the user of the run can read what holds personal data and secrets.
struct AccessCheck: HealthCheck {
  static let name = "access"

  func findings(of installation: Installation, on machine: any Machine) -> [Finding] {
    var findings: [Finding] = []
    let owner = expectedOwner(installation, machine)
    for (name, path) in installation.written {
      findings += folder(name, path, owner: owner, installation, machine)
    }
    if let path = installation.keyFile {
      findings += keys(path, owner: owner, installation, machine)
    }
    if let path = installation.inbox { findings += inbox(path, installation, machine) }
    findings.append(mask(machine))
    return findings
  }

  /// Whose the files should be: this user's, or, for root, those of whoever has some already.
  private func expectedOwner(_ installation: Installation, _ machine: any Machine) -> UInt32 {
    guard machine.userID == 0 else { return machine.userID }
    return installation.written.lazy.compactMap { machine.facts(of: $0.path)?.owner }.first ?? 0
  }

  private func folder(
    _ name: String, _ path: String, owner: UInt32, _ installation: Installation,
    _ machine: any Machine
  ) -> [Finding] {
    guard let facts = machine.facts(of: path) else {
      return [ok("the \(name) folder \(path) is not there yet; the first run makes it")]
    }
    guard facts.kind == .folder else {
      return [
        problem(
          "\(path) is \(facts.kind == .link ? "a link" : "no folder")",
          help: "name the \(name) folder itself: whoever changes a link leads the data elsewhere")
      ]
    }
    if facts.owner != owner { return [otherOwner(path, facts, owner)] }
    guard facts.mode & 0o077 == 0 else {
      return [
        opened(
          "\(path) can be entered by others than its owner (mode \(octal(facts.mode)))",
          help: "chmod 700 \(path): it holds personal data", installation)
      ]
    }
    return [ok("the \(name) folder \(path) is for its owner alone")]
  }

  private func keys(
    _ path: String, owner: UInt32, _ installation: Installation, _ machine: any Machine
  ) -> [Finding] {
    // Whether it can be read is for the check of keys.
    guard let facts = machine.facts(of: path) else { return [] }
    guard facts.kind == .file else {
      return [
        problem(
          "the key file \(path) is \(facts.kind == .link ? "a link" : "no file")",
          help: "name the file itself: whoever changes a link changes the keys")
      ]
    }
    if facts.owner != owner && facts.owner != 0 { return [otherOwner(path, facts, owner)] }
    if installation.keyCredential != nil { return [credential(path, facts, installation)] }
    guard facts.mode & 0o077 == 0 else {
      return [
        opened(
          "the key file \(path) can be used by others than its owner (mode \(octal(facts.mode)))",
          help: "chmod 600 \(path); if somebody may have read it, make new keys (SECURITY.md)",
          installation)
      ]
    }
    return [ok("the key file \(path) is for its owner alone")]
  }

  /// systemd gives the one user of a service access with a list, which shows as access of the group.
  private func credential(
    _ path: String, _ facts: PathFacts, _ installation: Installation
  ) -> Finding {
    facts.mode & 0o007 == 0
      ? ok("the credential \(path) is for the user of the service alone")
      : opened(
        "the credential \(path) can be used by every user (mode \(octal(facts.mode)))",
        help: "let systemd hand it over, with LoadCredential or LoadCredentialEncrypted",
        installation)
  }

  private func inbox(
    _ path: String, _ installation: Installation, _ machine: any Machine
  ) -> [Finding] {
    guard let facts = machine.facts(of: path) else {
      return [
        problem(
          "the inbox \(path) is not there", help: "make it, or name another one in the pipeline")
      ]
    }
    guard facts.kind == .folder, machine.names(in: path) != nil else {
      return [
        problem(
          "the inbox \(path) is not a folder that this user can read",
          help: "name the folder itself, and let the user of the run read it")
      ]
    }
    guard facts.mode & 0o007 == 0 else {
      return [
        opened(
          "the inbox \(path) is open to every user of the machine (mode \(octal(facts.mode)))",
          help: "chmod o= \(path); give who delivers access through a group or setfacl",
          installation)
      ]
    }
    return [ok("the inbox \(path) is closed to strangers")]
  }

  /// What others can read, which harms nobody while all data are invented.
  private func opened(_ said: String, help: String, _ installation: Installation) -> Finding {
    installation.dataAreReal || installation.pipeline == nil
      ? problem(said, help: help) : warning(said + "; the data are invented", help: help)
  }

  private func mask(_ machine: any Machine) -> Finding {
    let mask = machine.fileMask
    guard mask & 0o077 == 0o077 else {
      return warning(
        "new files can be for others than their owner (umask \(octal(mask)))",
        help: "begin the nightly run with umask 077, as the systemd unit and the cron example do")
    }
    return ok("new files are for their owner alone (umask \(octal(mask)))")
  }

  private func otherOwner(_ path: String, _ facts: PathFacts, _ owner: UInt32) -> Finding {
    problem(
      "\(path) belongs to user \(facts.owner), and the run is of user \(owner)",
      help: "ask as the user of the run, or give it the files with chown")
  }

  private func octal(_ mode: UInt32) -> String {
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
