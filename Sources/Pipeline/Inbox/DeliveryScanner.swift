internal import Definitions

/// Asks a program of this machine, such as a virus scanner, about the copy of a delivery.
///
/// Only its exit status counts; see ``OutsideProgram``.
struct DeliveryScanner: Sendable {
  /// What the program said.
  enum Verdict: Equatable, Sendable {
    case clean
    case refused
    /// It said neither: a delivery that could not be scanned is not trusted.
    case failed(reason: String)
  }

  private let scan: ScanDefinition

  /// Creates a scanner.
  init(_ scan: ScanDefinition) { self.scan = scan }

  /// Runs the program and waits for it.
  ///
  /// - Parameter path: The file, as an absolute path.
  /// - Returns: What the program said.
  func look(at path: String) -> Verdict {
    let program = OutsideProgram(
      command: scan.command.map { $0 == ScanDefinition.placeholder ? path : $0 },
      timeoutSeconds: scan.timeoutSeconds)
    switch program.run() {
    case .exited(0): return .clean
    case .exited(1): return .refused
    case let end: return .failed(reason: end.words)
    }
  }
}
