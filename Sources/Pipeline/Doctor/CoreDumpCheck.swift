/// Whether a crash can leave a copy of its memory behind.
struct CoreDumpCheck: HealthCheck {
  static let name = "core dumps"

  private static let help =
    "switch them off: Storage=none and ProcessSizeMax=0 in /etc/systemd/coredump.conf.d, or an empty "
    + "kernel.core_pattern"

  func findings(of installation: Installation, on machine: any Machine) -> [Finding] {
    guard let text = machine.text(of: "/proc/sys/kernel/core_pattern") else {
      return [
        warning(
          "cannot tell what the system does with the memory of a crash",
          help: "look with sysctl kernel.core_pattern")
      ]
    }
    let pattern = text.prefix { $0 != "\n" }
    guard pattern.hasPrefix("|") else {
      return [ok("a crash leaves no copy of its memory: the program allows none")]
    }
    let program = pattern.dropFirst().prefix { $0 != " " }
    if program.hasSuffix("systemd-coredump"), keepsNothing(machine) {
      return [ok("systemd-coredump keeps no copy of the memory of a crash")]
    }
    // A program behind a pipe is given the memory whatever the limits of the process are.
    return [problem("the memory of a crash is given to \(program)", help: Self.help)]
  }

  private func keepsNothing(_ machine: any Machine) -> Bool {
    let folder = "/etc/systemd/coredump.conf.d"
    let added = (machine.names(in: folder) ?? []).filter { $0.hasSuffix(".conf") }
      .map { "\(folder)/\($0)" }
    // The last one counts.
    let settings = (["/etc/systemd/coredump.conf"] + added).flatMap { path in
      (machine.text(of: path) ?? "").split(separator: "\n").compactMap { line -> String? in
        let words = line.split(separator: "=").map { $0.filter { $0 != " " } }
        return words.count == 2 && words[0] == "Storage" ? String(words[1]) : nil
      }
    }
    return settings.last == "none"
  }
}
