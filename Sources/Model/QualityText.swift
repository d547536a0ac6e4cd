extension Quality {
  /// Reads the names of flags, parted by `|`; `nil` if one is unknown.
  public init?(names text: ByteView) {
    self = []
    for part in text.split(at: UInt8(ascii: "|")) {
      guard let known = Quality.names.first(where: { part.equals($0.name) }) else { return nil }
      insert(known.flag)
    }
  }
}

extension ByteArena {
  /// Appends the names of flags, parted by `|`; nothing when there are none.
  public func append(_ quality: Quality) {
    var first = true
    for (flag, name) in Quality.names where quality.contains(flag) {
      if !first { append(UInt8(ascii: "|")) }
      append(name)
      first = false
    }
  }
}
