internal import Diagnostics
internal import Model
internal import Tabular

#if canImport(Glibc)
  internal import Glibc
#endif

/// A file that somebody else may change at any moment, opened for one reading.
///
/// Only a regular file with one name is opened: through a second name it could be changed from a place
/// where nobody looks. Reading it says whether it kept still.
final class GuardedFile {
  /// What the file was when it was opened.
  let facts: FileFacts
  private let descriptor: Int32
  private let location: Location

  /// Opens a file of a folder.
  ///
  /// - Parameters:
  ///   - name: Its name in the folder.
  ///   - folder: Where it stands.
  ///   - location: What the delivery is called in diagnostics.
  /// - Throws: A diagnostic if it is no regular file with one name, or cannot be opened.
  init(_ name: String, in folder: OpenFolder, at location: Location) throws(Diagnostic) {
    self.location = location
    descriptor = folder.open(name)
    guard descriptor >= 0 else {
      let problem = UnreadableDelivery.diagnostic(errno: errno, at: location)
      // A link and a socket are not opened at all.
      if let other = folder.facts(of: name)?.other {
        throw Diagnostic(.deliveryNotRegular, at: location, ["found": other.rawValue])
      }
      throw problem
    }
    guard let facts = FileFacts(descriptor: descriptor) else {
      let problem = UnreadableDelivery.diagnostic(errno: errno, at: location)
      close(descriptor)
      throw problem
    }
    self.facts = facts
    // From here on throwing lets go of the object, which closes the file.
    if let other = facts.other {
      throw Diagnostic(.deliveryNotRegular, at: location, ["found": other.rawValue])
    }
    guard facts.links == 1 else {
      throw Diagnostic(.deliveryLinked, at: location, ["count": "\(facts.links)"])
    }
  }

  deinit { close(descriptor) }

  /// Reads the file once, from its beginning to its end.
  ///
  /// - Parameters:
  ///   - limit: The most bytes.
  ///   - body: Is shown each block in order.
  /// - Returns: The number of bytes.
  /// - Throws: A diagnostic if the file is too large, cannot be read, or did not keep still; or what
  ///   `body` throws.
  /// - Complexity: O(*n*) in the number of bytes.
  func read(limit: Int, _ body: (ByteView) throws -> Void) throws -> Int {
    guard facts.bytes <= limit else {
      throw Diagnostic(.deliveryTooLarge, at: location, ["limit": "\(limit)"])
    }
    let room = 1 << 18
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    defer { block.deallocate() }
    var total = 0
    while true {
      let count = Glibc.read(descriptor, block, room)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw UnreadableDelivery.diagnostic(errno: errno, at: location) }
      if count == 0 { break }
      total += count
      // A file that grows while it is read must not fill the disk.
      guard total <= facts.bytes else { throw Diagnostic(.deliveryChanged, at: location) }
      try body(ByteView(start: block, count: count))
    }
    guard total == facts.bytes, FileFacts(descriptor: descriptor) == facts else {
      throw Diagnostic(.deliveryChanged, at: location)
    }
    return total
  }
}
