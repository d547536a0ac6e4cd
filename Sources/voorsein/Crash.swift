import Glibc

/// What a crash may leave behind: its signal, and nothing of a delivery.
///
/// The Swift runtime answers a crash with a report that shows the bytes which the registers point at, and the
/// system with a copy of the whole memory. In both there would be names, addresses and debts. It also
/// answers a signal from outside and then goes on, so that a run that was told to abort would publish.
enum Crash {
  /// The signals that the runtime answers with a report.
  private static let reported = [SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

  /// Lets a crash end the process at once, without a report and without a core file.
  static func leaveNothingBehind() {
    for number in reported { signal(number, SIG_DFL) }
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
