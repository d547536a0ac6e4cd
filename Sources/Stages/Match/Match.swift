public import Definitions
import Diagnostics
import Model
public import Pipeline

/// Says of which person and household each signal is, inside one municipality.
///
/// Signals of this run and those remembered from earlier ones are matched together, so that it makes no
/// difference over how many nights they came.
///
/// - Invariant: the order of rows changes no id; contradicting signals are never one person; an
///   address alone never makes one.
/// - Complexity: O(*n* log *n*).
/// - Source: `domain-matching`, `fellegi-sunter`.
public struct Match: MunicipalityStage {
  public static let name = "match"
  public static let summary = "Says of which person and household each signal is."
  public static let version = 3
  public static let reads: [Dataset] = [
    .register, .received, .history, .reviews, .normalised, .distinct,
  ]
  public static let writes: [Dataset] = [.personChanges, .reviewPairs, .linked, .matched]
  public static let settings: [Setting] = [
    Setting(
      "crowded-address-surnames", 2...50, default: 3, unit: "surnames",
      summary: "how many unrelated surnames make an address one of many households"),
    Setting(
      "review-pairs", 0...5000, default: 200, unit: "pairs",
      summary: "how many doubtful pairs people are asked about at most"),
  ]

  private let crowdedAddressSurnames: Int
  private let reviewPairs: Int

  public init(settings: [String: Int]) {
    crowdedAddressSurnames =
      settings["crowded-address-surnames"] ?? Self.settings[0].defaultValue
    reviewPairs = settings["review-pairs"] ?? Self.settings[1].defaultValue
  }

  public func run(_ tables: inout MunicipalityTables, _ context: StageContext) throws {
    let ids = tables.normalised.keys.signalID
    guard tables.received.keys.signalID == ids else {
      throw Diagnostic(
        .stageFilesDisagree, ["first": Received.fileName, "second": Normalised.fileName])
    }
    guard tables.distinct.keys.signalID == ids else {
      throw Diagnostic(
        .stageFilesDisagree, ["first": Normalised.fileName, "second": Distinct.fileName])
    }
    let matching = Matching(
      tables, model: context.matching, keepsNumbering: tables.register.isAsked)
    let identity = PersonIdentity(
      matching.persons, matching.records, keys: context.keys)
    var addresses = KnownAddresses(context.keys)
    addresses?.learn(tables.history)
    addresses?.learn(tables.normalised)
    let households = Households(
      matching.persons, matching.records, personIDs: identity.ids,
      mostSurnames: crowdedAddressSurnames,
      keys: HouseholdKeys(context.keys, addresses, tables.history))
    tables.personChanges = identity.changes
    let keys = tables.normalised.keys
    (tables.matched, tables.reviewPairs) = Threads.both {
      matching.signals.table(
        matching.persons, identity.ids, households.ids, matching.evidence, keys: keys)
    } _: {
      ReviewSelection(
        matching.links, matching.persons, matching.weigher, matching.reviewed,
        evidence: matching.evidence, isInRun: matching.signals.isInRun
      ).table(atMost: reviewPairs, ids: identity.ids)
    }
    let ofRegister = RegisterStep.run(&tables, matching, context, addresses)
    tables.keyNames = context.keys.names(
      neededFor: tables, addresses, households.keys.used.union(ofRegister))
  }
}
