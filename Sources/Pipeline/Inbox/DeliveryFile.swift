public import Definitions
internal import Diagnostics
public import Model

/// A delivery that can be read now, and what was learnt of it while it was taken in.
///
/// In a run this is a private copy: the partner's file may be changed, the copy not.
public struct DeliveryFile: Sendable {
  /// What the delivery is called in all outputs.
  public var name: DeliveryName
  /// Where its bytes stand, which says nothing about its name.
  public var path: String
  /// SHA-256 of the file as delivered, hexadecimal.
  public var sha256: String
  /// Bytes of the file as delivered.
  public var bytes: Int
  /// The day of receipt that a file beside it gives, if its name gives none.
  public var receivedAt: CalendarDate?
  /// Whether a file beside it held its checksum.
  public var hasChecksum: Bool

  /// Creates a value from what is known.
  public init(
    name: DeliveryName, path: String, sha256: String, bytes: Int, receivedAt: CalendarDate? = nil,
    hasChecksum: Bool = false
  ) {
    self.name = name
    self.path = path
    self.sha256 = sha256
    self.bytes = bytes
    self.receivedAt = receivedAt
    self.hasChecksum = hasChecksum
  }

  /// Looks at a partner's file where it stands, with the guards of the inbox and without a copy.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - feed: What it must be.
  /// - Throws: A `DiagnosticList`: why it cannot be used.
  /// - Complexity: O(*n*) in the number of bytes.
  public init(at path: String, feed: FeedDefinition) throws {
    let name = DeliveryName(feed: feed.id, file: FileSystem.name(of: path))
    let parent = FileSystem.parentFolder(of: path)
    guard let folder = OpenFolder(path: parent) else {
      throw DiagnosticList([
        Diagnostic(
          .deliveryUnreadable, at: Location(feed: feed.id.name, file: name.file),
          ["reason": FileSystem.lastError()])
      ])
    }
    do {
      self = try DeliveryCollector(folder: folder).look(at: name, of: feed)
    } catch let refusal as RefusedDelivery {
      throw DiagnosticList(refusal.diagnostics)
    }
  }
}

/// A delivery that cannot be used, with as much as is known of it.
struct RefusedDelivery: Error {
  /// Each has the effect ``Effect/deliveryRefused``; never empty.
  var diagnostics: [Diagnostic]
  /// Empty if it could not be read to its end.
  var sha256 = ""
  var bytes = 0
}
