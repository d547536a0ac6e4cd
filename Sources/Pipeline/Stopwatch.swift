#if canImport(Glibc)
  internal import Glibc
#endif

/// How long something took and how much memory the process used.
///
/// For the manifest and the terminal only.
public struct Stopwatch: Sendable {
  private let start: Double

  /// Starts.
  public init() { start = Self.monotonicSeconds() }

  /// Seconds since the start, in thousandths.
  public var seconds: Double { ((Self.monotonicSeconds() - start) * 1000).rounded() / 1000 }

  /// The most memory that the process held at any moment, in bytes.
  public static var peakResidentBytes: Int {
    var usage = rusage()
    let ownProcess: Int32 = 0  // RUSAGE_SELF, which Swift sees as another type
    getrusage(ownProcess, &usage)
    return usage.ru_maxrss * 1024
  }

  private static func monotonicSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
