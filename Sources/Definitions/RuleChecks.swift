import Diagnostics
import Model

/// Checks a rule set against the law and against itself.
struct RuleChecks {
  let node: YAMLNode
  let problems: ProblemCollector

  /// The facts that a reason may name.
  static let placeholders = ["n", "date", "partners"]

  /// Checks the file.
  func check(_ sources: SourceRegister?) {
    ShapeCheck(problems: problems).check(node, RuleFile.shape)
    let isReadable = problems.isEmpty
    for (key, value) in node["classes"]?.entries ?? [] {
      guard let level = key.word(PriorityClass.self) else { continue }
      checkClass(level, value, sources)
    }
    let rules = node["rules"]?.items ?? []
    var codes: Set<String> = []
    for rule in rules {
      sources?.check(rule["source"], problems)
      checkCode(rule["code"], prefix: "R-", example: "R-HUUR-2M", &codes)
      checkReason(rule["reason"])
      checkPeriod(rule)
      if let condition = rule["when"] { checkCondition(condition) }
    }
    for route in node["routes"]?.items ?? [] {
      sources?.check(route["source"], problems)
      checkCode(route["code"], prefix: Route.codePrefix, example: "ROUTE-JONGEREN", &codes)
      checkReason(route["reason"])
      checkPeriod(route)
      if let condition = route["when"] { checkCondition(condition) }
    }
    if isReadable { checkCoverage(rules) }
  }

  private func checkClass(_ level: PriorityClass, _ node: YAMLNode, _ sources: SourceRegister?) {
    sources?.check(node["source"], problems)
    if let deadline = node["deadline"], deadline.isTable {
      if let term = RuleFile.deadline(deadline) {
        LegalLimits.check(deadline: term, of: level, at: deadline.place, problems)
      } else if deadline["working-days"] == nil || deadline["weeks"] != nil {
        contradiction(
          deadline, "a deadline is either working-days or weeks", "give exactly one of the two")
      }
    }
    if let written = node["first-attempt-working-days"], let days = written.number {
      LegalLimits.check(firstAttempt: days, of: level, at: written.place, problems)
    }
  }

  private func checkCode(
    _ node: YAMLNode?, prefix: String, example: String, _ codes: inout Set<String>
  ) {
    guard let node, let code = node.text else { return }
    let isCode =
      code.hasPrefix(prefix) && code.utf8.count > prefix.utf8.count
      && code.utf8.allSatisfy {
        (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
      }
    if !isCode {
      problems.add(
        .wrongKind, at: node.place,
        [
          "expected": "\(prefix) with capitals, digits and hyphens, such as \(example)",
          "found": node.found,
        ])
    } else if !codes.insert(code).inserted {
      problems.add(.doubledKey, at: node.place, ["key": code])
    }
  }

  private func checkReason(_ node: YAMLNode?) {
    guard let node, let reason = node.text else { return }
    for name in DiagnosticText.factNames(in: reason)
    where !RuleChecks.placeholders.contains(name) {
      problems.add(
        .unknownWord, at: node.place,
        [
          "found": "{\(name)}", "expected": "a fact that a reason can name",
          "suggestion": suggestion(for: name, among: RuleChecks.placeholders),
          "allowed": RuleChecks.placeholders.map { "{\($0)}" }.joined(separator: ", "),
        ])
    }
  }

  private func checkPeriod(_ rule: YAMLNode) {
    guard let from = rule["valid-from"]?.date, let end = rule["valid-to"], let to = end.date,
      to < from
    else { return }
    contradiction(end, "valid-to is before valid-from", "make valid-to the later of the two")
  }

  private func checkCondition(_ node: YAMLNode) {
    if let least = node["amount-at-least"]?.money, let below = node["amount-below"],
      let limit = below.money, limit <= least
    {
      contradiction(
        below, "no amount is at least amount-at-least and below amount-below",
        "make amount-below the larger of the two")
    }
    if let ages = node["age-between"], let from = ages["from"]?.number,
      let to = ages["to"]?.number, to < from
    {
      contradiction(ages, "no age is between \(from) and \(to)", "put the lower age at from")
    }
    if node["single"]?.truth == true, let types = node["distinct-partner-types-at-least"],
      let least = types.number, least > 1
    {
      contradiction(
        types, "one signal cannot be of \(least) types of partner", "take one of the two away")
    }
  }

  /// Every threat must give C0, and every household a class.
  private func checkCoverage(_ rules: [YAMLNode]) {
    guard let list = node["rules"], !rules.isEmpty else { return }
    for kind in RuleFile.threats where !rules.contains(where: { alwaysGivesC0($0, kind) }) {
      contradiction(
        list, "no rule gives C0 to every signal of the kind \(kind.rawValue)",
        "add a rule of class C0 with when: { kinds: [\(kind.rawValue)] } (wgs/4.2)")
    }
    guard !rules.contains(where: { isUnbounded($0) && conditions(of: $0).isEmpty }) else { return }
    contradiction(
      list, "no rule holds for every household", "end with a rule without when, of class C4")
  }

  private func alwaysGivesC0(_ rule: YAMLNode, _ kind: SignalKind) -> Bool {
    guard rule["class"]?.word(PriorityClass.self) == .c0, isUnbounded(rule) else { return false }
    switch conditions(of: rule) {
    case []: return true
    case ["kinds"]:
      return rule["when"]?["kinds"]?.items.contains { $0.text == kind.rawValue } ?? false
    case ["crisis"]: return rule["when"]?["crisis"]?.truth == true
    default: return false
    }
  }

  private func conditions(of rule: YAMLNode) -> [String] {
    rule["when"]?.entries.compactMap { $0.key.text } ?? []
  }

  private func isUnbounded(_ rule: YAMLNode) -> Bool {
    guard rule["valid-to"] == nil else { return false }
    guard let from = rule["valid-from"]?.date, let first = RuleFile.lawBegins else {
      return rule["valid-from"] == nil
    }
    return from <= first
  }

  private func contradiction(_ node: YAMLNode, _ what: String, _ hint: String) {
    problems.add(.contradiction, at: node.place, ["what": what, "hint": hint])
  }
}
