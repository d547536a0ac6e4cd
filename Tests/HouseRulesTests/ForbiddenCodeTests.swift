import Foundation
import Testing

/// Code that no file of the product may hold, with the files that are excused.
struct ForbiddenCode: Sendable, CustomTestStringConvertible {
  let what: String
  let pattern: String
  let reason: String
  var excused: Set<String> = []

  var testDescription: String { what }

  static let all: [ForbiddenCode] = [
    ForbiddenCode(
      what: "a forced try", pattern: #"\btry!"#,
      reason: "throw a Diagnostic"),
    ForbiddenCode(
      what: "a forced cast", pattern: #"\bas!"#,
      reason: "cast with as? and handle the other case"),
    ForbiddenCode(
      what: "a forced unwrap", pattern: #"[\w)\]>"]!(?![=\w])"#,
      reason: "unwrap with guard or if"),
    ForbiddenCode(
      what: "a trap", pattern: #"\b(fatalError|preconditionFailure)\("#,
      reason: "no input may stop the process; throw DiagnosticCode.defect"),
    ForbiddenCode(
      what: "printing", pattern: #"(?<![.\w])(print|debugPrint|dump)\("#,
      reason: "only Sources/voorsein speaks to the terminal",
      excused: ["Sources/voorsein/"]),
    ForbiddenCode(
      what: "the wall clock",
      pattern:
        #"\bDate\(\)|\bDate\.now\b|(?<![.\w])time\(|\bclock_gettime\b|\bgettimeofday\b|\bDispatchTime\b|\bContinuousClock\b|\bSuspendingClock\b"#,
      reason: "the only clock is the reference date; a run is the same on every day",
      excused: [
        // Seconds for the manifest and the terminal.
        "Sources/Pipeline/Stopwatch.swift",
        // The reference date when the command line gives none.
        "Sources/Pipeline/Today.swift",
      ]),
    ForbiddenCode(
      what: "chance", pattern: #"\bUUID\(\)|\bSystemRandomNumberGenerator\b|\barc4random"#,
      reason: "the same inputs give the same bytes"),
    ForbiddenCode(
      what: "locale and format strings",
      pattern: #"\bString\(format:|\bLocale\b|\b(Number|Date)Formatter\b|\bISO8601FormatStyle\b"#,
      reason: "write bytes by hand: it is faster and the same on every machine"),
    ForbiddenCode(
      what: "the seeded hash", pattern: #"\.hashValue\b"#,
      reason: "it differs from run to run; use SipHash under a key"),
    ForbiddenCode(
      what: "the network", pattern: #"\bURLSession\b|\bFoundationNetworking\b|(?<![.\w])socket\("#,
      reason: "nothing leaves the machine from here"),
  ]
}

@Suite struct ForbiddenCodeTests {
  private static let code = SourceTree.sources.map {
    (
      path: $0.path,
      lines: codeOnly($0.text).split(separator: "\n", omittingEmptySubsequences: false)
    )
  }

  @Test(arguments: ForbiddenCode.all)
  func standsNowhere(rule: ForbiddenCode) throws {
    let expression = try NSRegularExpression(pattern: rule.pattern)
    for file in Self.code where !rule.excused.contains(where: { file.path.hasPrefix($0) }) {
      for (index, line) in file.lines.enumerated() {
        let text = String(line)
        let found = expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text))
        #expect(
          found == nil, "\(file.path):\(index + 1) has \(rule.what) (\(rule.reason)): \(text)")
      }
    }
  }

  @Test(arguments: [
    ("a forced try", "let x = try! read()"), ("a forced cast", "x as! Int"),
    ("a forced unwrap", "list.first!.name"), ("a forced unwrap", "names[0]!"),
    ("a forced unwrap", "var name: String!"), ("a trap", "fatalError()"),
    ("printing", "  print(x)"), ("the wall clock", "let now = Date()"),
    ("the wall clock", "time(nil)"), ("locale and format strings", "String(format: x)"),
    ("the seeded hash", "key.hashValue"), ("chance", "UUID()"),
  ])
  func isFoundWhenItIsThere(what: String, line: String) throws {
    let rules = ForbiddenCode.all.filter { $0.what == what }
    #expect(rules.contains { codeOnly(line).contains(pattern: $0.pattern) })
  }

  @Test(arguments: [
    "if a != b { }", "guard !done else { return }", "sprint(x)", "out.print(x)", "try? read()",
    "let runtime = stopTime(x)", "try await work()", "return !isReady", "x.time(1)",
  ])
  func isNotFoundWhenItIsNot(line: String) {
    for rule in ForbiddenCode.all {
      #expect(!codeOnly(line).contains(pattern: rule.pattern), "\(rule.what): \(line)")
    }
  }
}
