/// Writes names and values on one line that another program can read back, whatever the values are.
public enum LogLine {
  /// `name=value name="a value"`, as logfmt.
  ///
  /// A value with anything but plain signs stands in quotation marks, in which quotation marks, backslashes and
  /// characters that nobody sees are escaped as in JSON.
  ///
  /// - Parameter pairs: The names, without blanks or signs, and their values.
  /// - Returns: The line without its end.
  public static func logfmt(_ pairs: [(name: String, value: String)]) -> String {
    pairs.map { $0.name + "=" + (isPlain($0.value) ? $0.value : quoted($0.value)) }
      .joined(separator: " ")
  }

  /// One JSON object with the names in this order.
  ///
  /// - Parameter pairs: The names and their values.
  /// - Returns: The line without its end.
  public static func json(_ pairs: [(name: String, value: String)]) -> String {
    "{" + pairs.map { quoted($0.name) + ":" + quoted($0.value) }.joined(separator: ",") + "}"
  }

  private static func isPlain(_ value: String) -> Bool {
    !value.isEmpty
      && value.utf8.allSatisfy { byte in
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "=")
          && byte != UInt8(ascii: "\\")
      }
  }

  private static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        guard isUnseen(scalar) else {
          text.unicodeScalars.append(scalar)
          continue
        }
        for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return text + "\""
  }

  /// Whether a character could end a line or change how it is shown.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }
}
