import Model

/// The blocks of a pass that have too many records to compare all of them with each other.
struct CrowdedBlocks {
  /// Block after block.
  private(set) var records: [UInt32] = []
  /// Where each block ends.
  private var ends: [Int] = []

  var isEmpty: Bool { ends.isEmpty }

  mutating func add(_ block: ArraySlice<UInt32>) {
    records += block
    ends.append(records.count)
  }

  func forEach(_ body: (ArraySlice<UInt32>) -> Void) {
    var from = 0
    for end in ends {
      body(records[from..<end])
      from = end
    }
  }
}

/// Walks through the blocks of one pass and finds the pairs in them that are still to be compared.
struct BlockWalk {
  let records: MatchRecords
  let names: NameTable
  let mostRecords: Int
  let filter: PassTable.Filter
  /// For each record the passes in which it stands in a crowded block.
  let crowded: [UInt32]

  /// How many records that follow in a crowded block a record is compared with.
  private static let window = 8

  /// Calls a function for the pairs of all blocks but the crowded ones, which are set aside.
  ///
  /// - Complexity: O(*n*) for *n* records.
  func forEachPair(
    _ blocks: inout HashGroups, _ crowds: inout CrowdedBlocks, _ body: (RecordPair) -> Void
  ) {
    // The records of a block side by side, so that each is fetched once.
    var members: [MatchRecord] = []
    members.reserveCapacity(mostRecords)
    blocks.forEachShared { block in
      guard block.count <= mostRecords else { return crowds.add(block) }
      members.removeAll(keepingCapacity: true)
      for record in block { members.append(records[Int(record)]) }
      for first in 1..<members.count {
        let left = Int(block[block.startIndex + first])
        for second in 0..<first {
          let right = Int(block[block.startIndex + second])
          let common = names.common(members[first], members[second])
          if filter.isNew(common, crowded: crowded[left] | crowded[right]), left != right {
            body(
              RecordPair(
                left: left, right: right, one: members[first], other: members[second]))
          }
        }
      }
    }
  }

  /// Calls a function for each record of crowded blocks with those that follow it closely, in order of address
  /// and again of birth date.
  ///
  /// - Complexity: O(*n*) for *n* records.
  func forEachNeighbour(
    _ crowds: CrowdedBlocks, _ order: CrowdOrder, _ body: (RecordPair) -> Void
  ) {
    crowds.forEach { block in
      for places in [order.byAddress, order.byBirthDate] {
        forEachNeighbour(in: CrowdOrder.sorted(block, by: places), body)
      }
    }
  }

  private func forEachNeighbour(in list: [UInt32], _ body: (RecordPair) -> Void) {
    var recent: [MatchRecord] = []
    for index in list.indices {
      let left = Int(list[index])
      let one = records[left]
      for step in 1..<Self.window + 1 where step <= index {
        let right = Int(list[index - step])
        let other = recent[(index - step) % Self.window]
        if filter.isNew(names.common(one, other), crowded: crowded[left] | crowded[right]),
          left != right
        {
          body(RecordPair(left: left, right: right, one: one, other: other))
        }
      }
      if recent.count < Self.window {
        recent.append(one)
      } else {
        recent[index % Self.window] = one
      }
    }
  }
}
