public import Diagnostics

/// One thing that can be wrong with an installation.
public protocol HealthCheck: Sendable {
  /// What is looked at, as the report calls it.
  static var name: String { get }

  /// Looks, and says what was found.
  ///
  /// - Parameters:
  ///   - installation: What is to be looked at.
  ///   - machine: Where it stands.
  /// - Returns: Findings in a fixed order; none if there is nothing to look at.
  func findings(of installation: Installation, on machine: any Machine) -> [Finding]
}

extension HealthCheck {
  func ok(_ said: String) -> Finding {
    Finding(check: Self.name, verdict: .ok, said: said, help: "", status: .complete)
  }

  func warning(_ said: String, help: String) -> Finding {
    Finding(check: Self.name, verdict: .warning, said: said, help: help, status: .complete)
  }

  func problem(_ said: String, help: String, status: ExitStatus = .temporary) -> Finding {
    Finding(check: Self.name, verdict: .problem, said: said, help: help, status: status)
  }
}

/// What a check found.
///
/// Holds paths, counts and words of definitions; never a value of a delivery.
public struct Finding: Hashable, Sendable {
  /// How bad it is.
  public enum Verdict: String, CaseIterable, Sendable {
    case ok
    /// The run works; somebody should look at it.
    case warning
    /// The run does not work, or data are not safe.
    case problem
  }

  /// The name of the check.
  public var check: String
  public var verdict: Verdict
  /// One plain sentence.
  public var said: String
  /// What to do; empty if all is well.
  public var help: String
  /// How the command ends because of it.
  public var status: ExitStatus
}
