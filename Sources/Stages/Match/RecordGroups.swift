/// Records in groups that grow together, each known by one of its records: chains through one array.
struct RecordGroups {
  /// The record that follows each; itself at the end.
  private var following: [UInt32]
  /// The last record of the group that each record leads.
  private var last: [UInt32]
  /// The first record of the group that each record is known for.
  private var first: [UInt32]

  /// Makes each record a group of its own.
  init(count: Int) {
    following = (0..<UInt32(count)).map { $0 }
    last = following
    first = following
  }

  /// Whether a group has one record.
  @inline(__always)
  func isAlone(_ group: Int) -> Bool { first[group] == last[group] }

  /// Appends one group to another.
  ///
  /// - Parameters:
  ///   - group: Whose records stay first.
  ///   - other: Whose records follow.
  ///   - root: By which of the two both are known now.
  /// - Complexity: O(1).
  mutating func join(_ group: Int, _ other: Int, as root: Int) {
    following[Int(last[group])] = first[other]
    (first[root], last[root]) = (first[group], last[other])
  }

  /// The records of a group, one after the other.
  @inline(__always)
  func records(of group: Int, atMost most: Int) -> Records {
    Records(following: following, at: first[group], last: last[group], left: most)
  }

  /// Whether something holds for any record of a group.
  func contains(_ group: Int, where condition: (UInt32) -> Bool) -> Bool {
    var records = records(of: group, atMost: .max)
    while let record = records.next() { if condition(record) { return true } }
    return false
  }

  struct Records {
    fileprivate let following: [UInt32]
    fileprivate var at: UInt32
    fileprivate let last: UInt32
    fileprivate var left: Int

    @inline(__always)
    mutating func next() -> UInt32? {
      guard left > 0 else { return nil }
      let record = at
      left = record == last ? 0 : left - 1
      at = following[Int(record)]
      return record
    }
  }
}
