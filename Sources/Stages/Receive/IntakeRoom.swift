/// How much memory the tables of an intake should have, judged by how much of the deliveries is in.
///
/// Memory that nobody writes to costs nothing, but to move a table because it has grown costs as much as to fill it.
struct IntakeRoom: Sendable {
  private var expected = 0
  private var admitted = 0

  /// The most that tables are expected to grow.
  private static let most = 16

  /// Says how many bytes all deliveries have.
  mutating func expect(bytes: Int) { expected += bytes }

  /// Says that a delivery of so many bytes is being admitted.
  mutating func admit(bytes: Int) { admitted += bytes }

  /// How many rows a table should have room for in the end.
  ///
  /// - Parameter rows: Those that it has with the deliveries that are in.
  /// - Returns: At least as many.
  func rows(_ rows: Int) -> Int {
    guard admitted > 0, expected > admitted else { return rows }
    let growth = min(Double(IntakeRoom.most), 1.1 * Double(expected) / Double(admitted))
    return Int(Double(rows) * growth)
  }
}

extension Array {
  /// Reserves room for more elements, and for those that are still to be expected.
  mutating func makeRoom(for more: Int, _ room: IntakeRoom) {
    let needed = count + more
    guard capacity < needed else { return }
    reserveCapacity(Swift.max(room.rows(needed), capacity + capacity / 2))
  }
}
