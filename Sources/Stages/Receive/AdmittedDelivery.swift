internal import Model
internal import Pipeline

/// One delivery on its way into the tables of an intake.
struct AdmittedDelivery {
  /// Rows that stand together in canonical order: many of the table of signals, or one that was rejected.
  private enum Piece {
    case decoded(Range<Int>)
    case rejected(RejectedRow, RejectionWords)
  }

  let delivery: DecodedDelivery
  let verdicts: [Verdict]
  let signalIDs: [SignalID]
  /// Every row in canonical order.
  let order: [DeliveredRow]
  /// One for each reason for rejecting rows.
  let reasons: [RejectionWords]
  let room: IntakeRoom
  private let pieces: [Piece]

  /// Puts the parts together.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  init(
    _ judged: JudgedDelivery, verdicts: [Verdict], reasons: [RejectionWords], room: IntakeRoom
  ) {
    delivery = judged.delivery
    self.verdicts = verdicts
    signalIDs = judged.signalIDs
    order = judged.order
    self.reasons = reasons
    self.room = room
    var pieces: [Piece] = []
    var run = 0..<0
    for entry in order {
      if let row = entry.decoded {
        if row == run.upperBound, !run.isEmpty {
          run = run.lowerBound..<row + 1
        } else {
          if !run.isEmpty { pieces.append(.decoded(run)) }
          run = row..<row + 1
        }
      } else {
        if !run.isEmpty { pieces.append(.decoded(run)) }
        run = 0..<0
        let row = delivery.rejected[entry.rejected]
        pieces.append(.rejected(row, reasons[Int(row.reason)]))
      }
    }
    if !run.isEmpty { pieces.append(.decoded(run)) }
    self.pieces = pieces
  }

  /// Adds what a column says of every row, in canonical order.
  ///
  /// - Parameters:
  ///   - column: Gets a value for each row.
  ///   - decoded: The values for the rows of the table of signals.
  ///   - rejected: The value for a row that was rejected, and why it was.
  /// - Complexity: O(*n*).
  @inline(__always)
  func fill<Value>(
    _ column: inout [Value], _ decoded: [Value], rejected: (RejectedRow, RejectionWords) -> Value
  ) {
    column.makeRoom(for: order.count, room)
    for piece in pieces {
      switch piece {
      case .decoded(let rows): column.append(contentsOf: decoded[rows])
      case .rejected(let row, let words): column.append(rejected(row, words))
      }
    }
  }

  /// Adds the same value for every row.
  func fill<Value>(_ column: inout [Value], always value: Value) {
    column.makeRoom(for: order.count, room)
    column.append(contentsOf: repeatElement(value, count: order.count))
  }

  /// Adds what a column says of every row, in canonical order, row by row.
  @inline(__always)
  func fill<Value>(
    _ column: inout [Value], decoded: (Int) -> Value,
    rejected: (RejectedRow, RejectionWords) -> Value
  ) {
    column.makeRoom(for: order.count, room)
    for piece in pieces {
      switch piece {
      case .decoded(let rows): for row in rows { column.append(decoded(row)) }
      case .rejected(let row, let words): column.append(rejected(row, words))
      }
    }
  }
}
