import Model

@testable import Stages

/// Matching said as plainly as possible: every pair, sets of numbers, no hashes and no groups.
///
/// Holds the rules a second time, so that the fast way can be compared with them.
struct PlainMatcher {
  let rows: MatchRows
  private(set) var persons: [Set<Int>]
  private let active: [Bool]

  /// - Parameters:
  ///   - rows: The rows.
  ///   - standing: For each row the one that stands for it, which stands for itself.
  init(_ rows: MatchRows, standing: [Int]) {
    self.rows = rows
    persons = (0..<rows.count).filter { standing[$0] == $0 }.map { kept in
      Set((0..<rows.count).filter { standing[$0] == kept })
    }
    active = (0..<rows.count).map { !rows.contradict($0, standing[$0]) }
    for step in PersonStep.allCases { take(step) }
  }

  private mutating func take(_ step: PersonStep) {
    var components = persons
    for left in 0..<rows.count {
      for right in 0..<left where isLinked(left, right, step) {
        guard let first = components.firstIndex(where: { $0.contains(left) }),
          let second = components.firstIndex(where: { $0.contains(right) }), first != second
        else { continue }
        components[first].formUnion(components[second])
        components.remove(at: second)
      }
    }
    for component in components where isAllowed(component, step) {
      persons.removeAll { !$0.isDisjoint(with: component) }
      persons.append(component)
    }
  }

  private func isLinked(_ left: Int, _ right: Int, _ step: PersonStep) -> Bool {
    guard active[left], active[right], rows.surnames.intersect(left, right) else { return false }
    let (one, other) = (rows.birthDate[left], rows.birthDate[right])
    let sameInitial = rows.initial[left] != 0 && rows.initial[left] == rows.initial[right]
    let sameAddress =
      !rows.address[left].isAbsent && rows.address[left] == rows.address[right]
    switch step {
    case .birthDate:
      guard one.isComplete, one == other else { return false }
      let estimate = one.day == 1 && (one.month == 1 || one.month == 7)
      return sameAddress || sameInitial && !estimate
    case .partialBirthDate:
      guard sameAddress, !one.isAbsent, !other.isAbsent else { return false }
      return !rows.contradict(left, right)
    case .initial: return sameAddress && sameInitial && (one.isAbsent || other.isAbsent)
    case .surnameOnly: return sameAddress && (isSurnameOnly(left) || isSurnameOnly(right))
    }
  }

  private func isSurnameOnly(_ row: Int) -> Bool {
    rows.initial[row] == 0 && rows.birthDate[row].isAbsent
  }

  private func isAllowed(_ component: Set<Int>, _ step: PersonStep) -> Bool {
    if step == .surnameOnly {
      return component.allSatisfy { isSurnameOnly($0) }
    }
    return !component.contains { left in component.contains { rows.contradict(left, $0) } }
  }
}
