/// Finds the second of two equal keys of one table in a YAML text and hides it.
enum DoubledKey {
  /// Private-use characters, which no definition holds, replace a key that was seen before.
  private static let mask: Unicode.Scalar = "\u{E000}"

  static func isMasked(_ key: String) -> Bool { key.unicodeScalars.first == mask }

  /// Hides the next key that is equal to one before it.
  ///
  /// - Parameters:
  ///   - names: The keys that stand twice.
  ///   - first: Where the first of the two stands.
  ///   - text: The YAML.
  /// - Returns: Where the second stands, its name, and the text without it; `nil` if not found.
  static func mask(
    _ names: [String], after first: Place, in text: String
  ) -> (Place, String, String)? {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map(Array.init)
    guard first.line >= 1, first.line <= lines.count else { return nil }
    let indentation = first.character - 1
    guard let name = names.first(where: { key(in: lines[first.line - 1], at: indentation, $0) })
    else { return nil }
    // In block style the second stands below the first, at the same indentation.
    var line = first.line
    while line < lines.count {
      let characters = lines[line]
      if key(in: characters, at: indentation, name),
        characters[..<indentation].allSatisfy({ $0 == " " })
      {
        return hide(name, &lines, line, indentation, first.file)
      }
      let used = characters.prefix { $0 == " " }.count
      if used < indentation && used < characters.count && characters[used] != "#" { break }
      line += 1
    }
    // In flow style it stands further on in the line.
    var column = indentation + 1
    while column < lines[first.line - 1].count {
      let characters = lines[first.line - 1]
      if key(in: characters, at: column, name),
        ([" ", ",", "{"] as [Unicode.Scalar]).contains(characters[column - 1])
      {
        return hide(name, &lines, first.line - 1, column, first.file)
      }
      column += 1
    }
    return nil
  }

  /// Whether a key stands in a line at a column, plain or quoted.
  private static func key(in line: [Unicode.Scalar], at column: Int, _ name: String) -> Bool {
    guard column < line.count else { return false }
    let quote = line[column]
    let isQuoted = quote == "\"" || quote == "'"
    let start = isQuoted ? column + 1 : column
    guard line[start...].starts(with: name.unicodeScalars) else { return false }
    var end = start + name.unicodeScalars.count
    if isQuoted {
      guard end < line.count, line[end] == quote else { return false }
      end += 1
    }
    return line[end...].first { $0 != " " } == ":"
  }

  private static func hide(
    _ name: String, _ lines: inout [[Unicode.Scalar]], _ line: Int, _ column: Int, _ file: String
  ) -> (Place, String, String) {
    let isQuoted = lines[line][column] == "\"" || lines[line][column] == "'"
    let length = name.unicodeScalars.count + (isQuoted ? 2 : 0)
    lines[line].replaceSubrange(
      column..<column + length, with: masked(length, line * 4096 + column))
    let place = Place(file: file, line: line + 1, character: column + 1)
    return (place, name, joined(lines))
  }

  /// Private-use characters that spell the key's place, so that no two hidden keys are equal; at
  /// least as many as the key had.
  private static func masked(_ length: Int, _ place: Int) -> [Unicode.Scalar] {
    var scalars = [mask]
    var rest = place
    while rest > 0 || scalars.count < length {
      guard let scalar = Unicode.Scalar(UInt32(0xE001 + rest % 16)) else { break }
      scalars.append(scalar)
      rest /= 16
    }
    return scalars
  }

  private static func joined(_ lines: [[Unicode.Scalar]]) -> String {
    var text = String.UnicodeScalarView()
    for (number, line) in lines.enumerated() {
      if number > 0 { text.append("\n") }
      text.append(contentsOf: line)
    }
    return String(text)
  }
}
