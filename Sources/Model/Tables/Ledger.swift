/// What became of every data row of every delivery of a run: one line each, none missing, none double.
public struct Ledger: SignalTable {
  public static let fileName = "ledger"

  public var keys = SignalKeys()
  public var arena = ByteArena()

  /// The municipality's number, or 0 when the row is of none we serve.
  public var municipality: [UInt16] = []
  public var fate: [Fate] = []
  /// Why: a diagnostic code or a rule's name.
  public var reason: [TextCell] = []

  public init() {}

  public static let columns: [StageColumn<Ledger>] = {
    let keys = keyColumns
    // The ledger's order of columns: feed, delivery, row, signal_id.
    return Array(keys[1...]) + [keys[0]] + [
      .values(
        "municipality", \.municipality, kind: "a municipality code of four digits, or nothing",
        write: { value, out in if value > 0 { out.append(decimal: Int(value), width: 4) } },
        read: { $0.isEmpty ? 0 : $0.unsignedDecimal.flatMap { UInt16(exactly: $0) } }),
      .word("fate", \.fate),
      .text("reason", \.reason),
    ]
  }()
}
