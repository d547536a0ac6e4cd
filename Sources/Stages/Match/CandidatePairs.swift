import Model

/// Brings the records together that are worth comparing, each pair once for a list of passes.
///
/// Where more records share a key than a pass compares with each other, they are put in order of address
/// and again of birth date, and each is compared with those that follow it closely: a key that 100,000
/// records share costs no more than its records.
struct CandidatePairs {
  private let records: MatchRecords
  private let passes: [BlockingPass]
  /// For each record the passes in which it stands in a crowded block, one bit each.
  private var crowded: [UInt32]

  /// How many records that follow in a crowded block a record is compared with.
  private static let window = 8

  /// - Parameters:
  ///   - records: The records.
  ///   - passes: At most 32.
  init(_ records: MatchRecords, passes: [BlockingPass]) {
    self.records = records
    self.passes = passes
    crowded = Array(repeating: 0, count: records.count)
  }

  /// Calls a function for every pair; a pair of a crowded block may come more than once.
  ///
  /// - Complexity: O(*n*) for *n* records in each pass.
  mutating func forEachPair(_ body: (Int, Int) -> Void) {
    for index in passes.indices { forEachPair(ofPass: index, body) }
  }

  private mutating func forEachPair(ofPass index: Int, _ body: (Int, Int) -> Void) {
    let pass = passes[index]
    var groups = HashGroups()
    groups.reserve(records.count)
    for record in 0..<records.count {
      records.forEachKey(of: record, for: pass.fields) { groups.add($0, row: record) }
    }
    let earlier = passes[..<index].map(\.fields)
    let (records, known) = (records, crowded)
    var crowdedRecords: [UInt32] = []
    groups.forEachShared { block in
      guard block.count <= pass.mostRecords else {
        crowdedRecords += block
        forEachNeighbour(in: block, body)
        return
      }
      for first in block.indices.dropFirst() {
        let left = Int(block[first])
        for second in block.startIndex..<first {
          let right = Int(block[second])
          if left == right { continue }
          if !earlier.isEmpty,
            Self.wasCompared(
              records.common(left, right), earlier, crowded: known[left] | known[right])
          {
            continue
          }
          body(left, right)
        }
      }
    }
    for record in crowdedRecords { crowded[Int(record)] |= 1 << UInt32(index) }
  }

  /// Whether an earlier pass had the pair.
  @inline(__always)
  private static func wasCompared(
    _ common: BlockingField, _ earlier: [BlockingField], crowded: UInt32
  ) -> Bool {
    for index in earlier.indices
    where common.isSuperset(of: earlier[index]) && crowded >> UInt32(index) & 1 == 0 {
      return true
    }
    return false
  }

  private func forEachNeighbour(in block: ArraySlice<UInt32>, _ body: (Int, Int) -> Void) {
    for byBirthDateFirst in [false, true] {
      let list = block.sorted { precedes($0, $1, byBirthDateFirst: byBirthDateFirst) }
      for left in list.indices {
        for right in list[(left + 1)...].prefix(Self.window) where right != list[left] {
          body(Int(list[left]), Int(right))
        }
      }
    }
  }

  /// A total order by content, ending at the signal id.
  private func precedes(_ left: UInt32, _ right: UInt32, byBirthDateFirst: Bool) -> Bool {
    let (one, other) = (Int(left), Int(right))
    func key(_ record: Int) -> (UInt64, UInt64, UInt32, UInt8) {
      let address =
        UInt64(records.postcode[record].packed) << 32 | UInt64(records.houseNumber[record])
      let birthDate = UInt64(records.birthDate[record].packed)
      return (
        byBirthDateFirst ? birthDate : address, byBirthDateFirst ? address : birthDate,
        records.surnameSound[record], records.initial[record]
      )
    }
    let (first, second) = (key(one), key(other))
    return first != second ? first < second : records.signalID[one] < records.signalID[other]
  }
}
