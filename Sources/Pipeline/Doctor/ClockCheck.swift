/// Whether the clock can be right: legal days are counted from it.
struct ClockCheck: HealthCheck {
  static let name = "clock"

  private static let keepers = [
    ("/run/chrony/chronyd.pid", "chrony"), ("/run/chronyd.pid", "chrony"),
    ("/run/ntpd.pid", "ntpd"), ("/run/openntpd.pid", "openntpd"),
  ]

  func findings(of installation: Installation, on machine: any Machine) -> [Finding] {
    let help = "set the clock: the run takes the day from it, and legal days are counted in days"
    let now = machine.secondsSinceEpoch
    if let program = machine.resolved("/proc/self/exe").flatMap(machine.facts),
      now < program.modified
    {
      return [problem("the clock is earlier than the program was made", help: help)]
    }
    if let output = installation.output, let last = LastRun(of: output, on: machine),
      now < last.modified
    {
      return [problem("the clock is earlier than the last run ended", help: help)]
    }
    if machine.facts(of: "/run/systemd/timesync/synchronized") != nil {
      return [ok("the clock can be right, and systemd-timesyncd keeps it right")]
    }
    if let (_, keeper) = Self.keepers.first(where: { machine.facts(of: $0.0) != nil }) {
      return [ok("the clock can be right, and \(keeper) is at work")]
    }
    return [
      warning(
        "the clock can be right; cannot tell whether something keeps it right",
        help: "look with timedatectl; a virtual machine may take the time from its host")
    ]
  }
}
