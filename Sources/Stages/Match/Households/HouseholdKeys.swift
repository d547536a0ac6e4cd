import Model
import Pipeline

/// Makes the ids of households, each under the secret that its address or person was first known under.
struct HouseholdKeys {
  private let hash: SipHash
  private let keys: MunicipalityKeys?
  private let addresses: KnownAddresses?
  /// The households of earlier runs; empty when the secret was never replaced.
  private var known: Set<HouseholdID> = []
  /// The places of the earlier secrets that an id was made with.
  private(set) var used: Set<Int> = []
  /// The households of addresses that only the register has told.
  private var told: [AddressKey: HouseholdID] = [:]
  private var message = ByteArena(capacity: 64)

  /// Uses one function for all.
  init(_ hash: SipHash) {
    self.hash = hash
    keys = nil
    addresses = nil
  }

  /// Uses the keys of a municipality.
  ///
  /// - Parameters:
  ///   - keys: The keys.
  ///   - addresses: The keys that addresses keep; `nil` when the secret was never replaced.
  ///   - history: What earlier runs knew.
  init(_ keys: MunicipalityKeys, _ addresses: KnownAddresses?, _ history: History) {
    hash = keys.household
    self.keys = keys
    self.addresses = addresses
    if addresses != nil { known = Set(history.householdID) }
  }

  /// The same keys for another thread.
  func separate() -> HouseholdKeys {
    var keys = self
    keys.message = ByteArena(capacity: 64)
    return keys
  }

  /// Notes which secrets another thread has used.
  mutating func learn(from other: HouseholdKeys) { used.formUnion(other.used) }

  /// Notes that an address is known under its secret.
  mutating func note(_ address: AddressKey) {
    if let secret = addresses?.secretOf[address] { used.insert(secret) }
  }

  /// The household of an address.
  mutating func id(of address: AddressKey) -> HouseholdID {
    guard let secret = addresses?.secretOf[address], let keys else {
      return derive(address, hash)
    }
    used.insert(secret)
    return derive(address, keys.earlier[secret].keys.household)
  }

  /// The household of an address that the register tells, which signals may never have named.
  ///
  /// - Parameters:
  ///   - address: Its key.
  ///   - row: The row of the register.
  ///   - persons: The register's persons.
  ///   - day: The day of the first signal about the person who lives there.
  /// - Returns: The household, the same for everybody who lives there.
  mutating func id(
    of address: AddressKey, at row: Int, in persons: Normalised, since day: CalendarDate
  ) -> HouseholdID {
    guard let keys, let addresses, addresses.isNew(address) else { return id(of: address) }
    if let household = told[address] { return household }
    var household = derive(address, hash)
    for (secret, earlier) in addresses.earlierKeys(ofRow: row, persons).enumerated() {
      let id = derive(earlier, keys.earlier[secret].keys.household)
      guard day < keys.earlier[secret].until || known.contains(id) else { continue }
      used.insert(secret)
      household = id
      break
    }
    told[address] = household
    return household
  }

  /// The household of a person who is a household alone.
  ///
  /// - Parameters:
  ///   - person: The person.
  ///   - day: The day of the first signal about the person.
  /// - Returns: The household.
  mutating func id(of person: PersonID, since day: CalendarDate) -> HouseholdID {
    guard let keys, !keys.earlier.isEmpty else { return derive(person, hash) }
    for (secret, other) in keys.earlier.enumerated() {
      let id = derive(person, other.keys.household)
      guard day < other.until || known.contains(id) else { continue }
      used.insert(secret)
      return id
    }
    return derive(person, hash)
  }

  private func derive<Source>(_ source: Identifier<Source>, _ hash: SipHash) -> HouseholdID {
    message.removeAll()
    message.append(source)
    let (high, low) = hash.hash(message.bytes)
    return Identifier(high: high, low: low)
  }
}
