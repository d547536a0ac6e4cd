public import Definitions
internal import Diagnostics
internal import Model
public import Pipeline

/// Explains what `match` decided in a municipality of a run.
///
/// The run is matched again, as the stage does it, and held against what the run wrote: so an explanation is
/// always of that run and never of another version of matching. Nothing it returns holds a value of a
/// delivery.
public struct MatchExplainer {
  let tables: MunicipalityTables
  let matching: Matching
  let model: LinkageModel
  let crowdedAddressSurnames: Int
  /// The person and household of each record in the run, for those of this run.
  let personOfRecord: [PersonID]
  let placeOfRecord: [Int]

  /// Matches the run again.
  ///
  /// - Parameters:
  ///   - tables: What the stage read, and what it wrote.
  ///   - settings: The settings of the stage in that run.
  ///   - model: The municipality's model of matching in that run.
  /// - Throws: A diagnostic if matching now gives something else than the run did.
  /// - Complexity: O(*n* log *n*).
  public init(
    _ tables: MunicipalityTables, settings: [String: Int], model: LinkageModel
  ) throws {
    self.tables = tables
    self.model = model
    matching = Matching(tables, model: model)
    crowdedAddressSurnames =
      settings[Match.settings[0].name] ?? Match.settings[0].defaultValue
    var places = [Int](repeating: 0, count: matching.records.count)
    for (place, person) in matching.persons.enumerated() {
      for record in person { places[record] = place }
    }
    placeOfRecord = places
    personOfRecord = try Self.checked(tables, matching)
  }

  /// The run's person of each record, if the run's persons, weights, grades and evidence are those found now.
  private static func checked(
    _ tables: MunicipalityTables, _ matching: Matching
  ) throws -> [PersonID] {
    // The place of a person stands for its id.
    let ids = matching.persons.indices.map { PersonID(high: 0, low: UInt64($0)) }
    let households = [HouseholdID](repeating: .absent, count: ids.count)
    let now = matching.signals.table(
      matching.persons, ids, households, matching.evidence, keys: tables.normalised.keys)
    let run = tables.matched
    var personOfPlace = [PersonID](repeating: .absent, count: ids.count)
    var placeOfPerson: [PersonID: PersonID] = [:]
    var differing = 0
    for row in 0..<run.count {
      let place = now.personID[row]
      let known = placeOfPerson[run.personID[row]]
      let isSamePerson =
        known.map { $0 == place } ?? personOfPlace[Int(place.low)].isAbsent
      placeOfPerson[run.personID[row]] = place
      personOfPlace[Int(place.low)] = run.personID[row]
      let isSameEvidence =
        now.weight[row] == run.weight[row] && now.grade[row] == run.grade[row]
        && now.arena[now.evidence[row]].equals(run.arena[run.evidence[row]])
      if !isSamePerson || !isSameEvidence { differing += 1 }
    }
    guard differing == 0 else {
      throw Diagnostic(
        .matchedOtherwise, ["count": "\(differing)", "rows": "\(run.count)"])
    }
    var persons = [PersonID](repeating: .absent, count: matching.records.count)
    for (place, person) in matching.persons.enumerated() {
      for record in person {
        persons[record] =
          personOfPlace[place].isAbsent
          ? matching.records.earlierPerson[record] : personOfPlace[place]
      }
    }
    return persons
  }

  /// Whether the municipality has a signal, of this run or remembered.
  ///
  /// - Complexity: O(*n*).
  public func holds(signal id: String) -> Bool { record(of: id) != nil }

  /// The record of a signal; a copy has the one of what it copies.
  func record(of id: String) -> Int? {
    guard var wanted = SignalID(id) else { return nil }
    for _ in 0..<4 {
      if let record = matching.records.signalID.firstIndex(of: wanted) { return record }
      guard let row = tables.distinct.keys.signalID.firstIndex(of: wanted) else { return nil }
      wanted = tables.distinct.sameAs[row]
    }
    return nil
  }

  /// Where a record's signal stands.
  func signal(_ record: Int) -> PairExplanation.Signal {
    let id = matching.records.signalID[record]
    let keys = tables.received.keys
    var found = PairExplanation.Signal(
      id: id.description, personID: personOfRecord[record].description, feed: "", delivery: "",
      row: 0, isRemembered: true)
    if let row = row(of: record) {
      let delivery = keys.deliveries[Int(keys.delivery[row])]
      found.feed = delivery.feed.name
      found.delivery = delivery.file
      found.row = Int(keys.row[row])
      found.isRemembered = false
    }
    return found
  }

  /// The row of this run that a record was made of.
  func row(of record: Int) -> Int? {
    let ids = tables.received.keys.signalID
    let wanted = matching.records.signalID[record]
    return ids.indices.first {
      ids[$0] == wanted && tables.distinct.disposition[$0] != .technicalDuplicate
    } ?? ids.firstIndex(of: wanted)
  }

  /// What the data told of themselves.
  var estimates: MatchEstimates {
    let first = RunEstimates(matching.records, model: model)
    let found = matching.weigher.estimates
    return MatchEstimates(
      records: matching.records.count, defaultPrior: first.prior, prior: found.prior,
      defaultPersonOverRelatives: BitWeight.of(model.personOverRelatives, over: 1),
      personOverRelatives: found.personOverRelatives, trustsBirthDates: found.trustsBirthDates)
  }
}
