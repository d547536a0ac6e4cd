import Model

/// What may stand in a rule set's file, and how it becomes a definition.
enum RuleFile {
  /// The kinds that the law calls a threatening situation.
  ///
  /// - Source: `wgs/4.2`.
  static let threats = SignalKind.allCases.filter(\.isThreat)

  /// What the law has as its first day.
  static let lawBegins = CalendarDate(year: 2021, month: 1, day: 1)

  static let shape = Shape.record([
    .required("title", .text("a title"), "what the rule set is for"),
    .required("version", .text("a version"), "shown on every line of a list"),
    .required(
      "classes",
      .record(
        PriorityClass.allCases.map { level in
          .required(level.rawValue, classShape, "deadline, first attempt and means of this class")
        }), "what each class means"),
    .required("rules", .list(rule, atLeast: 1), "when a household gets which class"),
    .optional(
      "routes", .list(RouteFile.shape, atLeast: 1), "ways to help that fit some households better"),
  ])

  private static let classShape = Shape.record([
    .required(
      "deadline",
      .record([
        .optional("working-days", .number(0...366), "working days from receipt"),
        .optional("weeks", .number(0...52), "weeks from receipt"),
      ]), "the last day for the first talk"),
    .required("source", .text("a key of the register of sources"), "the law of the deadline"),
    .required(
      "first-attempt-working-days", .number(0...366),
      "working days from receipt to the first attempt"),
    .required(
      "means",
      .list(.word("a means of contact", ContactMeans.allCases.map(\.rawValue)), atLeast: 1),
      "in the order to try"),
  ])

  private static let rule = Shape.record([
    .required("code", .text("a code such as R-HUUR-2M"), "its name on the list"),
    .optional("when", condition, "when it holds; always when absent"),
    .required(
      "class", .word("a class", PriorityClass.allCases.map(\.rawValue)), "the class it gives"),
    .required("reason", .text("one Dutch sentence"), "what the list says"),
    .required("source", .text("a key of the register of sources"), "where the rule comes from"),
    .optional("valid-from", .date, "first day of receipt it holds for"),
    .optional("valid-to", .date, "last day of receipt it holds for"),
  ])

  static let condition = Shape.record([
    .optional(
      "kinds",
      .list(.word("a kind of signal", SignalKind.allCases.map(\.rawValue)), atLeast: 1),
      "the signal is of one of these kinds"),
    .optional("crisis", .truth, "the signal is of a threat"),
    .optional("warm-handover", .truth, "the partner asks to take over a contact"),
    .optional(
      "partner-types",
      .list(.word("a type of partner", PartnerType.allCases.map(\.rawValue)), atLeast: 1),
      "the signal is of one of these types of partner"),
    .optional("months-in-arrears-at-least", .number(1...120), "the arrears are so many months old"),
    .optional("amount-at-least", .money, "the signal's amount is so much or more"),
    .optional("amount-below", .money, "the signal's amount is less"),
    .optional("grown", .truth, "the claim grew since an earlier signal"),
    .optional(
      "debtor-kinds",
      .list(.word("a kind of debtor", DebtorKind.allCases.map(\.rawValue)), atLeast: 1),
      "who owes, as far as the name tells"),
    .optional(
      "age-between",
      .record([
        .required("from", .number(0...150), "the least age in years"),
        .required("to", .number(0...150), "the greatest age in years"),
      ]), "the debtor's age; an unknown age never matches"),
    .optional(
      "distinct-partner-types-at-least", .number(1...11), "types of partner in the household"),
    .optional("single", .truth, "the household has exactly one signal"),
    .optional("consecutive", .truth, "the address had a signal in the six months before"),
    .optional(
      "consecutive-months-at-least", .number(1...6),
      "in so many of the six months before the address had a signal"),
    .optional(
      "attempts-at-least", .number(1...100), "so many attempts were made in its open case"),
    .optional(
      "case-open-months-at-least", .number(1...120), "its case is open so many months"),
  ])

  /// Builds the rule set from a file that was checked against ``shape``.
  ///
  /// - Returns: `nil` when something is missing.
  static func definition(_ node: YAMLNode, name: String) -> RuleSet? {
    guard let version = node["version"]?.text else { return nil }
    var classes: [PriorityClass: ClassDefinition] = [:]
    for (key, value) in node["classes"]?.entries ?? [] {
      guard let level = key.word(PriorityClass.self),
        let deadline = deadline(value["deadline"]), let source = value["source"]?.text,
        let days = value["first-attempt-working-days"]?.number
      else { return nil }
      classes[level] = ClassDefinition(
        deadline: deadline, source: source, firstAttemptWorkingDays: days,
        means: value["means"]?.items.compactMap { $0.word(ContactMeans.self) } ?? [])
    }
    var rules: [Rule] = []
    for rule in node["rules"]?.items ?? [] {
      guard let code = rule["code"]?.text, let level = rule["class"]?.word(PriorityClass.self),
        let reason = rule["reason"]?.text, let source = rule["source"]?.text
      else { return nil }
      rules.append(
        Rule(
          code: code, condition: condition(rule["when"]), priorityClass: level, reason: reason,
          source: source, validFrom: rule["valid-from"]?.date, validTo: rule["valid-to"]?.date))
    }
    return RuleSet(
      name: name, version: version, rules: rules, classes: classes,
      routes: RouteFile.routes(node["routes"]))
  }

  /// The deadline, if exactly one is given.
  static func deadline(_ node: YAMLNode?) -> LegalDeadline? {
    switch (node?["working-days"]?.number, node?["weeks"]?.number) {
    case (let days?, nil): .workingDays(days)
    case (nil, let weeks?): .weeks(weeks)
    default: nil
    }
  }

  static func condition(_ node: YAMLNode?) -> RuleCondition {
    var condition = RuleCondition()
    guard let node else { return condition }
    condition.kinds = node["kinds"]?.items.compactMap { $0.word(SignalKind.self) }
    condition.crisis = node["crisis"]?.truth
    condition.warmHandover = node["warm-handover"]?.truth
    condition.partnerTypes = node["partner-types"]?.items.compactMap { $0.word(PartnerType.self) }
    condition.monthsInArrearsAtLeast = node["months-in-arrears-at-least"]?.number
    condition.amountAtLeast = node["amount-at-least"]?.money
    condition.amountBelow = node["amount-below"]?.money
    condition.grown = node["grown"]?.truth
    if let from = node["age-between"]?["from"]?.number,
      let to = node["age-between"]?["to"]?.number, from <= to
    {
      condition.ageBetween = from...to
    }
    condition.distinctPartnerTypesAtLeast = node["distinct-partner-types-at-least"]?.number
    condition.single = node["single"]?.truth
    condition.consecutive = node["consecutive"]?.truth
    condition.consecutiveMonthsAtLeast = node["consecutive-months-at-least"]?.number
    condition.attemptsAtLeast = node["attempts-at-least"]?.number
    condition.caseOpenMonthsAtLeast = node["case-open-months-at-least"]?.number
    condition.debtorKinds = node["debtor-kinds"]?.items.compactMap { $0.word(DebtorKind.self) }
    return condition
  }
}
