import Model

/// Tells two homes behind one address from one: a home has one tenant, one connection to energy and one to
/// water at a time.
///
/// Where the address lacks the letter or addition, people of several homes stand at one door. If the same
/// landlord or supplier has two customers there who have nothing in common, these are two homes, or one
/// moved in after the other: never one household.
///
/// - Source: `domain-matching`.
struct HomeContracts {
  private let records: MatchRecords
  private let persons: [[Int]]

  init(_ persons: [[Int]], _ records: MatchRecords) {
    self.persons = persons
    self.records = records
  }

  /// Whether two of the families at a door each have a contract of their own for the same thing.
  ///
  /// - Complexity: O(*n*) in the signals of the families.
  func areOfSeveralHomes(_ families: [[Int]]) -> Bool {
    guard families.count > 1 else { return false }
    /// For each landlord or supplier: a family, and one of its contracts.
    var customers: [UInt64: (family: Int, contract: UInt64)] = [:]
    for (index, family) in families.enumerated() {
      for record in family.lazy.flatMap({ persons[$0] }) where records.isOfHome[record] {
        let contract = records.referenceHash[record]
        guard contract != 0 else { continue }
        let partner = records.partnerHash[record]
        if let known = customers[partner] {
          if known.family != index && known.contract != contract { return true }
        } else {
          customers[partner] = (index, contract)
        }
      }
    }
    return false
  }
}
