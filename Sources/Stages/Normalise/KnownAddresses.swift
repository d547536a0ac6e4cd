import Model
import Pipeline

/// The address keys that stay as they are when the municipality's secret is replaced.
///
/// An address that is known keeps its key, and one that is only known from signals sent before gets the key
/// that it would have had. So addresses of earlier runs and of this one can be compared, and a household keeps
/// its id.
struct KnownAddresses {
  private let keys: MunicipalityKeys
  private let units = UnitWord.table
  private let message = ByteArena(capacity: 64)
  /// By the key that an address has under the present secret: the one it keeps, and the place of its secret.
  private var kept: [AddressKey: (key: AddressKey, secret: Int)] = [:]
  /// The place among the earlier secrets of the one that made a key.
  private(set) var secretOf: [AddressKey: Int] = [:]

  /// Knows no address yet; `nil` when the secret was never replaced, and every key is of the present one.
  init?(_ keys: MunicipalityKeys) {
    guard !keys.earlier.isEmpty else { return nil }
    self.keys = keys
  }

  /// Learns the keys of rows that have one.
  ///
  /// - Complexity: O(*n*) in the rows, times the secrets.
  mutating func learn(_ table: some PersonColumns) {
    for row in table.addressKey.indices where !table.addressKey[row].isAbsent {
      let address = address(row, table)
      let present = key(of: address, keys)
      guard !present.isAbsent else { continue }
      let key = table.addressKey[row]
      guard key != present else {
        note(present, key, secret: keys.earlier.count)
        continue
      }
      // Of a secret that is no longer in the key file only the key itself is left.
      let secret = keys.earlier.firstIndex { self.key(of: address, $0.keys) == key }
      if let secret { secretOf[key] = secret }
      note(present, key, secret: secret ?? keys.earlier.count)
    }
  }

  private mutating func note(_ present: AddressKey, _ key: AddressKey, secret: Int) {
    if let known = kept[present], known.secret <= secret { return }
    kept[present] = (key, secret)
  }

  /// Gives the rows of this run, which have keys of the present secret, the keys that their addresses keep.
  ///
  /// - Parameters:
  ///   - table: The rows.
  ///   - signalledOn: The day that each was sent.
  /// - Complexity: O(*n*).
  mutating func keep(_ table: inout Normalised, signalledOn: [CalendarDate]) {
    var first: [AddressKey: Int] = [:]
    for row in 0..<table.count where !table.addressKey[row].isAbsent {
      let present = table.addressKey[row]
      guard kept[present] == nil,
        let secret = keys.earlier.firstIndex(where: { signalledOn[row] < $0.until }),
        secret < first[present] ?? .max
      else { continue }
      first[present] = secret
    }
    for row in 0..<table.count {
      let present = table.addressKey[row]
      if let known = kept[present] {
        table.addressKey[row] = known.key
      } else if let secret = first[present] {
        table.addressKey[row] = key(of: address(row, table), keys.earlier[secret].keys)
      }
    }
  }

  /// The key that an address keeps.
  ///
  /// - Parameter present: Its key under the present secret.
  /// - Returns: The key that it has in this run.
  func kept(_ present: AddressKey) -> AddressKey { kept[present]?.key ?? present }

  /// Whether no signal has named an address.
  func isNew(_ key: AddressKey) -> Bool { kept[key] == nil && secretOf[key] == nil }

  /// The keys that the address of a row has under each earlier secret.
  func earlierKeys(ofRow row: Int, _ table: some PersonColumns) -> [AddressKey] {
    let address = address(row, table)
    return keys.earlier.map { key(of: address, $0.keys) }
  }

  private func address(_ row: Int, _ table: some PersonColumns) -> Address {
    Address(
      postcode: table.postcode[row], number: table.houseNumber[row],
      letter: table.arena[table.houseLetter[row]],
      addition: table.arena[table.houseAddition[row]])
  }

  private func key(of address: Address, _ keys: MunicipalityKeys) -> AddressKey {
    address.key(keys.address, message, units)
  }
}
