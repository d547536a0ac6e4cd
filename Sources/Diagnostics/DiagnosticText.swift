/// The only place that words a diagnostic.
public enum DiagnosticText {
  /// So much of a column's name is said.
  private static let longestColumnName = 120

  /// A paragraph for a person: the place on the first line, then the sentence, then help.
  ///
  /// ```
  /// error FEED-012 noorderlicht-energie · noorderlicht_2026-10_20261012.csv.gz
  ///   the delivery has no column "Postcode"
  ///   help: ask the partner for the agreed layout, or change columns in the feed's definition
  /// ```
  public static func paragraph(_ diagnostic: Diagnostic) -> String {
    var first = "\(diagnostic.code.effect.word) \(diagnostic.code.id)"
    let place = place(diagnostic.location)
    if !place.isEmpty { first += " " + place }
    var lines = [first, "  " + sentence(diagnostic)]
    let help = help(diagnostic)
    if !help.isEmpty { lines.append("  help: " + help) }
    return lines.joined(separator: "\n")
  }

  /// A paragraph that stands for several problems of one kind and place: they are counted, not listed.
  ///
  /// - Parameters:
  ///   - diagnostic: The first of them.
  ///   - count: How many there are.
  /// - Returns: The paragraph, with the number of the others.
  public static func paragraph(_ diagnostic: Diagnostic, count: Int) -> String {
    guard count > 1 else { return paragraph(diagnostic) }
    var shown = diagnostic
    shown.location.line = nil
    return paragraph(shown) + "\n  and \(count - 1) more like this"
  }

  /// What the reader can do.
  public static func help(_ diagnostic: Diagnostic) -> String {
    fill(diagnostic.code.help, diagnostic.facts)
  }

  /// The sentence with its facts, without the place.
  public static func sentence(_ diagnostic: Diagnostic) -> String {
    fill(diagnostic.code.sentence, diagnostic.facts)
  }

  /// What the partner should correct, in Dutch; empty when the problem is not the partner's.
  public static func partnerHint(_ diagnostic: Diagnostic) -> String {
    fill(diagnostic.code.partnerHint, diagnostic.facts)
  }

  /// The place on one line; definitions as `file:line:character` so that editors can jump there.
  public static func place(_ location: Location) -> String {
    var parts: [String] = []
    if let municipality = location.municipality { parts.append(municipality) }
    if let feed = location.feed { parts.append(feed) }
    if var file = location.file?.visible {
      if let character = location.character, let line = location.line {
        file += ":\(line):\(character)"
      }
      parts.append(file)
    }
    if let row = location.row {
      parts.append(
        location.line.map { location.character == nil ? "row \(row) (line \($0))" : "row \(row)" }
          ?? "row \(row)")
    } else if let line = location.line, location.character == nil {
      parts.append("line \(line)")
    }
    if let column = location.column {
      parts.append("column " + column.visible.shortened(to: longestColumnName))
    }
    return parts.joined(separator: " · ")
  }

  /// The names of the facts that a wording asks for.
  public static func factNames(in template: String) -> [String] {
    template.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      .compactMap { part in part.firstIndex(of: "}").map { String(part[..<$0]) } }
  }

  private static func fill(_ template: String, _ facts: [String: String]) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      text += facts[name]?.visible ?? "‹\(name) not given›"
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
