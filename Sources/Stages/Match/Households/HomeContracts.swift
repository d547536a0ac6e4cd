import Model

/// Tells two homes behind one address from one: a home has one tenant, one connection to energy and one to
/// water at a time.
///
/// Where the address lacks the letter or addition, people of several homes stand at one door. If two who
/// have nothing in common each rent there, or each have their own contract for water or with one energy
/// supplier, these are two homes, or one moved in after the other: never one household.
///
/// - Source: `domain-matching`.
struct HomeContracts {
  private let records: MatchRecords
  private let persons: PersonGroups

  init(_ persons: PersonGroups, _ records: MatchRecords) {
    self.persons = persons
    self.records = records
  }

  /// Whether two of the families at a door each have a contract of their own for the same thing.
  ///
  /// - Complexity: O(*n*) in the signals of the families.
  func areOfSeveralHomes(_ families: [[Int]]) -> Bool {
    guard families.count > 1 else { return false }
    /// For each thing that a home has one of: a family, and its contract.
    var customers: [UInt32: (family: Int, contract: UInt32)] = [:]
    for (index, family) in families.enumerated() {
      for record in family.lazy.flatMap({ persons[$0] }) {
        let (kind, contract) = (records.homeContract[record], records[record].reference)
        guard kind != 0, contract != 0 else { continue }
        if let known = customers[kind] {
          if known.family != index && known.contract != contract { return true }
        } else {
          customers[kind] = (index, contract)
        }
      }
    }
    return false
  }
}
