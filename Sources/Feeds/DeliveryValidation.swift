public import Definitions
public import Diagnostics
internal import Model
public import Pipeline

/// What the command `validate` says about a partner's file: counts and places, never a value.
public struct DeliveryValidation: Sendable {
  /// One kind of problem and how often it was found.
  public struct Finding: Sendable {
    public let code: DiagnosticCode
    public let count: Int
    /// The first of them, in the order of the file.
    public let first: [Diagnostic]
  }

  /// A column of the feed and what the readable rows hold in it.
  public struct Column: Sendable {
    public let header: String
    /// The field; `nil` when the column is ignored.
    public let field: FeedField?
    /// Readable rows that hold something; `nil` where it is not counted.
    public let filled: Int?
  }

  /// Data rows in the file.
  public let rows: Int
  /// Rows that could be decoded.
  public let decoded: Int
  /// Rows that were set aside.
  public let rejected: Int
  /// Why rows were set aside, by code.
  public let findings: [Finding]
  /// What else was found.
  public let notes: [Diagnostic]
  /// Readable rows whose debtor objected: these may not be used.
  public let objections: Int
  /// Readable rows about a threat, such as an eviction.
  public let threats: Int
  /// Readable rows with nothing owed.
  public let withoutArrears: Int
  /// The columns of the feed, in the order of its definition.
  public let columns: [Column]

  /// Counts what reading a delivery found.
  ///
  /// - Parameters:
  ///   - delivery: What the reader returned.
  ///   - positions: How many places to keep for each code.
  /// - Complexity: O(*n*) in the number of rejected rows.
  public init(_ delivery: DecodedDelivery, positions: Int = 5) {
    rows = delivery.rows
    decoded = delivery.signals.count
    rejected = delivery.rejected.count
    notes = delivery.diagnostics
    objections = delivery.objection.count { $0 }
    threats = delivery.signals.kind.count { $0.isThreat }
    withoutArrears = delivery.signals.amountCents.count { $0 <= 0 }
    columns = delivery.feed.columns.map { column in
      guard case .field(let field, _) = column.use else {
        return Column(header: column.header, field: nil, filled: nil)
      }
      return Column(
        header: column.header, field: field,
        filled: ColumnFilling.count(of: field, in: delivery))
    }
    var counts: [DiagnosticCode: (count: Int, first: [Diagnostic])] = [:]
    for row in delivery.rejected {
      let code = delivery.reasons[Int(row.reason)].code
      counts[code, default: (0, [])].count += 1
      if counts[code, default: (0, [])].first.count < positions {
        counts[code]?.first.append(delivery.diagnostic(of: row))
      }
    }
    findings = counts.map { Finding(code: $0.key, count: $0.value.count, first: $0.value.first) }
      .sorted { $0.code.id < $1.code.id }
  }
}
