public import Definitions
public import Diagnostics
public import Model
internal import Tabular

/// The deliveries that lie in a folder, each with the feed it is for.
public struct Inbox: Sendable {
  /// One file that follows the name of a feed.
  public struct Entry: Sendable {
    public var name: DeliveryName
    public var feed: FeedDefinition
    public var period: String
  }

  /// One file that no feed expects, or that came without what it belongs to.
  public struct Stranger: Sendable {
    /// Its name, as far as it can be printed.
    public var name: String
    public var diagnostic: Diagnostic
    /// Its name as it is; `nil` if it is no text.
    var exactName: String?
  }

  /// In the order of feed and name.
  public var entries: [Entry]

  /// In the order of names.
  public var strangers: [Stranger]

  /// The folder itself, held open.
  let folder: OpenFolder

  /// Looks into a folder.
  ///
  /// Hidden files, the files beside deliveries and the truth of invented ones are not deliveries.
  ///
  /// - Parameters:
  ///   - path: The inbox.
  ///   - feeds: The feeds of the pipeline.
  /// - Throws: A diagnostic if the folder cannot be read or holds nothing at all.
  public init(folder path: String, feeds: [FeedDefinition]) throws {
    guard let folder = OpenFolder(path: path), let names = folder.names() else {
      throw Diagnostic(.inboxAbsent, ["path": path])
    }
    self.folder = folder
    entries = []
    strangers = []
    for bytes in names where bytes.first != UInt8(ascii: ".") {
      let name = String(validating: bytes, as: UTF8.self)
      if let name, Self.isBesideADelivery(name) { continue }
      guard let name, let (feed, period) = Self.feed(of: name, among: feeds) else {
        let printable = PrintableName.of(bytes)
        strangers.append(
          Stranger(
            name: printable, diagnostic: Diagnostic(.noFeedForFile, at: Location(file: printable)),
            exactName: name))
        continue
      }
      entries.append(
        Entry(name: DeliveryName(feed: feed.id, file: name), feed: feed, period: period))
    }
    entries.sort { $0.name < $1.name }
    guard !entries.isEmpty || !strangers.isEmpty else {
      throw Diagnostic(.inboxEmpty, ["path": path])
    }
  }

  /// The sizes of all files that follow the name of a feed; what cannot be asked counts as nothing.
  var bytes: Int {
    entries.reduce(0) { $0 + (folder.facts(of: $1.name.file)?.bytes ?? 0) }
  }

  /// What the files come to when they are inflated, as far as they say so themselves and their feeds allow it.
  ///
  /// A delivery that says more than its feed allows is refused, and so takes no room.
  var declaredBytes: Int {
    entries.reduce(0) { sum, entry in
      guard let stored = folder.facts(of: entry.name.file)?.bytes,
        let declared = try? GzipReader(path: "\(folder.path)/\(entry.name.file)").declaredBytes
      else { return sum }
      let file = entry.feed.file
      guard declared <= file.maximumBytes, stored <= file.maximumFileBytes,
        declared / max(1, file.maximumRatio) <= stored
      else { return sum }
      return sum + max(declared, stored)
    }
  }

  /// The first feed whose files are named so, and the period that the name says.
  private static func feed(
    of name: String, among feeds: [FeedDefinition]
  ) -> (FeedDefinition, period: String)? {
    for feed in feeds {
      if let reading = feed.delivery.name.read(name) { return (feed, reading.period) }
    }
    return nil
  }

  private static func isBesideADelivery(_ name: String) -> Bool {
    Sidecar.suffixes.contains { name.hasSuffix($0) } || name == "truth.csv"
  }
}
