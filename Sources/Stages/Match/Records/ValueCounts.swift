import Model

/// Turns counts into rarity, in hundredths of a bit.
private struct RarityScale {
  /// As many records as the country's share of a value weighs.
  private static let nationalRecords = 1000.0
  /// The share of a value in the country when nothing is known of it.
  private static let nationalShare = 0.0001

  private let all: Double
  private var bitsOfCount: [Int16] = []

  /// - Parameter known: How many records know the field.
  init(known: Int) { all = Double(known) + Self.nationalRecords }

  /// What has this count.
  mutating func rarity(_ count: UInt32) -> Int16 {
    let count = max(2, Int(count))
    while bitsOfCount.count <= min(count, 4096) {
      bitsOfCount.append(bits(max(2, bitsOfCount.count)))
    }
    return count <= 4096 ? bitsOfCount[count] : bits(count)
  }

  private func bits(_ count: Int) -> Int16 {
    Int16(
      BitWeight.of(all, over: Double(count) + Self.nationalRecords * Self.nationalShare))
  }
}

/// How often each numbered value occurs.
struct ValueCounts {
  private var counts: [UInt32] = []
  /// How many records know the field.
  private var known = 0

  /// Counts a value of a record; 0 is none.
  @inline(__always)
  mutating func add(_ number: UInt32) {
    guard number != 0 else { return }
    known += 1
    addAgain(number)
  }

  /// Counts a further value of a record that was counted.
  @inline(__always)
  mutating func addAgain(_ number: UInt32) {
    guard number != 0 else { return }
    if Int(number) >= counts.count { grow(to: Int(number)) }
    counts[Int(number)] += 1
  }

  @inline(never)
  private mutating func grow(to number: Int) {
    counts += repeatElement(0, count: max(number + 1 - counts.count, counts.count / 2))
  }

  /// How rare each value is, by its number.
  func rarity() -> [Int16] {
    var scale = RarityScale(known: known)
    return counts.map { $0 == 0 ? 0 : scale.rarity($0) }
  }

  /// How rare it is that a value sounds as each one does.
  ///
  /// - Complexity: O(*v*) for *v* names.
  func rarity(ofSoundsIn names: NameTable) -> [Int16] {
    var countOfSound: [UInt32: UInt32] = [:]
    for (name, count) in counts.enumerated() where count > 0 {
      countOfSound[names.sound(UInt32(name)), default: 0] += count
    }
    var scale = RarityScale(known: known)
    return counts.indices.map { name in
      counts[name] == 0 ? 0 : scale.rarity(countOfSound[names.sound(UInt32(name))] ?? 0)
    }
  }
}

/// How often each of some numbers occurs that lie close together, such as days.
struct DenseCounts {
  private var counts: [UInt32] = []
  private var first = 0
  private var known = 0

  /// Counts a number.
  @inline(__always)
  mutating func add(_ number: Int) {
    if number < first || number - first >= counts.count { grow(to: number) }
    counts[number - first] += 1
    known += 1
  }

  @inline(never)
  private mutating func grow(to number: Int) {
    if counts.isEmpty {
      first = number
      counts = [0]
    } else if number < first {
      // As much room again, so that falling numbers do not copy each time.
      let room = max(first - number, counts.count)
      counts = Array(repeating: 0, count: room) + counts
      first -= room
    } else {
      counts += repeatElement(0, count: number - first - counts.count + 1)
    }
  }

  /// How rare each number is.
  func rarity() -> DenseRarity {
    var scale = RarityScale(known: known)
    return DenseRarity(
      first: first, values: counts.map { $0 == 0 ? 0 : scale.rarity($0) })
  }
}

/// How rare each of some numbers is that lie close together.
struct DenseRarity {
  fileprivate let first: Int
  fileprivate let values: [Int16]

  /// A number that was not counted has none.
  @inline(__always)
  func find(_ number: Int) -> Int32 {
    number >= first && number - first < values.count ? Int32(values[number - first]) : 0
  }
}
