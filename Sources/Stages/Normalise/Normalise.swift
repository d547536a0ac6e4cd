public import Definitions
import Model
public import Pipeline

/// Brings names, addresses and contact data to one form and computes the address key.
///
/// - Invariant: one row out for each row in, in the same order; normalising what was normalised
///   changes nothing.
/// - Complexity: O(*n*) in the bytes of the table.
/// - Source: `domain-name-spelling`, `domain-address-spelling`.
public struct Normalise: MunicipalityStage {
  public static let name = "normalise"
  public static let summary = "Brings names, addresses and contact data to one form."
  public static let version = 3
  public static let reads: [Dataset] = [.history, .received]
  public static let writes: [Dataset] = [.normalised]
  public static let settings: [Setting] = []

  public init(settings: [String: Int]) {}

  public func run(_ tables: inout MunicipalityTables, _ context: StageContext) throws {
    let received = tables.received
    var normalised = Normalised()
    normalised.keys = received.keys
    normalised.arena.reserve(received.count * 64)
    normalised.birthDate = received.birthDate
    normalised.quality = received.quality
    normalised.municipality = Array(
      repeating: context.municipality.code.number, count: received.count)
    var names = NameNormaliser()
    names.run(received, &normalised)
    AddressNormaliser().run(received, &normalised, key: context.keys.address)
    if var addresses = KnownAddresses(context.keys) {
      addresses.learn(tables.history)
      addresses.keep(&normalised, signalledOn: received.signalledOn)
    }
    ContactNormaliser().run(received, &normalised)
    LateEndOfSupply(WorkingDays(holidays: context.reference.holidays)).run(received, &normalised)
    tables.normalised = normalised
  }
}
