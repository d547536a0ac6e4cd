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
      var when = condition(rule.condition)
      if let from = rule.validFrom { when += "; vanaf \(from.dutch)" }
      if let to = rule.validTo { when += "; tot en met \(to.dutch)" }
      return [rule.code, when, rule.priorityClass.rawValue, rule.reason, source(rule.source)]
    }
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
