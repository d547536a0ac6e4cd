internal import Definitions
internal import Diagnostics
internal import Model

/// Takes deliveries out of the inbox, so that nothing is read but what nobody else can change.
///
/// The partner's file is opened without following links and copied while its checksum is computed. From
/// then on only the copy is read.
struct DeliveryCollector: Sendable {
  let folder: OpenFolder
  /// What every copy must pass; `nil` scans nothing.
  var scanner: DeliveryScanner?

  /// A delivery that was taken in.
  struct Collected: Sendable {
    let file: DeliveryFile
    /// What the partner's file was when it was read.
    fileprivate let original: FileFacts
  }

  /// Looks at a delivery without copying it.
  ///
  /// - Parameters:
  ///   - name: Its name in the inbox.
  ///   - feed: Its feed.
  /// - Returns: The delivery where it stands.
  /// - Throws: ``RefusedDelivery``.
  func look(at name: DeliveryName, of feed: FeedDefinition) throws -> DeliveryFile {
    try take(name, of: feed, path: folder.path + "/" + name.file) { _ in }.file
  }

  /// Copies a delivery.
  ///
  /// - Parameters:
  ///   - name: Its name in the inbox.
  ///   - feed: Its feed.
  ///   - copy: Where it goes.
  /// - Returns: The copy and what was learnt.
  /// - Throws: ``RefusedDelivery``, or a diagnostic if the copy cannot be written.
  func collect(
    _ name: DeliveryName, of feed: FeedDefinition, into copy: PrivateCopy
  ) throws -> Collected {
    let collected = try copy.fill { write in
      try take(name, of: feed, path: copy.path, write)
    }
    if let problem = scan(copy, at: Location(feed: feed.id.name, file: name.file)) {
      throw RefusedDelivery(
        diagnostics: [problem], sha256: collected.file.sha256, bytes: collected.file.bytes)
    }
    return collected
  }

  /// Has a copy scanned, if the pipeline asks for it.
  ///
  /// - Returns: Why it is refused.
  private func scan(_ copy: PrivateCopy, at location: Location) -> Diagnostic? {
    guard let scanner else { return nil }
    let before = copy.facts
    switch scanner.look(at: copy.path) {
    case .clean:
      guard before != nil, copy.facts == before else {
        return Diagnostic(
          .scanFailed, at: location, ["reason": "the program changed or removed the file"])
      }
      return nil
    case .refused: return Diagnostic(.scanRefused, at: location)
    case .failed(let reason): return Diagnostic(.scanFailed, at: location, ["reason": reason])
    }
  }

  /// Whether the partner's file is still the one that was copied.
  func isUnchanged(_ delivery: Collected) -> Bool {
    folder.facts(of: delivery.file.name.file) == delivery.original
  }

  /// SHA-256 of a file that no feed expects; empty if it cannot be told.
  ///
  /// - Throws: A diagnostic if the disk refuses.
  func sha256(of stranger: Inbox.Stranger) throws -> String {
    guard let name = stranger.exactName else { return "" }
    var digest = Digest()
    do {
      _ = try GuardedFile(name, in: folder, at: Location(file: name)).read(limit: 1 << 30) {
        digest.update($0)
      }
    } catch let problem as Diagnostic where problem.code.effect == .deliveryRefused {
      return ""
    }
    return digest.hexadecimal()
  }

  /// Reads a delivery once and compares it with the files beside it.
  private func take(
    _ name: DeliveryName, of feed: FeedDefinition, path: String, _ write: (ByteView) throws -> Void
  ) throws -> Collected {
    let location = Location(feed: feed.id.name, file: name.file)
    var file = DeliveryFile(name: name, path: path, sha256: "", bytes: 0)
    do {
      let guarded = try GuardedFile(name.file, in: folder, at: location)
      var digest = Digest()
      file.bytes = try guarded.read(limit: feed.file.maximumFileBytes) {
        digest.update($0)
        try write($0)
      }
      file.sha256 = digest.hexadecimal()
      file.hasChecksum = try Checksum.compare(
        name.file, file.sha256, in: folder, at: location)
      let reading = feed.delivery.name.read(name.file)
      if feed.delivery.requiresChecksum && !file.hasChecksum && reading?.supplement == nil {
        throw Diagnostic(
          .checksumMissing, at: location,
          ["sidecar": name.file + ".sha256", "why": "the feed asks for one"])
      }
      if reading?.received == nil {
        file.receivedAt = try ReceiptDay.read(besides: name.file, in: folder, at: location)
      }
      return Collected(file: file, original: guarded.facts)
    } catch let problem as Diagnostic where problem.code.effect == .deliveryRefused {
      throw RefusedDelivery(diagnostics: [problem], sha256: file.sha256, bytes: file.bytes)
    }
  }
}
