import Diagnostics

/// The public key of somebody who may open sealed files, as `age-keygen` gives it.
enum Recipient {
  /// The 32 signs of Bech32, in the order of their values.
  private static let signs = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)

  /// Whether a text is a recipient: it begins with `age1`, holds only signs of Bech32, and its last six check the
  /// others, so that a slip of the hand is found before anything is sealed.
  static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard text.hasPrefix("age1"), bytes.count >= 20, bytes.count <= 1_000,
      let separator = bytes.lastIndex(of: UInt8(ascii: "1"))
    else { return false }
    let name = bytes[..<separator]
    let isLowerCase = name.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    let values = bytes[(separator + 1)...].map { signs.firstIndex(of: $0) }
    guard isLowerCase, values.count >= 6, !values.contains(nil) else { return false }
    let parts =
      name.map { Int($0 >> 5) } + [0] + name.map { Int($0 & 31) } + values.compactMap { $0 }
    return checksum(parts) == 1
  }

  /// The remainder that Bech32 asks to be 1.
  private static func checksum(_ values: [Int]) -> Int {
    let generators = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
    var rest = 1
    for value in values {
      let top = rest >> 25
      rest = (rest & 0x1FF_FFFF) << 5 ^ value
      for (bit, generator) in generators.enumerated() where top >> bit & 1 == 1 {
        rest ^= generator
      }
    }
    return rest
  }
}

extension MunicipalityChecks {
  /// Checks who may open the lists.
  func checkRecipients() {
    for item in node["recipients"]?.items ?? [] {
      guard let text = item.text, !Recipient.isValid(text) else { continue }
      problems.add(
        .wrongKind, at: item.place,
        ["expected": "a recipient of age, which begins with age1", "found": "another text"])
    }
  }
}
