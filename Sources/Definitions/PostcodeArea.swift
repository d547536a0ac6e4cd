public import Model

/// A part of a municipality by postcode: the work of one team, or an area that capacity is reported for.
///
/// It never changes class, rank or deadline.
public struct PostcodeArea: Sendable {
  /// Names its files: lower-case letters, digits and hyphens.
  public var id: String
  /// What the list says.
  public var name: String
  /// Four digits, or four digits and two letters.
  public var postcodes: [String]
  /// Key in docs/sources.yml, where one is asked for.
  public var source: String?

  /// Creates an area.
  public init(id: String, name: String, postcodes: [String], source: String? = nil) {
    self.id = id
    self.name = name
    self.postcodes = postcodes
    self.source = source
  }

  /// Whether a text is four digits, or four digits and two capitals.
  static func isPostcode(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 4 || bytes.count == 6, bytes[0] != UInt8(ascii: "0") else { return false }
    return bytes.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
      && bytes.dropFirst(4).allSatisfy { (0x41...0x5A).contains($0) }
  }
}

/// Finds the area of a postcode: six characters before four.
public struct PostcodeAreas: Sendable {
  private var areas: [String: PostcodeArea] = [:]

  /// Collects the areas.
  ///
  /// No postcode is in two of them: `check` sees to that.
  public init(_ areas: [PostcodeArea]) {
    for area in areas {
      for postcode in area.postcodes { self.areas[postcode] = area }
    }
  }

  /// Whether there are none.
  public var isEmpty: Bool { areas.isEmpty }

  /// The area of a postcode; `nil` when it is in none.
  public subscript(postcode: Postcode) -> PostcodeArea? {
    guard !postcode.isAbsent, !areas.isEmpty else { return nil }
    let arena = ByteArena(capacity: 16)
    arena.append(postcode)
    let text = arena.bytes.string
    return areas[text] ?? areas[String(text.prefix(4))]
  }
}
