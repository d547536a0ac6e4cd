internal import Definitions
internal import Model

#if canImport(Glibc)
  internal import Glibc
#endif

/// Asks a program of this machine, such as a virus scanner, about the copy of a delivery.
///
/// No shell takes part. The program gets no input and no environment but `PATH` and `LC_ALL`, and what it
/// says is thrown away, so that nothing of a delivery reaches a log. Only its exit status counts.
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
    switch start(scan.command.map { $0 == ScanDefinition.placeholder ? path : $0 }) {
    case .success(let process): return wait(for: process)
    case .failure(let refusal):
      return .failed(
        reason: "the program cannot be started (\(String(cString: strerror(refusal.number))))")
    }
  }

  private struct StartRefused: Error { var number: Int32 }

  /// Starts the program in a process group of its own, so that it can be ended with all that it started.
  ///
  /// It inherits no open file: everything that this program opens is closed on execution.
  private func start(_ command: [String]) -> Result<pid_t, StartRefused> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let environment = [
      "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C",
    ]
    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    let number = posix_spawn(&process, command[0], &actions, &attributes, arguments, variables)
    return number == 0 ? .success(process) : .failure(StartRefused(number: number))
  }

  /// Waits until the process ends; ends it when its time is over.
  private func wait(for process: pid_t) -> Verdict {
    let step: Int32 = 10
    var status: Int32 = 0
    var milliseconds = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return verdict(status) }
      if ended < 0 && errno != EINTR { return .failed(reason: "nobody knows how it ended") }
      if milliseconds >= scan.timeoutSeconds * 1000 {
        kill(-process, SIGKILL)
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return .failed(reason: "it did not end in time (timeout-seconds: \(scan.timeoutSeconds))")
      }
      poll(nil, 0, step)
      milliseconds += Int(step)
    }
  }

  private func verdict(_ status: Int32) -> Verdict {
    let signal = status & 0x7F
    guard signal == 0 else { return .failed(reason: "it was stopped by signal \(signal)") }
    switch (status >> 8) & 0xFF {
    case 0: return .clean
    case 1: return .refused
    case let code: return .failed(reason: "it ended with exit status \(code)")
    }
  }
}
