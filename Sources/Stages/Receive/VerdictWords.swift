internal import Model
internal import Pipeline

/// The words for the verdicts on the rows of a delivery, each stored once in the arena of a table.
///
/// There are few: a look at those that were met is faster than a hash.
struct VerdictWords {
  private var known: [(fate: Fate, reason: String, cell: TextCell)] = []

  /// Where the words for a verdict stand.
  ///
  /// - Parameters:
  ///   - verdict: The verdict; its municipality makes no difference.
  ///   - store: Stores the words when they are asked for the first time.
  /// - Complexity: O(*k*) in the number of different verdicts.
  subscript(verdict: Verdict, store: (Verdict) -> TextCell) -> TextCell {
    mutating get {
      for words in known where words.fate == verdict.fate && words.reason == verdict.reason {
        return words.cell
      }
      let cell = store(verdict)
      known.append((verdict.fate, verdict.reason, cell))
      return cell
    }
  }
}
