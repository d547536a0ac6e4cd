/// The name of a file that somebody else chose, for people and logs.
///
/// A name may hold anything but `/` and NUL: line breaks that forge a log, escape sequences that a terminal
/// obeys, signs that turn the direction of reading, bytes that are no text. All of these are written as
/// `\xNN`.
enum PrintableName {
  /// The name with every byte of what cannot be printed safely written out.
  static func of(_ name: [UInt8]) -> String {
    var text = ""
    var rest = name[...]
    while !rest.isEmpty {
      var decoder = Unicode.UTF8.ForwardParser()
      var bytes = rest.makeIterator()
      guard case .valid(let encoded) = decoder.parseScalar(from: &bytes) else {
        text += escaped(rest.prefix(1))
        rest = rest.dropFirst()
        continue
      }
      let scalar = Unicode.UTF8.decode(encoded)
      text += isPrintable(scalar) ? String(scalar) : escaped(rest.prefix(encoded.count))
      rest = rest.dropFirst(encoded.count)
    }
    return text
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\\" { return false }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      false
    default: true
    }
  }

  private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { byte in
      (byte < 16 ? "\\x0" : "\\x") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
