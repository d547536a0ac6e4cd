internal import Diagnostics
internal import Model

/// How often a field could not be read although its signal goes on, and where first.
struct FlaggedField {
  private(set) var count = 0
  private(set) var row = 0
  private(set) var line = 0
  private(set) var kind = ""

  /// Counts one cell; keeps what kind of text the first of the file holds, never the text.
  mutating func add(_ text: ByteView, row: Int, line: Int) {
    count += 1
    guard count == 1 || row < self.row else { return }
    self.row = row
    self.line = line
    kind = foundKind(of: text)
  }

  /// What to say for the fact `found`.
  var found: String { count == 1 ? kind : "\(kind), and \(count - 1) more such cells" }
}

/// What kind of text a cell holds, said without the text.
func foundKind(of text: ByteView) -> String { FoundKind(of: text.buffer).description }
