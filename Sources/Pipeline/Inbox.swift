public import Definitions
public import Diagnostics
public import Model

/// The deliveries that lie in a folder, each with the feed it is for.
public struct Inbox: Sendable {
  /// One file that follows the name of a feed.
  public struct Entry: Sendable {
    public var name: DeliveryName
    public var path: String
    public var feed: FeedDefinition
    public var period: String
  }

  /// In the order of feed and name.
  public var entries: [Entry]

  /// A diagnostic for each file that no feed expects.
  public var strangers: [Diagnostic]

  /// Looks into a folder.
  ///
  /// Hidden files, the sidecars of deliveries and the truth of invented ones are not deliveries.
  ///
  /// - Parameters:
  ///   - folder: The inbox.
  ///   - feeds: The feeds of the pipeline.
  /// - Throws: A diagnostic if the folder cannot be read or holds nothing at all.
  public init(folder: String, feeds: [FeedDefinition]) throws {
    guard let names = FileSystem.names(in: folder) else {
      throw Diagnostic(.inboxAbsent, ["path": folder])
    }
    entries = []
    strangers = []
    for name in names where !name.hasPrefix(".") && !Self.isSidecar(name) {
      guard let feed = feeds.first(where: { $0.delivery.name.read(name) != nil }) else {
        strangers.append(Diagnostic(.noFeedForFile, at: Location(file: name)))
        continue
      }
      entries.append(
        Entry(
          name: DeliveryName(feed: feed.id, file: name), path: folder + "/" + name, feed: feed,
          period: feed.delivery.name.read(name)?.period ?? ""))
    }
    entries.sort { $0.name < $1.name }
    guard !entries.isEmpty || !strangers.isEmpty else {
      throw Diagnostic(.inboxEmpty, ["path": folder])
    }
  }

  /// The deliveries that should be there on a date and are not.
  ///
  /// Of each feed with a due day, the latest period that is due.
  ///
  /// - Parameters:
  ///   - feeds: The feeds of the pipeline.
  ///   - referenceDate: The day the run is about.
  /// - Returns: The feed, the period (`yyyy-MM`) and the diagnostic, in the order of the feeds.
  public func missing(feeds: [FeedDefinition], on referenceDate: CalendarDate) -> [(
    feed: FeedDefinition, period: String, diagnostic: Diagnostic
  )] {
    feeds.compactMap { feed in
      guard let dueDay = feed.delivery.dueDay else { return nil }
      let (year, month, day) = referenceDate.civil
      // The period that is due is last month's, or the one before until its day has passed.
      let back = day > dueDay ? 1 : 2
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      let start = first.adding(months: -back)
      let period = String(start.description.prefix(7))
      let arrived = entries.contains { $0.name.feed == feed.id && $0.period >= period }
      guard !arrived else { return nil }
      let due = start.adding(months: 1).adding(days: dueDay - 1)
      return (
        feed, period,
        Diagnostic(
          .deliveryMissing, at: Location(feed: feed.id.name),
          ["period": period, "due": due.description])
      )
    }
  }

  private static func isSidecar(_ name: String) -> Bool {
    name.hasSuffix(".sha256") || name.hasSuffix(".received") || name == "truth.csv"
  }
}
