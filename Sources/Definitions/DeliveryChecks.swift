import Diagnostics
import Model

/// Turns what stands below `delivery` into a definition as used.
struct DeliveryChecks {
  let node: YAMLNode
  let problems: ProblemCollector

  /// Builds the definition.
  ///
  /// - Returns: `nil` if there is no name to read; other problems are noted.
  func definition() -> DeliveryDefinition? {
    let every = node["every"]?.word(DeliveryRhythm.self) ?? .month
    guard let name = name(every) else { return nil }
    var delivery = DeliveryDefinition(name: name, dueDay: node["due-day"]?.number)
    checkDueDay(every)
    delivery.graceDays = node["grace-days"]?.number ?? 0
    delivery.firstPeriod = period("first-period", every)
    delivery.lastPeriod = period("last-period", every)
    if let first = delivery.firstPeriod, let last = delivery.lastPeriod, last < first,
      let written = node["last-period"]
    {
      contradiction(
        written, "last-period is before first-period", "make last-period the later of the two")
    }
    delivery.volume = volume()
    delivery.requiresChecksum = node["checksum"]?.text == "required"
    delivery.correction = node["correction"]?.word(CorrectionRule.self) ?? .adds
    if every == .irregular, delivery.correction == .replaces, let written = node["correction"] {
      contradiction(
        written, "deliveries without a rhythm cannot replace each other",
        "leave correction out, or give the feed a rhythm with every")
    }
    delivery.accepted = (node["accept"]?.items ?? []).compactMap { item in
      guard let name = item["delivery"]?.text, let reason = item["reason"]?.text else { return nil }
      return AcceptedException(delivery: name, reason: reason)
    }
    return delivery
  }

  private func name(_ every: DeliveryRhythm) -> NamePattern? {
    guard let written = node["name"], let text = written.text else { return nil }
    let pattern = NamePattern(text, every: every)
    guard let fault = pattern.fault else { return pattern }
    problems.add(.wrongKind, at: written.place, ["expected": fault, "found": written.found])
    return nil
  }

  private func checkDueDay(_ every: DeliveryRhythm) {
    guard let written = node["due-day"], let day = written.number else { return }
    if every == .irregular {
      contradiction(
        written, "deliveries without a rhythm are never due",
        "leave due-day out, or give the feed a rhythm with every")
    }
    if every == .week, day > 7 {
      contradiction(
        written, "a week has no day \(day)", "write a day from 1 (Monday) to 7 (Sunday)")
    }
  }

  private func period(_ key: String, _ every: DeliveryRhythm) -> DeliveryPeriod? {
    guard let written = node[key], let text = written.text else { return nil }
    if let period = DeliveryPeriod(text), period.isWeek == (every == .week), every != .irregular {
      return period
    }
    let expected =
      switch every {
      case .month: "a month such as 2026-10"
      case .week: "a week such as 2026-W41"
      case .irregular: "no period, as the feed has no rhythm"
      }
    problems.add(.wrongKind, at: written.place, ["expected": expected, "found": written.found])
    return nil
  }

  private func volume() -> VolumeBounds {
    var bounds = VolumeBounds()
    let written = node["volume"]
    if let least = written?["at-least-percent-of-median"]?.number { bounds.atLeastPercent = least }
    if let most = written?["at-most-percent-of-median"]?.number { bounds.atMostPercent = most }
    if let count = written?["from-deliveries"]?.number { bounds.fromDeliveries = count }
    if let rows = written?["from-rows"]?.number { bounds.fromRows = rows }
    bounds.stops = node["on-volume"]?.text != "warn"
    return bounds
  }

  private func contradiction(_ node: YAMLNode, _ what: String, _ hint: String) {
    problems.add(.contradiction, at: node.place, ["what": what, "hint": hint])
  }
}
