/// The records of each person, in flat arrays: each person's in rising order, the persons by their first.
struct PersonGroups: RandomAccessCollection, Equatable {
  private var members: [UInt32] = []
  /// Where the records of each person begin, and at the end of all where the last end.
  private var starts: [UInt32] = [0]

  /// - Parameter groups: The records of each person; all records from 0, each once.
  init(_ groups: [[Int]]) {
    for group in groups {
      members += group.lazy.map { UInt32($0) }
      starts.append(UInt32(members.count))
    }
  }

  /// Brings the records of each set together.
  ///
  /// - Complexity: O(*n*).
  init(_ sets: DisjointSets, count: Int) {
    var sets = sets
    var place = [UInt32](repeating: 0, count: count)
    var sizes: [UInt32] = []
    for record in 0..<count {
      let root = sets.root(record)
      if root == record {
        place[record] = UInt32(sizes.count)
        sizes.append(1)
      } else {
        place[record] = place[root]
        sizes[Int(place[root])] += 1
      }
    }
    starts.reserveCapacity(sizes.count + 1)
    for size in sizes { starts.append(starts[starts.count - 1] + size) }
    var next = starts
    members = Array(repeating: 0, count: count)
    for record in 0..<count {
      let person = Int(place[record])
      members[Int(next[person])] = UInt32(record)
      next[person] += 1
    }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { starts.count - 1 }

  /// The records of a person, of which the first has place 0.
  subscript(person: Int) -> Slice {
    Slice(members: members[Int(starts[person])..<Int(starts[person + 1])])
  }

  /// The person of each record.
  ///
  /// - Complexity: O(*n*).
  var placeOfRecord: [UInt32] {
    var places = [UInt32](repeating: 0, count: members.count)
    for person in indices {
      for index in Int(starts[person])..<Int(starts[person + 1]) {
        places[Int(members[index])] = UInt32(person)
      }
    }
    return places
  }

  /// The records of one person.
  struct Slice: RandomAccessCollection {
    fileprivate let members: ArraySlice<UInt32>

    var startIndex: Int { 0 }
    var endIndex: Int { members.count }
    subscript(index: Int) -> Int { Int(members[members.startIndex + index]) }
  }
}
