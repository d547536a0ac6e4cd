internal import Model

#if canImport(Glibc)
  internal import Glibc
#endif

/// A program of this machine that is run for something that this one does not do itself.
///
/// No shell takes part. The program gets no input and no environment but `PATH` and `LC_ALL`, and what it
/// says is thrown away, so that nothing of a person reaches a log.
struct OutsideProgram: Sendable {
  /// How it ended.
  enum End: Equatable, Sendable {
    case exited(Int)
    case stopped(signal: Int)
    case late(seconds: Int)
    case notStarted(reason: String)
    case unknown

    /// The end in words, for a message.
    var words: String {
      switch self {
      case .exited(let code): "it ended with exit status \(code)"
      case .stopped(let signal): "it was stopped by signal \(signal)"
      case .late(let seconds): "it did not end in time (timeout-seconds: \(seconds))"
      case .notStarted(let reason): "the program cannot be started (\(reason))"
      case .unknown: "nobody knows how it ended"
      }
    }
  }

  /// The absolute path of the program, and its arguments.
  let command: [String]
  let timeoutSeconds: Int

  /// Runs the program and waits for it.
  func run() -> End {
    switch start() {
    case .success(let process): return wait(for: process)
    case .failure(let refusal):
      return .notStarted(reason: String(cString: strerror(refusal.number)))
    }
  }

  private struct StartRefused: Error { var number: Int32 }

  /// Starts the program in a process group of its own, so that it can be ended with all that it started.
  ///
  /// It inherits no open file: everything that this program opens is closed on execution.
  private func start() -> Result<pid_t, StartRefused> {
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
  private func wait(for process: pid_t) -> End {
    let step: Int32 = 10
    var status: Int32 = 0
    var milliseconds = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return end(status) }
      if ended < 0 && errno != EINTR { return .unknown }
      if milliseconds >= timeoutSeconds * 1000 {
        kill(-process, SIGKILL)
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return .late(seconds: timeoutSeconds)
      }
      poll(nil, 0, step)
      milliseconds += Int(step)
    }
  }

  private func end(_ status: Int32) -> End {
    let signal = status & 0x7F
    return signal == 0 ? .exited(Int((status >> 8) & 0xFF)) : .stopped(signal: Int(signal))
  }
}
