/// The person and household of every signal: the output of `match`.
public struct Matched: SignalTable {
  public static let fileName = "matched"

  public var keys = SignalKeys()
  public var arena = ByteArena()

  public var personID: [PersonID] = []
  public var householdID: [HouseholdID] = []
  public var grade: [MatchGrade] = []
  /// Hundredths of a bit of evidence that the signal is of the person; 0 for a person with one signal.
  public var weight: [Int32] = []
  /// What the grade rests on, such as `address+surname+initial`.
  public var evidence: [TextCell] = []

  public init() {}

  public static let columns: [StageColumn<Matched>] =
    keyColumns + [
      .identifier("person_id", \.personID),
      .identifier("household_id", \.householdID),
      .word("match_grade", \.grade),
      .values(
        "match_weight", \.weight, kind: "a number with two decimals",
        write: { value, out in
          if value < 0 { out.append(UInt8(ascii: "-")) }
          out.append(decimal: Int(value.magnitude / 100))
          out.append(UInt8(ascii: "."))
          out.append(decimal: Int(value.magnitude % 100), width: 2)
        },
        read: { bytes in
          let digits = bytes.split(at: UInt8(ascii: "."))
          guard digits.count == 2, digits[1].count == 2, let whole = digits[0].signedDecimal,
            let fraction = digits[1].unsignedDecimal
          else { return nil }
          let negative = digits[0][0] == UInt8(ascii: "-")
          return Int32(exactly: whole * 100 + (negative ? -fraction : fraction))
        }),
      .text("match_evidence", \.evidence),
    ]
}
