internal import Model

/// Compares one municipality of two runs.
struct MunicipalityComparison {
  let before: RunSide
  let after: RunSide

  /// Compares the two lists, in the order of ranks.
  ///
  /// - Complexity: O(*n*) in the signals of both.
  func difference(code: String) -> RunDifference.Municipality {
    var result = RunDifference.Municipality(
      code: code, householdsBefore: before.list.count, householdsAfter: after.list.count, new: [],
      gone: [], changed: [], onlyMoved: 0, same: 0)
    for line in 0..<after.list.count {
      let id = after.list.householdID[line]
      guard let earlier = before.lines[id] else {
        result.new.append(
          RunDifference.Arrival(
            household: "\(id)", rank: Int(after.list.rank[line]),
            priorityClass: after.list.priorityClass[line].rawValue,
            signals: origins(of: after.members[id] ?? [], in: before)))
        continue
      }
      let change = change(of: id, earlier, line)
      if !change.isEmpty {
        result.changed.append(change)
      } else if change.rankBefore != change.rankAfter {
        result.onlyMoved += 1
      } else {
        result.same += 1
      }
    }
    for line in 0..<before.list.count {
      let id = before.list.householdID[line]
      guard after.lines[id] == nil else { continue }
      result.gone.append(
        RunDifference.Departure(
          household: "\(id)", rank: Int(before.list.rank[line]),
          priorityClass: before.list.priorityClass[line].rawValue,
          signals: origins(of: before.members[id] ?? [], in: after)))
    }
    return result
  }

  private func change(
    of id: HouseholdID, _ earlier: Int, _ later: Int
  ) -> RunDifference.Change {
    let fields = zip(before.fields(of: earlier), after.fields(of: later)).filter { $0.0 != $0.1 }
    let (lost, gained) = difference(before.reasons(of: earlier), after.reasons(of: later))
    let (went, came) = difference(before.members[id] ?? [], after.members[id] ?? [])
    return RunDifference.Change(
      household: "\(id)", rankBefore: Int(before.list.rank[earlier]),
      rankAfter: Int(after.list.rank[later]),
      fields: fields.map { .init(name: $0.name, before: $0.value, after: $1.value) },
      reasonsLost: lost, reasonsGained: gained, signalsLost: origins(of: went, in: after),
      signalsGained: origins(of: came, in: before))
  }

  /// What is only in the first list, and what is only in the second, each in its own order.
  private func difference<Value: Hashable>(
    _ first: [Value], _ second: [Value]
  ) -> (lost: [Value], gained: [Value]) {
    let (ours, theirs) = (Set(first), Set(second))
    return (first.filter { !theirs.contains($0) }, second.filter { !ours.contains($0) })
  }

  /// Where signals are in another run, counted by place.
  private func origins(of signals: [SignalID], in side: RunSide) -> [RunDifference.Origin] {
    var counts: [RunSide.Signal?: Int] = [:]
    for signal in signals { counts[side.signals[signal], default: 0] += 1 }
    return counts.map { place, count in
      RunDifference.Origin(
        signals: count,
        household: place.map { $0.household.isAbsent ? "" : "\($0.household)" } ?? "",
        fate: place?.fate ?? "absent")
    }.sorted { ($0.household, $0.fate) < ($1.household, $1.fate) }
  }
}

extension RunDifference.Change {
  /// Whether nothing but the place changed.
  var isEmpty: Bool {
    fields.isEmpty && reasonsLost.isEmpty && reasonsGained.isEmpty && signalsLost.isEmpty
      && signalsGained.isEmpty
  }
}
