import Pipeline

/// The difference between two runs as lines for a person.
struct DifferenceText {
  /// The lines in order.
  private(set) var lines: [String] = []

  /// Words a difference.
  init(_ difference: RunDifference) {
    if difference.sameDefinitions == false { lines.append("the definitions differ") }
    for municipality in difference.municipalities { add(municipality) }
  }

  private mutating func add(_ municipality: RunDifference.Municipality) {
    lines.append(
      "\(municipality.code): \(municipality.householdsBefore) households before, "
        + "\(municipality.householdsAfter) after; \(municipality.new.count) new, "
        + "\(municipality.gone.count) gone, \(municipality.changed.count) changed, "
        + "\(municipality.onlyMoved) moved because of others, \(municipality.same) the same")
    for arrival in municipality.new {
      lines.append("  new      \(arrival.household) at \(arrival.rank) (\(arrival.priorityClass))")
      for origin in arrival.signals { lines.append("           " + words(origin, "was", "were")) }
    }
    for departure in municipality.gone {
      lines.append(
        "  gone     \(departure.household) from \(departure.rank) (\(departure.priorityClass))")
      for origin in departure.signals { lines.append("           " + words(origin, "is", "are")) }
    }
    for change in municipality.changed { add(change) }
  }

  private mutating func add(_ change: RunDifference.Change) {
    let place =
      change.rankBefore == change.rankAfter
      ? "stays at \(change.rankAfter)" : "\(change.rankBefore) to \(change.rankAfter)"
    lines.append("  changed  \(change.household) \(place)")
    for field in change.fields {
      lines.append("           \(field.name): \(value(field.before)) to \(value(field.after))")
    }
    if !change.reasonsLost.isEmpty {
      lines.append("           no longer because \(change.reasonsLost.joined(separator: ", "))")
    }
    if !change.reasonsGained.isEmpty {
      lines.append("           now because \(change.reasonsGained.joined(separator: ", "))")
    }
    for origin in change.signalsLost {
      lines.append("           lost " + words(origin, "is", "are"))
    }
    for origin in change.signalsGained {
      lines.append("           gained " + words(origin, "was", "were"))
    }
  }

  private func value(_ text: String) -> String { text.isEmpty ? "nothing" : text }

  private func words(_ origin: RunDifference.Origin, _ one: String, _ several: String) -> String {
    let signals =
      origin.signals == 1 ? "1 signal that \(one)" : "\(origin.signals) signals that \(several)"
    if origin.fate == "absent" { return signals + " not in the other run" }
    if origin.household.isEmpty { return signals + " \(origin.fate) in the other run" }
    return signals + " in \(origin.household) in the other run"
  }
}
