import Pipeline

/// Words what the doctor found, a line for each finding.
struct CheckupText {
  private let checkup: Checkup

  init(_ checkup: Checkup) { self.checkup = checkup }

  /// Verdict, check and sentence in columns; below them what to do; at the end how many of each.
  var lines: [String] {
    let width = checkup.findings.map(\.check.count).max() ?? 0
    return checkup.findings.flatMap { finding in
      let line = "\(padded(finding.verdict.rawValue, 7))  \(padded(finding.check, width))  "
      return [line + finding.said]
        + (finding.help.isEmpty
          ? [] : [String(repeating: " ", count: line.count) + "→ " + finding.help])
    } + ["", summary]
  }

  private var summary: String {
    let warnings = checkup.count(.warning)
    let problems = checkup.count(.problem)
    return "\(checkup.count(.ok)) ok, \(warnings) \(warnings == 1 ? "warning" : "warnings"), "
      + "\(problems) \(problems == 1 ? "problem" : "problems")"
  }

  private func padded(_ word: String, _ width: Int) -> String {
    word + String(repeating: " ", count: max(0, width - word.count))
  }
}
