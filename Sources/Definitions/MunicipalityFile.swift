import Diagnostics
import Model

/// What may stand in a municipality's file, and how it becomes a definition.
enum MunicipalityFile {
  private static let partnerType = Shape.word(
    "a type of partner", PartnerType.allCases.map(\.rawValue))
  private static let months = Shape.number(1...120)

  static let shape = Shape.record([
    .required("code", .municipality, "the four digits that Statistics Netherlands gave it"),
    .required("name", .text("a name"), "its name"),
    .required("rules", .name("the name of a rule set"), "a file in the folder rules, without .yml"),
    .required(
      "retention",
      .record([
        .required("not-picked-up-months", months, "signals that were not picked up"),
        .required("picked-up-months", months, "signals that were picked up"),
        .required("after-closing-months", months, "cases, counted from their end"),
        .required("source", .text("a key of the register of sources"), "who decided it"),
      ]), "how long signals are kept; the municipality decides, so there is no default"),
    .optional(
      "thresholds", .table(keys: partnerType, values: .money),
      "the least amount that counts; signals of a threat always count"),
    .optional(
      "windows",
      .table(
        keys: partnerType,
        values: .record([
          .required("from-days", .number(0...3650), "the least age of arrears"),
          .optional("to-days", .number(0...36500), "the greatest age; none when absent"),
        ])), "how old arrears may be when they are signalled"),
    .optional(
      "capacity",
      .table(
        keys: .word("a means of contact", ContactMeans.allCases.map(\.rawValue)),
        values: .number(0...100_000)), "attempts per working day"),
    .optional(
      "first-attempt-working-days",
      .table(
        keys: .word("a class", PriorityClass.allCases.map(\.rawValue)), values: .number(0...366)),
      "working days from receipt to the first attempt, where stricter than the rule set"),
  ])

  /// Builds the definition from a file that was checked against ``shape``.
  ///
  /// - Returns: `nil` when something is missing.
  static func definition(_ node: YAMLNode) -> MunicipalityDefinition? {
    guard let code = node["code"]?.text.flatMap({ MunicipalityCode($0) }),
      let name = node["name"]?.text, let rules = node["rules"]?.text,
      let retention = node["retention"],
      let notPickedUp = retention["not-picked-up-months"]?.number,
      let pickedUp = retention["picked-up-months"]?.number,
      let afterClosing = retention["after-closing-months"]?.number
    else { return nil }
    var definition = MunicipalityDefinition(
      code: code, name: name, rules: rules, thresholds: [:], windows: [:],
      retention: Retention(
        notPickedUpMonths: notPickedUp, pickedUpMonths: pickedUp,
        afterClosingMonths: afterClosing), capacity: [:], firstAttemptWorkingDays: [:])
    for (key, value) in node["thresholds"]?.entries ?? [] {
      if let type = key.word(PartnerType.self) { definition.thresholds[type] = value.money }
    }
    for (key, value) in node["windows"]?.entries ?? [] {
      guard let type = key.word(PartnerType.self), let from = value["from-days"]?.number
      else { continue }
      definition.windows[type] = ArrearsWindow(fromDays: from, toDays: value["to-days"]?.number)
    }
    for (key, value) in node["capacity"]?.entries ?? [] {
      if let means = key.word(ContactMeans.self) { definition.capacity[means] = value.number }
    }
    for (key, value) in node["first-attempt-working-days"]?.entries ?? [] {
      if let level = key.word(PriorityClass.self) {
        definition.firstAttemptWorkingDays[level] = value.number
      }
    }
    return definition
  }
}

/// Checks a municipality's file against the law, its rule set and the reference tables.
struct MunicipalityChecks {
  let node: YAMLNode
  let problems: ProblemCollector

  /// Checks what needs the file alone.
  func check(code: String, sources: SourceRegister?) {
    ShapeCheck(problems: problems).check(node, MunicipalityFile.shape)
    sources?.check(node["retention"]?["source"], problems)
    if let written = node["code"], let text = written.text, MunicipalityCode(text) != nil,
      text != code
    {
      contradiction(
        written, "the code is \(text), but the file is named \(code).yml", "make them the same")
    }
    for (_, window) in node["windows"]?.entries ?? [] {
      guard let from = window["from-days"]?.number, let to = window["to-days"],
        let days = to.number, days < from
      else { continue }
      contradiction(to, "to-days is below from-days", "make to-days the larger, or take it away")
    }
    for (key, value) in node["first-attempt-working-days"]?.entries ?? [] {
      guard let level = key.word(PriorityClass.self), let days = value.number else { continue }
      LegalLimits.check(firstAttempt: days, of: level, at: value.place, problems)
    }
  }

  /// Checks that its targets are not weaker than those of its rule set.
  func check(against rules: RuleSet) {
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

  /// Checks that the municipality exists and has the name of the table.
  func check(against reference: ReferenceTables) {
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
