/// The pairs of rows in the same group, by the kinds of their two rows.
///
/// One matrix answers all questions by kind: the pairs of two kinds, the pairs whose lower kind is this
/// one, the pairs with at least one row of it.
struct PairMatrix {
  private let kinds: Int
  private var counts: [Int]

  /// Counts pairs.
  ///
  /// - Parameters:
  ///   - groups: The group of each row, from 0.
  ///   - kindOf: The kind of each row, below `kinds`.
  ///   - kinds: How many kinds there are; at most 256.
  /// - Complexity: O(*n* log *n* + *n* × `kinds`).
  init(groups: [Int32], kindOf: [UInt8], kinds: Int) {
    self.kinds = kinds
    counts = Array(repeating: 0, count: kinds * kinds)
    var keys = groups.indices.map {
      UInt64(UInt32(bitPattern: groups[$0])) << 8 | UInt64(kindOf[$0])
    }
    keys.sort()
    var members: [(kind: Int, rows: Int)] = []
    for (index, key) in keys.enumerated() {
      if index > 0, keys[index - 1] >> 8 != key >> 8 {
        add(members)
        members.removeAll(keepingCapacity: true)
      }
      let kind = Int(key & 0xFF)
      if members.last?.kind == kind {
        members[members.count - 1].rows += 1
      } else {
        members.append((kind, 1))
      }
    }
    add(members)
  }

  private mutating func add(_ members: [(kind: Int, rows: Int)]) {
    for (index, first) in members.enumerated() {
      counts[first.kind * kinds + first.kind] += first.rows * (first.rows - 1) / 2
      for second in members[(index + 1)...] {
        counts[first.kind * kinds + second.kind] += first.rows * second.rows
      }
    }
  }

  /// The pairs of a row of one kind and a row of another, or of two rows of one kind.
  subscript(first: Int, second: Int) -> Int {
    counts[min(first, second) * kinds + max(first, second)]
  }

  /// The pairs of which this kind is the higher number of the two.
  func pairs(upTo kind: Int) -> Int { (0...kind).reduce(0) { $0 + self[$1, kind] } }

  /// The pairs with at least one row of a kind.
  func pairs(with kind: Int) -> Int { (0..<kinds).reduce(0) { $0 + self[$1, kind] } }
}

extension PairCounts {
  /// Looks up the same thing for found pairs, real pairs and pairs that are both.
  init(_ matrices: PairMatrices, _ count: (PairMatrix) -> Int) {
    self.init(
      found: count(matrices.found), real: count(matrices.real), right: count(matrices.right))
  }
}

/// The pairs by kind of the run, of the truth, and of both.
struct PairMatrices {
  let found: PairMatrix
  let real: PairMatrix
  let right: PairMatrix

  /// Counts the pairs of a contingency by a kind of its rows.
  init(_ groups: Contingency, kindOf: [UInt8], kinds: Int) {
    found = PairMatrix(groups: groups.found, kindOf: kindOf, kinds: kinds)
    real = PairMatrix(groups: groups.real, kindOf: kindOf, kinds: kinds)
    right = PairMatrix(groups: groups.cells, kindOf: kindOf, kinds: kinds)
  }
}
