import Diagnostics
import Model

/// Checks a municipality's file against the law, its rule set and the reference tables.
struct MunicipalityChecks {
  let node: YAMLNode
  let problems: ProblemCollector

  /// Checks what needs the file alone.
  func check(code: String, sources: SourceRegister?) {
    ShapeCheck(problems: problems).check(node, MunicipalityFile.shape)
    sources?.check(node["retention"]?["source"], problems)
    sources?.check(node["inhabitants"]?["source"], problems)
    if let written = node["code"], let text = written.text, MunicipalityCode(text) != nil,
      text != code
    {
      contradiction(
        written, "the code is \(text), but the file is named \(code).yml", "make them the same")
    }
    for (_, window) in node["windows"]?.entries ?? [] {
      guard let to = window["to-days"], let days = to.number else { continue }
      let least = MunicipalityFile.window(window)
      guard days < max(least.fromDays, least.fromMonths * 31) else { continue }
      contradiction(
        to, "to-days is below the least age", "make to-days the larger, or take it away")
    }
    for (key, value) in node["first-attempt-working-days"]?.entries ?? [] {
      guard let level = key.word(PriorityClass.self), let days = value.number else { continue }
      LegalLimits.check(firstAttempt: days, of: level, at: value.place, problems)
    }
    RouteChecks(node: node, problems: problems).check(sources)
    for admission in node["admissions"]?.items ?? [] { check(admission, sources) }
    ExchangeChecks(problems: problems).check(node)
    checkRecipients()
  }

  /// An experiment ends after it began, and within five years.
  private func check(_ admission: YAMLNode, _ sources: SourceRegister?) {
    sources?.check(admission["source"], problems)
    guard let from = admission["from"]?.date, let written = admission["to"], let to = written.date
    else { return }
    if to < from { contradiction(written, "to is before from", "make to the later day") }
    LegalLimits.check(experiment: from, to, at: written.place, problems)
  }

  /// Checks that its targets are not weaker than those of its rule set.
  func check(against rules: RuleSet) {
    RouteChecks(node: node, problems: problems).check(against: rules)
    for (key, value) in node["first-attempt-working-days"]?.entries ?? [] {
      guard let level = key.word(PriorityClass.self), let days = value.number,
        let standard = rules.classes[level]?.firstAttemptWorkingDays, days > standard,
        days <= LegalLimits.workingDays(of: level)
      else { continue }
      contradiction(
        value,
        "\(level.rawValue) is \(days) working days, and the rule set \(rules.name) has \(standard)",
        "a municipality may be stricter than its rule set, not weaker")
    }
  }

  /// Checks that no window is wider than what was agreed for its type of partner.
  private func checkWindows(against reference: ReferenceTables) {
    for (key, value) in node["windows"]?.entries ?? [] {
      guard let type = key.word(PartnerType.self), let agreed = reference.windows[type],
        value.isTable, !agreed.holds(MunicipalityFile.window(value))
      else { continue }
      problems.add(
        .windowTooWide, at: value.place,
        ["type": type.rawValue, "limit": agreed.words, "source": agreed.source])
    }
  }

  /// Checks that the municipality exists and has the name of the table, and what was agreed.
  func check(against reference: ReferenceTables) {
    checkWindows(against: reference)
    guard let written = node["code"], let code = written.text.flatMap({ MunicipalityCode($0) })
    else { return }
    guard reference.knows(code) else {
      problems.add(
        .unresolved, at: written.place,
        [
          "what": "the municipality", "name": "\(code)",
          "hint": "the table reference/municipalities.csv has the codes",
        ])
      return
    }
    guard let name = reference.municipalityNames[code], let shown = node["name"],
      let text = shown.text, text != name
    else { return }
    contradiction(
      shown, "municipality \(code) is called \(name) in reference/municipalities.csv",
      "correct the code or the name")
  }

  private func contradiction(_ node: YAMLNode, _ what: String, _ hint: String) {
    problems.add(.contradiction, at: node.place, ["what": what, "hint": hint])
  }
}
