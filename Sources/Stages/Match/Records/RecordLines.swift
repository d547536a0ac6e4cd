import Model

/// Records in memory that begins at a line, so that each is one line of 64 bytes and never parts of two.
struct RecordLines {
  /// Memory of its own.
  private final class Memory {
    let base: UnsafeMutablePointer<MatchRecord>
    let room: Int

    init(room: Int) {
      self.room = max(1, room)
      base = UnsafeMutableRawPointer.allocate(
        byteCount: self.room * MemoryLayout<MatchRecord>.stride, alignment: 64
      ).bindMemory(to: MatchRecord.self, capacity: self.room)
    }

    deinit { base.deallocate() }
  }

  private var memory: Memory
  private(set) var count = 0

  /// No records.
  init() { memory = Memory(room: 0) }

  /// Records of which nothing is known.
  init(count: Int) {
    memory = Memory(room: count)
    memory.base.initialize(repeating: MatchRecord(), count: count)
    self.count = count
  }

  @inline(__always)
  subscript(index: Int) -> MatchRecord { unsafeAddress { UnsafePointer(memory.base + index) } }

  /// Adds a record.
  mutating func append(_ record: MatchRecord) {
    if count == memory.room { own(room: 2 * count) } else { own(room: memory.room) }
    (memory.base + count).initialize(to: record)
    count += 1
  }

  /// Makes sure that nobody else looks at this memory, and that it is as large as asked.
  private mutating func own(room: Int) {
    guard !isKnownUniquelyReferenced(&memory) || room > memory.room else { return }
    let larger = Memory(room: room)
    larger.base.initialize(from: memory.base, count: count)
    memory = larger
  }

  /// Hands out the records to be changed while a function runs.
  mutating func change(_ body: (SharedRows<MatchRecord>) -> Void) {
    own(room: memory.room)
    withExtendedLifetime(memory) { body(SharedRows(memory.base)) }
  }

  /// Hands out the records to be read while a function runs.
  func read(_ body: (ReadRows<MatchRecord>) -> Void) {
    withExtendedLifetime(memory) { body(ReadRows(memory.base)) }
  }
}

extension RecordLines: @unchecked Sendable {}
