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

  private static func text(of path: String) -> String { ThisMachine().text(of: path) ?? "" }
}
