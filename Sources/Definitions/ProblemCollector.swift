import Diagnostics

/// Gathers the problems of all files, so that a person sees them all at once.
final class ProblemCollector {
  private(set) var diagnostics: [Diagnostic] = []

  var isEmpty: Bool { diagnostics.isEmpty }

  func add(_ code: DiagnosticCode, at place: Place, _ facts: [String: String] = [:]) {
    diagnostics.append(Diagnostic(code, at: place.location, facts))
  }

  func add(all other: ProblemCollector) { diagnostics += other.diagnostics }

  /// All problems by file, line and character, each once.
  func sorted() -> DiagnosticList {
    var seen: Set<Diagnostic> = []
    let ordered = diagnostics.filter { seen.insert($0).inserted }.sorted { left, right in
      let leftPlace = (left.location.file ?? "", left.location.line ?? 0)
      let rightPlace = (right.location.file ?? "", right.location.line ?? 0)
      if leftPlace != rightPlace { return leftPlace < rightPlace }
      let leftEnd = (left.location.character ?? 0, left.code.id, DiagnosticText.sentence(left))
      let rightEnd = (right.location.character ?? 0, right.code.id, DiagnosticText.sentence(right))
      return leftEnd < rightEnd
    }
    return DiagnosticList(ordered)
  }
}

/// A place in a definition: the file as the user named it, line and character from 1.
struct Place: Hashable {
  var file: String
  var line = 1
  var character = 1

  var location: Location { Location(file: file, line: line, character: character) }
}
