/// A column's header folded for comparison: without case, spaces and accents.
struct HeaderName: Hashable {
  let folded: String

  /// Folds a header.
  init(_ text: String) {
    var folded = ""
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      if properties.isWhitespace || properties.canonicalCombiningClass != .notReordered { continue }
      if let plain = HeaderName.accented[scalar] {
        folded.unicodeScalars.append(plain)
      } else {
        folded += properties.lowercaseMapping
      }
    }
    self.folded = folded
  }

  /// Letters with an accent that headers hold, and the letter without it.
  private static let accented: [Unicode.Scalar: Unicode.Scalar] = {
    let groups: [(Unicode.Scalar, String)] = [
      ("a", "àáâãäåÀÁÂÃÄÅ"), ("c", "çÇ"), ("e", "èéêëÈÉÊË"), ("i", "ìíîïÌÍÎÏ"), ("n", "ñÑ"),
      ("o", "òóôõöÒÓÔÕÖ"), ("u", "ùúûüÙÚÛÜ"), ("y", "ýÿÝ"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (plain, letters) in groups {
      for letter in letters.unicodeScalars { table[letter] = plain }
    }
    return table
  }()
}
