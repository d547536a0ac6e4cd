internal import Diagnostics
internal import Model

/// Who is meant by each row of the deliveries, as somebody who knows says.
struct Truth {
  /// What is known of a row; numbers in place of the names that the file gives, or `nil`.
  struct Meaning {
    var person: Int32?
    var household: Int32?
  }

  /// How many rows it holds.
  private(set) var count = 0
  /// Whether it says of which delivery of its feed a row is.
  private(set) var namesDeliveries = false

  private var deliveries = DeliveryNumbers()
  private var places: [UInt64: UInt32] = [:]
  private var persons: [Int32] = []
  private var households: [Int32] = []

  /// Reads a truth file.
  ///
  /// - Parameter path: CSV, plain or gzip, with the columns `feed`, `row`, `person` and `household`, and
  ///   `delivery` where a feed has more than one.
  /// - Throws: A diagnostic when it is absent, lacks a column, or says something twice.
  /// - Complexity: O(*n*) in its rows.
  init(path: String) throws {
    guard FileSystem.exists(path) else {
      throw Diagnostic(
        .notFound, ["what": "the file \(path)", "hint": "give the truth with --truth"])
    }
    let file = NamedColumns(
      path: path, kind: .truth, required: ["feed", "row", "person", "household"],
      optional: ["delivery"])
    var names = NumberedNames()
    var homes = NumberedNames()
    var hasDelivery = false
    try file.read(header: { hasDelivery = $0[4] }) { row in
      guard let number = row[1].unsignedDecimal.flatMap({ UInt32(exactly: $0) }), number > 0 else {
        throw file.fault(
          row.number, "row", expected: "the number of a data row, from 1",
          found: foundKind(of: row[1].buffer))
      }
      let delivery = deliveries.number(feed: row[0], file: row[4])
      let place = UInt64(delivery) << 32 | UInt64(number)
      guard places.updateValue(UInt32(persons.count), forKey: place) == nil else {
        throw file.fault(
          row.number, expected: "each row of a delivery once", found: "one of them again")
      }
      persons.append(names.number(of: row[2]))
      households.append(homes.number(of: row[3]))
    }
    count = persons.count
    namesDeliveries = hasDelivery
  }

  /// What is known of a row.
  ///
  /// - Parameters:
  ///   - row: Its number in the delivery.
  ///   - delivery: The delivery, as ``index(of:)`` gives it.
  /// - Returns: Whom it is about; `nil` if the truth has no such row.
  func meaning(of row: UInt32, in delivery: UInt32) -> Meaning? {
    guard let place = places[UInt64(delivery) << 32 | UInt64(row)] else { return nil }
    let (person, household) = (persons[Int(place)], households[Int(place)])
    return Meaning(
      person: person < 0 ? nil : person, household: household < 0 ? nil : household)
  }

  /// The number of a delivery; `nil` if the truth says nothing of it.
  func index(of delivery: DeliveryName) -> UInt32? {
    deliveries.number(
      of: namesDeliveries ? delivery : DeliveryName(feed: delivery.feed, file: ""))
  }
}

/// Numbers in place of names, in the order in which they are met.
struct NumberedNames {
  private var numbers: [String: Int32] = [:]

  /// The number of a name; -1 for an empty one.
  mutating func number(of name: ByteView) -> Int32 {
    if name.isEmpty { return -1 }
    let text = name.string
    if let known = numbers[text] { return known }
    let number = Int32(numbers.count)
    numbers[text] = number
    return number
  }
}
