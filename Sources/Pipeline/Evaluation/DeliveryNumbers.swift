internal import Model

/// Numbers in place of deliveries, in the order in which they are met.
struct DeliveryNumbers {
  /// The deliveries by number.
  private(set) var names: [DeliveryName] = []

  private var numbers: [DeliveryName: UInt32] = [:]
  // The rows of a delivery mostly stand together: the last one is compared before anything is looked up.
  private let last = ByteArena(capacity: 256)
  private var lastFeed = TextCell.empty
  private var lastFile = TextCell.empty
  private var lastNumber: UInt32?

  /// The number of a delivery.
  mutating func number(feed: ByteView, file: ByteView) -> UInt32 {
    if let lastNumber, last[lastFeed].equals(feed), last[lastFile].equals(file) {
      return lastNumber
    }
    let name = DeliveryName(feed: FeedID(feed.string), file: file.string)
    let number = numbers[name] ?? UInt32(names.count)
    if numbers.updateValue(number, forKey: name) == nil { names.append(name) }
    last.removeAll()
    (lastFeed, lastFile) = (last.store(feed), last.store(file))
    lastNumber = number
    return number
  }

  /// The number that a delivery has; `nil` if it was not met.
  func number(of name: DeliveryName) -> UInt32? { numbers[name] }
}
