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
  ///
  /// From `/proc`, since `getrusage` of a process that was started by a larger one tells of that one.
  public static var peakResidentBytes: Int {
    guard let status = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(status) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), status) != nil {
      let words = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }.split { $0 <= 0x20 }
      guard words.count >= 2, words[0].elementsEqual("VmHWM:".utf8) else { continue }
      return (Int(String(decoding: words[1], as: UTF8.self)) ?? 0) * 1024
    }
    return 0
  }

  private static func monotonicSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
