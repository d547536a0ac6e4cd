/// A Markdown document while it is written, piece by piece.
struct MarkdownText {
  private(set) var text = ""

  /// Adds a heading.
  mutating func heading(_ level: Int, _ words: String) {
    block(String(repeating: "#", count: level) + " " + words)
  }

  /// Adds a paragraph.
  mutating func paragraph(_ words: String) { block(words) }

  /// Adds a list.
  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    block(items.map { "- " + $0 }.joined(separator: "\n"))
  }

  /// Adds a table.
  mutating func table(_ columns: [String], _ rows: [[String]]) {
    func line(_ cells: [String]) -> String {
      "| "
        + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }
        .joined(separator: " | ") + " |"
    }
    block(
      ([line(columns), "|" + columns.map { _ in "---" }.joined(separator: "|") + "|"]
        + rows.map(line)).joined(separator: "\n"))
  }

  private mutating func block(_ words: String) {
    text += (text.isEmpty ? "" : "\n") + words + "\n"
  }
}
