import Model

/// What may stand in a municipality's file, and how it becomes a definition.
enum MunicipalityFile {
  private static let partnerType = Shape.word(
    "a type of partner", PartnerType.allCases.map(\.rawValue))
  private static let months = Shape.number(1...120)

  static let shape = Shape.record(
    [
      .required("code", .municipality, "the four digits that Statistics Netherlands gave it"),
      .required("name", .text("a name"), "its name"),
      .required(
        "rules", .name("the name of a rule set"), "a file in the folder rules, without .yml"),
      .optional(
        "matching", .name("the name of a model"),
        "a file in the folder matching, without .yml; standaard when absent"),
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
            .optional("from-days", .number(0...3650), "the least age of arrears"),
            .optional(
              "from-months", .number(0...120), "the least age in months; the greater age counts"),
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
      .optional(
        "routes", .list(.text("the code of a route"), atLeast: 1),
        "the routes of the rule set that it follows; all when absent"),
      .optional("teams", RouteFile.teams, "who works where; each team gets a list of its own"),
      .optional(
        "focus-areas", RouteFile.focusAreas,
        "a tag for capacity and reports; it never changes a rank"
      ),
      .optional(
        "admissions", .list(admission, atLeast: 1),
        "experiments that it takes part in, besides reference/admissions.csv"),
      Inhabitants.key,
      .optional(
        "recipients", .list(.text("a recipient of age"), atLeast: 1),
        "who can open its lists, as age-keygen gives them; the lists are plain when absent"),
    ] + ExchangeFile.keys)

  private static let admission = Shape.record([
    .required("partner-type", partnerType, "who may report"),
    .optional(
      "partner", .name("the id of a partner"), "the one partner; all of the type if absent"),
    .optional("kinds", .list(kind, atLeast: 1), "the kinds of signal; all if absent"),
    .required("from", .date, "the first day"),
    .required("to", .date, "the last day; the law gives an experiment five years at most"),
    .required("source", .text("a key of the register of sources"), "what allows it"),
  ])
  private static let kind = Shape.word("a kind of signal", SignalKind.allCases.map(\.rawValue))

  /// The model of a municipality that names none.
  static let standardModel = "standaard"

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
      code: code, name: name, rules: rules, matching: node["matching"]?.text ?? standardModel,
      thresholds: [:], windows: [:],
      retention: Retention(
        notPickedUpMonths: notPickedUp, pickedUpMonths: pickedUp,
        afterClosingMonths: afterClosing, source: retention["source"]?.text ?? ""), capacity: [:],
      firstAttemptWorkingDays: [:])
    definition.inhabitants = Inhabitants(node["inhabitants"])
    definition.recipients = node["recipients"]?.items.compactMap(\.text) ?? []
    for (key, value) in node["thresholds"]?.entries ?? [] {
      if let type = key.word(PartnerType.self) { definition.thresholds[type] = value.money }
    }
    for (key, value) in node["windows"]?.entries ?? [] {
      guard let type = key.word(PartnerType.self) else { continue }
      definition.windows[type] = window(value)
    }
    for (key, value) in node["capacity"]?.entries ?? [] {
      if let means = key.word(ContactMeans.self) { definition.capacity[means] = value.number }
    }
    for (key, value) in node["first-attempt-working-days"]?.entries ?? [] {
      if let level = key.word(PriorityClass.self) {
        definition.firstAttemptWorkingDays[level] = value.number
      }
    }
    definition.routes = node["routes"]?.items.compactMap(\.text)
    definition.teams = RouteFile.areas(node["teams"])
    definition.focusAreas = RouteFile.areas(node["focus-areas"])
    definition.admissions = (node["admissions"]?.items ?? []).compactMap { item in
      guard let type = item["partner-type"]?.word(PartnerType.self), let from = item["from"]?.date,
        let to = item["to"]?.date, let source = item["source"]?.text
      else { return nil }
      return Admission(
        partnerType: type, partner: item["partner"]?.text,
        kinds: Set(item["kinds"]?.items.compactMap { $0.word(SignalKind.self) } ?? []),
        municipality: code, validFrom: from, validTo: to, source: source)
    }
    definition.exchange = ExchangeFile.supplier(node)
    definition.tellsAcceptance = ExchangeFile.tellsAcceptance(node)
    return definition
  }

  /// A window as written.
  static func window(_ node: YAMLNode) -> ArrearsWindow {
    ArrearsWindow(
      fromDays: node["from-days"]?.number ?? 0, fromMonths: node["from-months"]?.number ?? 0,
      toDays: node["to-days"]?.number)
  }
}
