internal import Diagnostics

/// The checksum that a partner may send beside a delivery.
enum Checksum {
  /// Compares a delivery with `<delivery>.sha256`.
  ///
  /// - Parameters:
  ///   - delivery: The name of the delivery.
  ///   - sha256: What its bytes give.
  ///   - folder: Where both stand.
  ///   - location: What the delivery is called in diagnostics.
  /// - Returns: Whether there is such a file.
  /// - Throws: A diagnostic if it holds another checksum, or none.
  static func compare(
    _ delivery: String, _ sha256: String, in folder: OpenFolder, at location: Location
  ) throws(Diagnostic) -> Bool {
    let name = delivery + ".sha256"
    switch Sidecar.read(name, in: folder) {
    case .absent: return false
    case .text(let bytes):
      guard let written = Checksum.read(bytes) else { break }
      guard written == sha256 else {
        throw Diagnostic(.checksumMismatch, at: location, ["sidecar": name])
      }
      return true
    case .unreadable: break
    }
    throw Diagnostic(.checksumUnreadable, at: location, ["sidecar": name])
  }

  /// Reads one line as `sha256sum` writes it: the digits alone, or with a name after them.
  ///
  /// The name is not compared: a partner may have renamed the file after it was complete, and the digits
  /// say more than a name.
  ///
  /// - Returns: 64 digits in lower case; `nil` if it is no such line.
  static func read(_ line: [UInt8]) -> String? {
    let digits = line.prefix(64)
    let isHexadecimal = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
    guard digits.count == 64, digits.allSatisfy(isHexadecimal) else { return nil }
    let rest = line.dropFirst(64)
    let hasName =
      rest.count > 2 && rest.first == 0x20 && [0x20, 0x2A].contains(rest.dropFirst().first)
    guard rest.isEmpty || hasName, !rest.contains(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return nil
    }
    return String(decoding: digits, as: UTF8.self).lowercased()
  }
}
