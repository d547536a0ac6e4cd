import Glibc
internal import Model

/// A growing column in raw memory, for the row loop.
struct RawColumn<Value> {
  private(set) var base: UnsafeMutablePointer<Value>

  init(capacity: Int) { base = .allocate(capacity: capacity) }

  /// Moves the first values to memory of another size.
  mutating func grow(count: Int, capacity: Int) {
    let moved = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
  }

  /// Hands over the first values as an array and frees the memory.
  mutating func take(count: Int) -> [Value] {
    let values = Array(UnsafeBufferPointer(start: base, count: count))
    base.deallocate()
    base = .allocate(capacity: 1)
    return values
  }

  func free() { base.deallocate() }
}

/// The decoded columns of a delivery while it is read: raw memory, one slot for each row.
///
/// A row is written into the slot after the last one and counts once ``count`` is raised.
final class RowColumns {
  private(set) var capacity = 1024
  var count = 0

  var texts: [RawColumn<TextCell>]
  var amount: RawColumn<Int64>
  var kind: RawColumn<UInt8>
  var objection: RawColumn<Bool>
  var warmHandover: RawColumn<Bool>
  var steps: RawColumn<PriorSteps>
  /// Days since 1970-01-01; ``absent`` when there is none.
  var receivedAt: RawColumn<Int32>
  var signalledOn: RawColumn<Int32>
  var arisenOn: RawColumn<Int32>
  var threatOn: RawColumn<Int32>
  var days: RawColumn<Int32>
  var terms: RawColumn<Int32>
  var birthDate: RawColumn<PartialDate>
  var quality: RawColumn<Quality>
  var row: RawColumn<UInt32>
  var digest: RawColumn<(UInt64, UInt64)>

  /// What stands for an absent day or number.
  static let absent = Int32.min

  /// The text columns that the delivery has; the others take no memory.
  private let textSlots: [Int]

  init(textColumns: Int, filled textSlots: [Int]) {
    self.textSlots = textSlots
    texts = (0..<textColumns).map { _ in RawColumn(capacity: 1024) }
    amount = RawColumn(capacity: 1024)
    kind = RawColumn(capacity: 1024)
    objection = RawColumn(capacity: 1024)
    warmHandover = RawColumn(capacity: 1024)
    steps = RawColumn(capacity: 1024)
    receivedAt = RawColumn(capacity: 1024)
    signalledOn = RawColumn(capacity: 1024)
    arisenOn = RawColumn(capacity: 1024)
    threatOn = RawColumn(capacity: 1024)
    days = RawColumn(capacity: 1024)
    terms = RawColumn(capacity: 1024)
    birthDate = RawColumn(capacity: 1024)
    quality = RawColumn(capacity: 1024)
    row = RawColumn(capacity: 1024)
    digest = RawColumn(capacity: 1024)
  }

  deinit {
    texts.forEach { $0.free() }
    amount.free()
    kind.free()
    objection.free()
    warmHandover.free()
    steps.free()
    receivedAt.free()
    signalledOn.free()
    arisenOn.free()
    threatOn.free()
    days.free()
    terms.free()
    birthDate.free()
    quality.free()
    row.free()
    digest.free()
  }

  /// Makes room for more rows.
  func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(count + more, capacity * 2)
    for slot in textSlots { texts[slot].grow(count: count, capacity: capacity) }
    amount.grow(count: count, capacity: capacity)
    kind.grow(count: count, capacity: capacity)
    objection.grow(count: count, capacity: capacity)
    warmHandover.grow(count: count, capacity: capacity)
    steps.grow(count: count, capacity: capacity)
    receivedAt.grow(count: count, capacity: capacity)
    signalledOn.grow(count: count, capacity: capacity)
    arisenOn.grow(count: count, capacity: capacity)
    threatOn.grow(count: count, capacity: capacity)
    days.grow(count: count, capacity: capacity)
    terms.grow(count: count, capacity: capacity)
    birthDate.grow(count: count, capacity: capacity)
    quality.grow(count: count, capacity: capacity)
    row.grow(count: count, capacity: capacity)
    digest.grow(count: count, capacity: capacity)
  }
}
