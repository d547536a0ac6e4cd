public import Diagnostics

/// Looks whether a machine is fit for the nightly run, and changes nothing.
///
/// The one exception is a folder that is made, locked, renamed and removed again where runs are written.
public struct Doctor: Sendable {
  /// Every check, in the order of the report.
  ///
  /// A new check is a type in a file beside this one, and a line here.
  public static let checks: [any HealthCheck] = [
    DefinitionsCheck(), KeyCheck(), AccessCheck(), RoomCheck(), FileSystemCheck(),
    EncryptionCheck(),
    SwapCheck(), CoreDumpCheck(), ClockCheck(), ProgramCheck(), StateCheck(), LeftoverCheck(),
    LastRunCheck(),
  ]

  private let machine: any Machine

  /// Names the machine to look at.
  public init(machine: any Machine = ThisMachine()) { self.machine = machine }

  /// Makes every check.
  ///
  /// - Parameter installation: What is to be looked at.
  /// - Returns: What was found, at least one line for each check that concerns the installation.
  public func examine(_ installation: Installation) -> Checkup {
    Checkup(findings: Self.checks.flatMap { $0.findings(of: installation, on: machine) })
  }
}

/// What was found on a machine.
public struct Checkup: Sendable {
  public var findings: [Finding]

  /// How the command ends: complete without a problem, otherwise by the most specific problem.
  public var status: ExitStatus {
    let statuses = findings.filter { $0.verdict == .problem }.map(\.status)
    for status in [ExitStatus.definition, .stateDamaged, .keyMissing]
    where statuses.contains(status) {
      return status
    }
    return statuses.isEmpty ? .complete : .temporary
  }

  /// How many findings have a verdict.
  public func count(_ verdict: Finding.Verdict) -> Int {
    findings.count { $0.verdict == verdict }
  }
}
