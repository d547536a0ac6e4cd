import Model

/// What came of texts that were met before: streets, places and surnames come again and again.
///
/// It keeps the first texts that it is given, up to a number, so that it stays small whatever a partner sends; and
/// it looks at few places for each, so that no choice of texts makes it slow.
struct TextMemo<Value> {
  private struct Entry {
    var hash: UInt64
    var text: TextCell
    var value: Value
  }

  private static var mostEntries: Int { 1 << 16 }
  private static var mostSteps: Int { 16 }

  /// Numbers of entries from 1; 0 is free.
  private var slots = [UInt32](repeating: 0, count: 64)
  private var entries: [Entry] = []
  private let texts = ByteArena(capacity: 1024)

  /// What came of a text; `nil` if it was not met, or not kept.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  subscript(text: ByteView) -> Value? {
    @inline(__always)
    get {
      let hash = Self.hash(text)
      var slot = place(of: hash)
      for _ in 0..<Self.mostSteps {
        let number = slots[slot]
        guard number != 0 else { return nil }
        let index = Int(number) - 1
        if entries[index].hash == hash, texts[entries[index].text].equals(text) {
          return entries[index].value
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
    set {
      guard let newValue, entries.count < Self.mostEntries else { return }
      let hash = Self.hash(text)
      if entries.count * 2 >= slots.count { grow() }
      guard let slot = freeSlot(for: hash) else { return }
      entries.append(Entry(hash: hash, text: texts.store(text), value: newValue))
      slots[slot] = UInt32(truncatingIfNeeded: entries.count)
    }
  }

  private func place(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }

  private func freeSlot(for hash: UInt64) -> Int? {
    var slot = place(of: hash)
    for _ in 0..<Self.mostSteps {
      if slots[slot] == 0 { return slot }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (index, entry) in entries.enumerated() {
      if let slot = freeSlot(for: entry.hash) {
        slots[slot] = UInt32(truncatingIfNeeded: index + 1)
      }
    }
  }

  /// A hash that is the same in every run; nothing but speed depends on it.
  @inline(__always)
  private static func hash(_ text: ByteView) -> UInt64 {
    let raw = UnsafeRawPointer(text.start)
    var hash = UInt64(truncatingIfNeeded: text.count) &* 0x9E37_79B9_7F4A_7C15
    var at = 0
    while at + 8 <= text.count {
      hash = mixed(hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    while at < text.count {
      rest = rest << 8 | UInt64(text[at])
      at += 1
    }
    return mixed(hash ^ rest)
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}

extension ByteArena {
  /// Appends a text and its length, so that several of them one after another can only be read in one way.
  @inline(__always)
  func append(part text: ByteView) {
    append(text)
    append(UInt8(truncatingIfNeeded: text.count))
    append(UInt8(truncatingIfNeeded: text.count >> 8))
    append(UInt8(truncatingIfNeeded: text.count >> 16))
  }
}
