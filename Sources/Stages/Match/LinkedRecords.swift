/// The links of each record, the heaviest first.
struct LinkedRecords {
  struct Neighbour {
    var record: UInt32
    var weight: Int32
  }

  private var starts: [UInt32]
  private var entries: [Neighbour]

  /// - Parameters:
  ///   - links: The heaviest first.
  ///   - count: The number of records.
  /// - Complexity: O(*n*).
  init(_ links: [PersonLink], count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    for link in links {
      starts[Int(link.first) + 1] += 1
      starts[Int(link.second) + 1] += 1
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    entries = Array(repeating: Neighbour(record: 0, weight: 0), count: links.count * 2)
    for link in links {
      entries[Int(next[Int(link.first)])] = Neighbour(record: link.second, weight: link.weight)
      next[Int(link.first)] += 1
      entries[Int(next[Int(link.second)])] = Neighbour(record: link.first, weight: link.weight)
      next[Int(link.second)] += 1
    }
  }

  /// The links of a record.
  func of(_ record: UInt32) -> ArraySlice<Neighbour> {
    entries[Int(starts[Int(record)])..<Int(starts[Int(record) + 1])]
  }

  /// What the link between two records weighs; `nil` when there is none.
  ///
  /// - Complexity: O(*n*) for *n* links of one of the two.
  func weight(_ left: UInt32, _ right: UInt32) -> Int32? {
    for index in Int(starts[Int(left)])..<Int(starts[Int(left) + 1])
    where entries[index].record == right {
      return entries[index].weight
    }
    return nil
  }
}
