internal import Definitions
internal import Model

/// Rules, classes and terms in Dutch words.
enum RuleWords {
  /// When a rule holds.
  static func condition(_ condition: RuleCondition) -> String {
    var words: [String] = []
    if let kinds = condition.kinds {
      words.append("soort melding: \(kinds.map(\.rawValue).joined(separator: ", "))")
    }
    if let crisis = condition.crisis {
      words.append(crisis ? "crisissignaal" : "geen crisissignaal")
    }
    if let warm = condition.warmHandover {
      words.append(warm ? "warme overdracht" : "geen warme overdracht")
    }
    if let types = condition.partnerTypes {
      words.append("soort partner: \(types.map(\.rawValue).joined(separator: ", "))")
    }
    if let months = condition.monthsInArrearsAtLeast {
      words.append("achterstand van \(months) maanden of meer")
    }
    if let amount = condition.amountAtLeast { words.append("bedrag vanaf € \(amount.dutch)") }
    if let amount = condition.amountBelow { words.append("bedrag onder € \(amount.dutch)") }
    if let grown = condition.grown {
      words.append(grown ? "achterstand gegroeid" : "niet gegroeid")
    }
    if let ages = condition.ageBetween {
      words.append("leeftijd \(ages.lowerBound) tot en met \(ages.upperBound) jaar")
    }
    if let types = condition.distinctPartnerTypesAtLeast {
      words.append("\(types) of meer soorten partners")
    }
    if let single = condition.single {
      words.append(single ? "precies één signaal" : "meer dan één signaal")
    }
    if let consecutive = condition.consecutive {
      words.append(
        consecutive
          ? "eerder signaal op het adres in zes maanden" : "geen eerder signaal op het adres")
    }
    if let months = condition.consecutiveMonthsAtLeast {
      words.append("signalen op het adres in \(months) of meer van de zes maanden ervoor")
    }
    if let attempts = condition.attemptsAtLeast {
      words.append("\(attempts) of meer pogingen in de open zaak")
    }
    if let months = condition.caseOpenMonthsAtLeast {
      words.append("zaak \(months) maanden of langer open")
    }
    if let kinds = condition.debtorKinds {
      words.append("soort schuldenaar: \(kinds.map(\.rawValue).joined(separator: ", "))")
    }
    return words.isEmpty ? "altijd" : words.joined(separator: "; ")
  }

  /// A term of the law.
  static func term(_ deadline: LegalDeadline) -> String {
    switch deadline {
    case .workingDays(let days): days == 1 ? "1 werkdag" : "\(days) werkdagen"
    case .weeks(let weeks): weeks == 1 ? "1 week" : "\(weeks) weken"
    }
  }

  /// How old arrears must and may be.
  static func window(_ window: ArrearsWindow) -> String {
    var words: [String] = []
    if window.fromDays > 0 { words.append("vanaf \(window.fromDays) dagen") }
    if window.fromMonths > 0 { words.append("vanaf \(window.fromMonths) maanden") }
    if let most = window.toDays { words.append("tot en met \(most) dagen") }
    return words.isEmpty ? "alle" : words.joined(separator: ", ")
  }

  /// The rows of a table of rules.
  static func rules(_ rules: RuleSet, _ source: (String) -> String) -> [[String]] {
    rules.rules.map { rule in
      let when = condition(rule.condition) + period(rule.validFrom, rule.validTo)
      return [rule.code, when, rule.priorityClass.rawValue, rule.reason, source(rule.source)]
    }
  }

  /// The rows of a table of the routes that a municipality follows.
  static func routes(_ definitions: DefinitionsInForce) -> [[String]] {
    let followed = definitions.municipality.routes
    return definitions.rules.routes.filter { followed?.contains($0.code) ?? true }.map { route in
      var when = condition(route.condition) + period(route.validFrom, route.validTo)
      if !route.classes.isEmpty {
        when += "; klasse \(route.classes.map(\.rawValue).joined(separator: ", "))"
      }
      return [route.code, route.name, when, route.reason, definitions.source(route.source)]
    }
  }

  private static func period(_ from: CalendarDate?, _ to: CalendarDate?) -> String {
    (from.map { "; vanaf \($0.dutch)" } ?? "") + (to.map { "; tot en met \($0.dutch)" } ?? "")
  }

  /// The rows of a table of classes.
  static func classes(
    _ definitions: DefinitionsInForce
  ) -> [[String]] {
    PriorityClass.allCases.compactMap { level in
      guard let definition = definitions.rules.classes[level] else { return nil }
      let own = definitions.municipality.firstAttemptWorkingDays[level]
      return [
        level.dutch, term(definition.deadline),
        term(.workingDays(min(own ?? .max, definition.firstAttemptWorkingDays))),
        definition.means.map(\.rawValue).joined(separator: ", dan "),
        definitions.source(definition.source),
      ]
    }
  }
}
