internal import Model
internal import Pipeline

/// What the register says of the people of a household, for those who want to reach them.
///
/// - Source: `ddas-vroegsignalering`, `domain-matching`.
struct RegisterDoubt {
  /// What stands in place of an address that nobody may know.
  static let secretAddress = "adres geheim"

  /// What the register says of each of them.
  private(set) var outcomes: Set<RegisterOutcome> = []
  /// All that holds for any of them.
  private(set) var flags: RegisterFlags = []
  /// Whether somebody about whom there is a signal has died.
  private(set) var hasDeceased = false
  /// The line of `linked` with an address that the signals do not have.
  private(set) var newAddress: Int?

  /// Nothing is known of nobody.
  init() {}

  /// Collects what the register says.
  ///
  /// - Parameters:
  ///   - kept: The signals on the list.
  ///   - all: Those of the household, those about people who have left among them.
  ///   - tables: Where they stand.
  init(_ kept: [Int], of all: [Int], _ tables: MunicipalityTables) {
    let matched = tables.matched
    for row in kept {
      outcomes.insert(matched.outcome(ofRow: row))
      flags.formUnion(matched.flags(ofRow: row))
      if newAddress == nil, let line = tables.linked.line(of: matched.personID[row]),
        tables.linked.houseNumber[line] > 0
      {
        newAddress = line
      }
    }
    hasDeceased = all.contains { matched.outcome(ofRow: $0) == .deceased }
  }

  /// One sentence each, what matters most first.
  var sentences: [String] {
    var sentences: [String] = []
    if flags.contains(.secret) {
      sentences.append(
        "Het adres is geheim. Vraag uw leidinggevende om toestemming. Ga niet langs en stuur geen brief."
      )
    }
    if flags.contains(.underInvestigation) {
      sentences.append(
        "De gemeente onderzoekt of iemand op dit adres woont. Ga niet langs en stuur geen brief.")
    }
    if flags.contains(.postalAddress) {
      sentences.append("Dit is een briefadres. Daar woont de persoon niet. Ga niet langs.")
    }
    if hasDeceased {
      sentences.append(
        "Iemand over wie een melding kwam, is overleden. Zie overleden.csv. Beslis eerst wat u doet."
      )
    }
    if flags.contains(.movedWithin) {
      sentences.append(
        newAddress == nil
          ? "De persoon heeft volgens de BRP een ander adres dan in de melding."
          : "De persoon is verhuisd binnen de gemeente. Dit is het nieuwe adres uit de BRP.")
    }
    if outcomes.contains(.several) {
      sentences.append(
        "In de BRP passen meer personen bij de melding. Zoek eerst zelf uit wie het is. Zet geen bedrag in een brief."
      )
    }
    if outcomes.contains(.none) {
      sentences.append(
        "De persoon is niet gevonden in de BRP. Zoek eerst zelf uit wie het is. Zet geen bedrag in een brief."
      )
    }
    if outcomes.contains(.unchecked) {
      sentences.append(
        "Niet gecontroleerd in de BRP. Controleer zelf wie op dit adres woont. Zet geen bedrag in een brief."
      )
    }
    return sentences
  }
}
