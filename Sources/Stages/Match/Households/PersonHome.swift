import Model

/// Where a person lives, as far as doors are compared: the last known address.
struct PersonHome {
  /// The record that tells it, or -1.
  private(set) var record: Int32 = -1
  private(set) var addressKey: UInt32 = 0
  private(set) var street: UInt32 = 0
  private(set) var postcode = Postcode.absent
  private(set) var houseNumber: Int32 = 0
  private(set) var unit: UInt32 = 0

  /// No home.
  init() {}

  /// The home that a record tells.
  init(_ record: Int, _ records: MatchRecords) {
    guard record >= 0 else { return }
    let address = records[record]
    self.record = Int32(truncatingIfNeeded: record)
    addressKey = address.addressKey
    street = address.street
    postcode = address.postcode
    houseNumber = address.houseNumber
    unit = address.unit
  }

  /// The home of each person: the last known address; of one day, the one with a letter or addition.
  ///
  /// - Complexity: O(*n*).
  static func all(
    of persons: PersonGroups, _ records: MatchRecords, threads: Int
  ) -> [PersonHome] {
    var homes = [PersonHome](repeating: PersonHome(), count: persons.count)
    var nothing: [Void] = Array(repeating: (), count: threads)
    SharedRows.of(&homes) { homes in
      Threads.run(&nothing) { thread, _ in
        for place in Threads.part(thread, of: threads, rows: persons.count) {
          homes[place] = PersonHome(lastAddress(persons[place], records), records)
        }
      }
    }
    return homes
  }

  private static func lastAddress(_ person: PersonGroups.Slice, _ records: MatchRecords) -> Int {
    var found = -1
    for record in person where !records.addressKey[record].isAbsent {
      guard found >= 0 else {
        found = record
        continue
      }
      let (day, known) = (records.signalledOn[record], records.signalledOn[found])
      let isSameHouse =
        records[record].postcode == records[found].postcode
        && records[record].houseNumber == records[found].houseNumber
      let tellsMore = records[record].unit != 0 && records[found].unit == 0
      let tellsLess = records[record].unit == 0 && records[found].unit != 0
      if isSameHouse && tellsMore {
        found = record
      } else if isSameHouse && tellsLess {
        continue
      } else if day > known
        || (day == known && records.addressKey[record] < records.addressKey[found])
      {
        found = record
      }
    }
    return found
  }

  /// Whether two addresses differ by a letter of the postcode, or by two digits that changed places.
  func isAlike(_ other: PersonHome) -> Bool {
    guard addressKey != other.addressKey, unit == other.unit, street == other.street else {
      return false
    }
    return houseNumber == other.houseNumber
      ? PairComparison.isTypingError(postcode, other.postcode)
      : postcode == other.postcode
        && PairComparison.isTransposed(houseNumber, other.houseNumber)
  }

  /// Whether two addresses differ by a digit, as those of neighbours do.
  func isNextDoor(to other: PersonHome) -> Bool {
    addressKey != other.addressKey && unit == other.unit && postcode == other.postcode
      && PairComparison.isTypingError(houseNumber, other.houseNumber)
  }
}
