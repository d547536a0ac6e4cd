internal import Definitions
internal import Diagnostics
internal import Model

/// Which feeds have sent checksums: from then on a delivery without one is not trusted.
///
/// "From then on" goes by the names of deliveries, which hold their periods. So a run that is repeated
/// decides the same, whatever was remembered meanwhile.
struct ChecksumHistory {
  /// Of each feed, the first delivery that came with a checksum and was accepted.
  private var first: [FeedID: DeliveryName] = [:]

  /// Takes over what earlier runs remember of the deliveries that they took in.
  init(_ history: [AcceptedDelivery]) {
    for delivery in history where delivery.hadChecksum { note(delivery.name) }
  }

  /// Remembers that an accepted delivery came with a checksum.
  mutating func note(_ name: DeliveryName) {
    if let known = first[name.feed], known < name { return }
    first[name.feed] = name
  }

  /// Why a delivery without a checksum is refused; `nil` if it need not have one, or has it.
  ///
  /// Rows that the municipality delivers again itself, as a supplement, were checked when they first came.
  func refusal(of file: DeliveryFile, of feed: FeedDefinition) -> RefusedDelivery? {
    guard !file.hasChecksum, feed.delivery.name.read(file.name.file)?.supplement == nil,
      let known = first[feed.id], known < file.name
    else { return nil }
    return RefusedDelivery(
      diagnostics: [
        Diagnostic(
          .checksumMissing, at: Location(feed: feed.id.name, file: file.name.file),
          [
            "sidecar": file.name.file + ".sha256",
            "why": "earlier deliveries of the feed came with one",
          ])
      ], sha256: file.sha256, bytes: file.bytes)
  }
}
