/// Persons of earlier runs that turned out to be one, or more than one: written by `match`.
///
/// A worklist of an earlier day names a person by its id; here stands what became of that id.
public struct PersonChanges: StageTable {
  public static let fileName = "person-changes"

  public var arena = ByteArena()

  public var personID: [PersonID] = []
  public var change: [PersonChange] = []
  public var otherPersonID: [PersonID] = []

  public init() {}

  public var count: Int { personID.count }

  public static let columns: [StageColumn<PersonChanges>] = [
    .identifier("person_id", \.personID),
    .word("change", \.change),
    .identifier("other_person_id", \.otherPersonID),
  ]
}

/// What became of a person of earlier runs.
public enum PersonChange: String, CaseIterable, Sendable {
  /// The person is no more: its signals are now those of the other.
  case merged = "merged"
  /// The other is new, and has signals that were of the person.
  case split = "split"
}
