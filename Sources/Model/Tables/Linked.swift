/// What the register answered about every person that matching found: one line each, none when no
/// register was asked.
///
/// Holds no citizen service number. A new address stands here only if it may be shown and visited.
public struct Linked: StageTable {
  public static let fileName = "linked"

  public var arena = ByteArena()

  public var personID: [PersonID] = []
  public var outcome: [RegisterOutcome] = []
  public var flags: [RegisterFlags] = []
  /// The row of the register; absent unless one was the answer.
  public var registerRow: [RegisterRowID] = []
  /// How sure the answer is; a citizen service number may be kept only for `zeker`.
  public var grade: [MatchGrade] = []
  /// Hundredths of a bit of evidence for the best row.
  public var weight: [Int32] = []
  /// How far the next best row stays behind; the weight itself when there is none.
  public var margin: [Int32] = []
  /// What agrees, such as `address+surname+initial`.
  public var evidence: [TextCell] = []
  /// Where the person lives now, when that is another municipality; 0 otherwise, and for abroad.
  public var municipality: [UInt16] = []
  /// Since when: the day of death or leaving, or of moving in; only where one of these holds.
  public var since: [PartialDate] = []
  /// The address of somebody who moved within the municipality.
  public var addressKey: [AddressKey] = []
  public var postcode: [Postcode] = []
  public var houseNumber: [Int32] = []
  public var houseLetter: [TextCell] = []
  public var houseAddition: [TextCell] = []
  public var street: [TextCell] = []
  public var city: [TextCell] = []

  public init() {}

  public var count: Int { personID.count }

  /// The line of a person; `nil` when the register was not asked.
  ///
  /// - Complexity: O(log *n*).
  public func line(of person: PersonID) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if personID[middle] < person { low = middle + 1 } else { high = middle }
    }
    return low < count && personID[low] == person ? low : nil
  }

  public static let columns: [StageColumn<Linked>] = [
    .identifier("person_id", \.personID),
    .word("register_outcome", \.outcome),
    .values(
      "register_flags", \.flags, kind: RegisterFlags.kind, write: { $1.append($0) },
      read: { RegisterFlags($0) }),
    .identifier("register_row", \.registerRow),
    .word("register_grade", \.grade),
    .integer("register_weight", \.weight),
    .integer("register_margin", \.margin),
    .text("register_evidence", \.evidence),
    .values(
      "municipality", \.municipality, kind: "a municipality code of four digits, or nothing",
      write: { value, out in if value > 0 { out.append(decimal: Int(value), width: 4) } },
      read: { $0.isEmpty ? 0 : $0.unsignedDecimal.flatMap { UInt16(exactly: $0) } }),
    .partialDate("since", \.since),
    .identifier("address_key", \.addressKey),
    .postcode("postcode", \.postcode),
    .houseNumber("house_number", \.houseNumber),
    .text("house_letter", \.houseLetter),
    .text("house_addition", \.houseAddition),
    .text("street", \.street),
    .text("city", \.city),
  ]
}
