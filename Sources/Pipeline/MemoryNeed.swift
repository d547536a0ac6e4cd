internal import Diagnostics
internal import Model

#if canImport(Glibc)
  internal import Glibc
#endif

/// How much memory a run will need, before it begins.
///
/// All deliveries of a run are in memory at once, with what the stages made of the municipalities that are being
/// worked on; docs/scaling.md says what is there when, and how the numbers were measured.
struct MemoryNeed {
  /// What is needed without any delivery.
  private static let least = 64 << 20
  /// For each inflated byte: what a run keeps of every row, and of the rows of its own municipalities.
  private static let bytesEach = (every: 2, own: 8)

  /// Inflated bytes of all deliveries.
  let inflated: Int
  /// Bytes that the run will need.
  let needed: Int

  /// Works it out for an inbox.
  ///
  /// - Parameters:
  ///   - inbox: The deliveries.
  ///   - municipalities: How many the run serves.
  ///   - all: How many the deliveries are about.
  init(_ inbox: Inbox, municipalities: Int, of all: Int) {
    self.init(inflated: inbox.declaredBytes, municipalities: municipalities, of: all)
  }

  /// Works it out for a number of bytes.
  init(inflated: Int, municipalities: Int, of all: Int) {
    self.inflated = inflated
    let own = inflated * Self.bytesEach.own / max(1, all) * municipalities
    needed = Self.least + inflated * Self.bytesEach.every + own
  }

  /// Stops a run that does not fit.
  ///
  /// - Parameter available: The memory that is free; `nil` where nobody says so.
  /// - Throws: A diagnostic with the sizes.
  func check(_ available: Int?) throws(Diagnostic) {
    guard let available, needed > available else { return }
    throw Diagnostic(
      .memoryShort,
      [
        "needed": "\(needed >> 20)", "inflated": "\(inflated >> 20)",
        "available": "\(available >> 20)",
      ])
  }
}

/// The memory that this process may still take.
enum FreeMemory {
  /// Bytes, by what the kernel says of the machine and of the control groups that the process is in.
  ///
  /// - Returns: The least of them; `nil` where the kernel does not say.
  static var bytes: Int? {
    let machine = number(behind: "MemAvailable:", in: text(of: "/proc/meminfo")).map { $0 << 10 }
    return ([machine] + groups()).compactMap { $0 }.min()
  }

  /// What is left of the limit of each control group from that of the process up.
  private static func groups() -> [Int?] {
    guard
      let line = text(of: "/proc/self/cgroup").split(separator: "\n").first(where: {
        $0.hasPrefix("0::/")
      })
    else { return [] }
    var names = line.dropFirst(4).split(separator: "/")
    var left: [Int?] = []
    while true {
      let folder = (["/sys/fs/cgroup"] + names.map(String.init)).joined(separator: "/")
      if let limit = number(in: text(of: folder + "/memory.max")),
        let taken = number(in: text(of: folder + "/memory.current"))
      {
        left.append(max(0, limit - taken))
      }
      guard names.popLast() != nil else { return left }
    }
  }

  private static func number(in text: String) -> Int? {
    Int(text.prefix { $0.isNumber })
  }

  private static func number(behind word: String, in text: String) -> Int? {
    text.split(separator: "\n").first { $0.hasPrefix(word) }.flatMap { line in
      Int(line.dropFirst(word.count).drop { $0 == " " }.prefix { $0.isNumber })
    }
  }

  private static func text(of path: String) -> String {
    (try? FileSystem.read(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
