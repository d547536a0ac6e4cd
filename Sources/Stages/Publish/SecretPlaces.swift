internal import Model
internal import Pipeline

/// Where people live whose address the register keeps secret: an address of one of them is told of nobody.
///
/// - Source: `haal-centraal-brp`.
struct SecretPlaces: Sendable {
  private var persons: Set<PersonID> = []
  private var households: Set<HouseholdID> = []
  private var addresses: Set<AddressKey> = []

  /// Nobody keeps an address secret.
  init() {}

  /// Collects them.
  ///
  /// - Complexity: O(*n*) in the signals.
  init(_ tables: MunicipalityTables) {
    let (matched, linked, history) = (tables.matched, tables.linked, tables.history)
    for line in 0..<linked.count where linked.flags[line].contains(.secret) {
      persons.insert(linked.personID[line])
    }
    for row in 0..<matched.count where matched.flags(ofRow: row).contains(.secret) {
      persons.insert(matched.personID[row])
    }
    guard !persons.isEmpty else { return }
    for row in 0..<matched.count where persons.contains(matched.personID[row]) {
      households.insert(matched.householdID[row])
      addresses.insert(tables.normalised.addressKey[row])
    }
    for row in 0..<history.count where persons.contains(history.personID[row]) {
      addresses.insert(history.addressKey[row])
    }
    addresses.remove(.absent)
  }

  /// Whether the address of a signal may be that of somebody who keeps it secret.
  func contain(_ person: PersonID, _ household: HouseholdID, _ address: AddressKey) -> Bool {
    guard !persons.isEmpty else { return false }
    return persons.contains(person) || addresses.contains(address)
      || households.contains(household)
  }
}
