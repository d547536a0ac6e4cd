internal import Definitions
internal import Model

/// What a rule's reason can tell about the signals that the rule holds for.
struct ReasonFacts {
  /// The most months in arrears among them.
  var monthsInArrears: Int
  /// The first day among them that a threat is carried out.
  var threatOn: CalendarDate?
}

/// A rule's reason, ready to be written for many households.
///
/// `{n}` is the number that the rule counts: partner types, months in arrears, attempts, months before with a
/// signal, or else signals.
/// `{date}` is the day that the threat is carried out. `{partners}` are the partner types.
struct ReasonText {
  private enum Piece {
    case text(String)
    case number
    case date
    case partners
  }

  private let code: String
  private let pieces: [Piece]
  private let condition: RuleCondition

  /// Parts the reason of a rule into text and what is filled in.
  init(_ rule: Rule) {
    code = rule.code
    condition = rule.condition
    var pieces: [Piece] = []
    // The bar parts reasons from each other, so it cannot stand in one.
    var rest = rule.reason.split(separator: "|").joined(separator: "/")[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      pieces.append(.text(String(rest[..<open])))
      switch rest[rest.index(after: open)..<close] {
      case "n": pieces.append(.number)
      case "date": pieces.append(.date)
      case "partners": pieces.append(.partners)
      default: pieces.append(.text(String(rest[open...close])))
      }
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.text(String(rest)))
    self.pieces = pieces
  }

  /// Appends `CODE: sentence`.
  func write(_ facts: ReasonFacts, _ household: HouseholdFacts, to out: ByteArena) {
    out.append(string: code)
    out.append(": ")
    for piece in pieces {
      switch piece {
      case .text(let text): out.append(string: text)
      case .number: out.append(decimal: number(facts, household))
      case .date: out.append(string: facts.threatOn?.dutch ?? "een onbekende datum")
      case .partners: out.append(string: DutchText.list(household.partnerTypes.types.map(\.dutch)))
      }
    }
  }

  private func number(_ facts: ReasonFacts, _ household: HouseholdFacts) -> Int {
    if condition.distinctPartnerTypesAtLeast != nil { return household.partnerTypes.count }
    if condition.monthsInArrearsAtLeast != nil { return facts.monthsInArrears }
    if condition.attemptsAtLeast != nil { return household.work.attempts }
    if condition.consecutiveMonthsAtLeast != nil { return household.consecutiveMonths }
    return household.signals
  }
}
