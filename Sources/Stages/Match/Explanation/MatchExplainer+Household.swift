internal import Diagnostics
public import Model
internal import Pipeline

extension MatchExplainer {
  /// Explains why persons are contacted as one household.
  ///
  /// - Parameter id: A household of the run.
  /// - Returns: Its persons, and how each came to it.
  /// - Throws: A diagnostic if there is none.
  /// - Complexity: O(*n* log *n*).
  public func household(_ id: String) throws -> HouseholdExplanation {
    let matched = tables.matched
    var places: [Int] = []
    for row in 0..<matched.count where matched.householdID[row].description == id {
      guard let record = record(of: matched.keys.signalID[row].description) else { continue }
      if !places.contains(placeOfRecord[record]) { places.append(placeOfRecord[record]) }
    }
    guard !places.isEmpty else {
      throw Diagnostic(
        .notFound, ["what": "the household", "hint": "ids of another run or municipality differ"])
    }
    places.sort {
      personOfRecord[matching.persons[$0][0]] < personOfRecord[matching.persons[$1][0]]
    }
    // The ids are not those of the run, which takes its keys; who shares one is the same.
    let households = Households(
      matching.persons, matching.records,
      personIDs: matching.persons.indices.map { PersonID(high: 0, low: UInt64($0) + 1) },
      mostSurnames: crowdedAddressSurnames, keys: HouseholdKeys(SipHash(key: (0, 0))))
    return HouseholdExplanation(
      id: id,
      members: places.map {
        HouseholdExplanation.Member(
          place: place($0, among: places, households), person: person(at: $0))
      }, crowdedAddressSurnames: crowdedAddressSurnames, estimates: estimates)
  }

  private func place(
    _ place: Int, among places: [Int], _ households: Households
  ) -> HouseholdExplanation.Place {
    if households.isCrowded[place] { return .crowdedAddress }
    if households.isOneOfSeveral[place] { return .ownContract }
    let others = places.filter { $0 != place }
    if others.contains(where: { households.ids[$0] != households.ids[place] }) { return .register }
    guard let record = households.home(of: place) else { return .noAddress }
    if !matching.persons[place].contains(record) { return .addressSlip }
    if others.isEmpty { return .alone }
    let keys = matching.records.addressKey
    let isSame = others.allSatisfy { households.home(of: $0).map { keys[$0] } == keys[record] }
    return isSame ? .sameAddress : .unitLeftOut
  }
}
