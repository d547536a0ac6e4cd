internal import Diagnostics
internal import Model

/// A small file beside a delivery that says something about it.
enum Sidecar {
  case absent
  /// It is there, and cannot be read, or is far larger than it should be.
  case unreadable
  /// What it holds, without white space around it.
  case text([UInt8])

  /// The endings of the names of such files.
  static let suffixes = [".sha256", ".received"]

  /// Reads a file beside a delivery with the guards of the delivery itself.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - folder: Where it stands.
  /// - Returns: What it holds, if it is there.
  static func read(_ name: String, in folder: OpenFolder) -> Sidecar {
    guard folder.facts(of: name) != nil else { return .absent }
    var bytes: [UInt8] = []
    do {
      let file = try GuardedFile(name, in: folder, at: Location())
      _ = try file.read(limit: 1024) { block in
        bytes.append(contentsOf: UnsafeBufferPointer(start: block.start, count: block.count))
      }
    } catch {
      return .unreadable
    }
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return .text(Array(bytes.drop(while: isBlank)))
  }
}

/// The day of receipt from the small file that the transfer may write beside a delivery.
enum ReceiptDay {
  /// Reads `<delivery>.received`.
  ///
  /// - Returns: `nil` if there is no such file.
  /// - Throws: A diagnostic if it holds anything but one ISO date.
  static func read(
    besides delivery: String, in folder: OpenFolder, at location: Location
  ) throws(Diagnostic) -> CalendarDate? {
    let name = delivery + ".received"
    switch Sidecar.read(name, in: folder) {
    case .absent: return nil
    case .text(let bytes):
      if let day = CalendarDate(iso: String(decoding: bytes, as: UTF8.self)) { return day }
    case .unreadable: break
    }
    throw Diagnostic(.receiptUnreadable, at: location, ["sidecar": name])
  }
}
