extension String {
  /// The text with a mark in place of every character that is not seen.
  ///
  /// A partner chooses the names of its files and columns. Printed as they are, one with a line break could
  /// forge a message, and one with an escape sequence or a mark for the direction of writing could change
  /// what a terminal shows.
  ///
  /// - Complexity: O(*n*).
  var visible: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    var text = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        text.unicodeScalars.append("\u{FFFD}")
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The beginning of a text that is longer than anybody reads.
  func shortened(to length: Int) -> String {
    count > length ? prefix(length) + "…" : self
  }
}
