import Definitions
import Model

extension PairWeigher {
  /// What a pair weighs, and the rules that decided.
  func outcome(_ left: Int, _ right: Int) -> PairExplanation.Outcome {
    let found = comparison.agreement(left, right)
    let sums = sums(found)
    let weight = total(found, sums, comparison.records[left], comparison.records[right])
    let contradiction = contradiction(left, right)
    return PairExplanation.Outcome(
      strangers: sums.stranger, relatives: sums.relative,
      redLine: redLine(found, uncapped: min(sums.stranger, sums.relative), weight), weight: weight,
      contradiction: contradiction,
      joins: joins(weight, left, right) && contradiction == nil)
  }

  /// The rule that made a weight smaller than its sums.
  private func redLine(
    _ found: PairAgreement, uncapped: Int32, _ weight: Int32
  ) -> PairExplanation.RedLine? {
    guard weight < uncapped else { return nil }
    if weight == Self.twoBirthDates { return .twoBirthDates }
    if !found.agreesInName { return .nobodyNamed }
    return found.tellsWho && !found.isOneHouse ? .tooLittleForMove : .nameAlone
  }

  private func contradiction(_ left: Int, _ right: Int) -> PairExplanation.Contradiction? {
    guard contradicts(left, right) else { return nil }
    return estimates.trustsBirthDates
      && comparison.datesContradict(comparison.records[left], comparison.records[right])
      ? .birthDates : .initials
  }

  /// What holds before and what each field adds; together they are the sums.
  func steps(_ left: Int, _ right: Int) -> [PairExplanation.Step] {
    let found = comparison.agreement(left, right)
    var steps = [
      PairExplanation.Step(
        name: "before", level: "", strangers: estimates.prior, rarity: 0,
        relatives: estimates.personOverRelatives)
    ]
    let parts = parts(found)
    for index in parts.indices {
      let part = parts[index]
      steps.append(
        PairExplanation.Step(
          name: part.field.rawValue, level: found.level(of: part.field),
          strangers: part.weight.stranger + part.rarity, rarity: part.rarity,
          relatives: part.weight.relative))
    }
    let sums = sums(found)
    let strangers = steps.reduce(0) { $0 + $1.strangers }
    let relatives = steps.reduce(0) { $0 + $1.relatives }
    if found.isSwapped {
      steps.append(
        PairExplanation.Step(
          name: "swapped-names", level: "", strangers: sums.stranger - strangers, rarity: 0,
          relatives: sums.relative - relatives))
    }
    return steps
  }
}

extension PairAgreement {
  /// The name of a field's level, as a model has it.
  func level(of field: MatchField) -> String {
    func name(_ raw: UInt8) -> String {
      raw == 0 ? "absent" : field.levels[min(Int(raw), field.levels.count) - 1]
    }
    return switch field {
    case .surname: name(surname.rawValue)
    case .givenName: name(givenName.rawValue)
    case .initial: name(initial.rawValue)
    case .secondInitial: name(secondInitial.rawValue)
    case .birthDate: name(birthDate.rawValue)
    case .address: name(address.rawValue)
    case .phone: name(phone.rawValue)
    case .email: name(email.rawValue)
    case .reference: name(reference.rawValue)
    }
  }
}
