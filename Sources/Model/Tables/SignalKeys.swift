/// Where every row of a stage table comes from: the four columns that each stage file begins with.
///
/// Rows stand in canonical order: by feed, delivery, signal id and content, never by arrival.
public struct SignalKeys: Sendable {
  /// The deliveries that rows point to, ordered by feed and name.
  public var deliveries: [DeliveryName] = []
  /// The pseudonym of each signal.
  ///
  /// Rows that report the same claim in the same words share it.
  public var signalID: [SignalID] = []
  /// Index into ``deliveries``.
  public var delivery: [UInt32] = []
  /// The data row in the delivery, from 1; the header is not counted.
  public var row: [UInt32] = []

  /// Creates an empty set of keys.
  public init() {}

  /// The number of rows.
  public var count: Int { signalID.count }
}

/// One delivery: a feed and the name of a file.
public struct DeliveryName: Hashable, Comparable, Sendable {
  /// The feed it was delivered for.
  public var feed: FeedID
  /// The file's name, without a folder.
  public var file: String

  /// Creates a delivery name.
  public init(feed: FeedID, file: String) {
    self.feed = feed
    self.file = file
  }

  public static func < (left: DeliveryName, right: DeliveryName) -> Bool {
    left.feed != right.feed ? left.feed < right.feed : left.file < right.file
  }
}

/// A table with one row per signal.
public protocol SignalTable: StageTable {
  /// Where the rows come from.
  var keys: SignalKeys { get set }
}

extension SignalTable {
  public var count: Int { keys.count }

  /// The columns `signal_id, feed, delivery, row`.
  public static var keyColumns: [StageColumn<Self>] {
    [
      .identifier("signal_id", \.keys.signalID),
      StageColumn(
        name: "feed",
        writer: { table in
          let keys = table.keys
          return { row, out in
            out.append(string: keys.deliveries[Int(keys.delivery[row])].feed.name)
          }
        },
        reader: { _, _, _ in nil },
        kind: "the name of a feed"),
      StageColumn(
        name: "delivery",
        writer: { table in
          let keys = table.keys
          return { row, out in
            let arena = ByteArena(capacity: 64)
            arena.append(string: keys.deliveries[Int(keys.delivery[row])].file)
            out.append(csvField: arena.bytes)
          }
        },
        reader: { cells, column, table in
          // The feed stands one column to the left. Deliveries keep the order of the file.
          var known: [DeliveryName: UInt32] = [:]
          var names: [DeliveryName] = []
          var indices: [UInt32] = []
          indices.reserveCapacity(cells.count)
          var last: (feed: ByteView, file: ByteView, index: UInt32)?
          for row in 0..<cells.count {
            let feed = cells[row, column - 1]
            let file = cells[row, column]
            if let last, last.file.equals(file), last.feed.equals(feed) {
              indices.append(last.index)
              continue
            }
            let name = DeliveryName(feed: FeedID(feed.string), file: file.string)
            let index = known[name] ?? UInt32(names.count)
            if known.updateValue(index, forKey: name) == nil { names.append(name) }
            last = (feed, file, index)
            indices.append(index)
          }
          table.keys.deliveries = names
          table.keys.delivery = indices
          return nil
        },
        kind: "the name of a file"),
      .integer("row", \.keys.row),
    ]
  }
}
