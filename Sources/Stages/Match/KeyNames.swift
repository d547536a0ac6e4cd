import Model
import Pipeline

extension MunicipalityKeys {
  /// The names of the secrets that the ids of a run need: the present one, and before it the earlier ones that
  /// something remembered or delivered still has its id of.
  ///
  /// - Parameters:
  ///   - tables: The signals of the run and of earlier ones.
  ///   - addresses: The keys that addresses keep.
  ///   - households: The places of the earlier secrets that made ids of households.
  /// - Returns: The names, oldest first.
  /// - Complexity: O(*n*) in the signals, if a secret was replaced.
  func names(
    neededFor tables: MunicipalityTables, _ addresses: KnownAddresses?,
    _ households: Set<Int>
  ) -> [String] {
    guard !earlier.isEmpty else { return [name] }
    var needed = households
    if let addresses { needed.formUnion(addresses.secretOf.values) }
    for day in Set(tables.received.signalledOn).union(tables.history.signalledOn) {
      if let secret = earlier.firstIndex(where: { day < $0.until }) { needed.insert(secret) }
    }
    return needed.sorted().map { earlier[$0].keys.name } + [name]
  }
}
