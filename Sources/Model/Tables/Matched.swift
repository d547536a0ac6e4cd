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
  /// What the register says of the person; empty when none was asked.
  public var registerOutcome: [RegisterOutcome] = []
  /// All that holds for the person in the register; empty when none was asked.
  public var registerFlags: [RegisterFlags] = []

  public init() {}

  /// What the register says of the person of a row.
  public func outcome(ofRow row: Int) -> RegisterOutcome {
    registerOutcome.isEmpty ? .unchecked : registerOutcome[row]
  }

  /// All that holds in the register for the person of a row.
  public func flags(ofRow row: Int) -> RegisterFlags {
    registerFlags.isEmpty ? [] : registerFlags[row]
  }

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
      StageColumn(
        name: "register_outcome",
        writer: { table in { row, out in out.append(string: table.outcome(ofRow: row).rawValue) } },
        reader: { cells, column, table in
          var outcomes: [RegisterOutcome] = []
          outcomes.reserveCapacity(cells.count)
          for row in 0..<cells.count {
            guard let outcome = RegisterOutcome(rawValue: cells[row, column].string) else {
              return row
            }
            outcomes.append(outcome)
          }
          table.registerOutcome = outcomes.allSatisfy { $0 == .unchecked } ? [] : outcomes
          return nil
        },
        kind: "one of \(RegisterOutcome.allCases.map(\.rawValue).joined(separator: ", "))"),
      StageColumn(
        name: "register_flags",
        writer: { table in { row, out in out.append(table.flags(ofRow: row)) } },
        reader: { cells, column, table in
          var flags: [RegisterFlags] = []
          flags.reserveCapacity(cells.count)
          for row in 0..<cells.count {
            guard let read = RegisterFlags(cells[row, column]) else { return row }
            flags.append(read)
          }
          table.registerFlags = table.registerOutcome.isEmpty ? [] : flags
          return nil
        },
        kind: RegisterFlags.kind),
    ]
}
