/// The nearest of some known words, for "did you mean".
///
/// - Parameters:
///   - word: What was written.
///   - known: What could have been meant.
/// - Returns: `; did you mean "…"?` or an empty text when nothing is near.
/// - Complexity: O(*k* · *n* · *m*) for *k* known words; not for hot paths.
public func suggestion(for word: String, among known: some Sequence<String>) -> String {
  let folded = word.lowercased()
  var best: (distance: Int, word: String)?
  for candidate in known.sorted() {
    let distance = editDistance(Array(folded), Array(candidate.lowercased()))
    guard distance <= max(1, candidate.count / 3) else { continue }
    if distance < (best?.distance ?? .max) { best = (distance, candidate) }
  }
  return best.map { "; did you mean \($0.word)?" } ?? ""
}

private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var previous = Array(0...right.count)
  for (row, character) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      let change = previous[column] + (character == other ? 0 : 1)
      current.append(min(change, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}
