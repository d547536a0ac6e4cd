/// A column's header folded for comparison: its letters and digits, without case and accents.
///
/// `Geb.datum`, `geb_datum` and `GebDatum` are one; so are `E-mail` and `Email`.
public struct HeaderName: Hashable, Sendable {
  private let folded: String

  /// Folds a header.
  public init(_ text: String) {
    var folded = ""
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil,
        properties.canonicalCombiningClass == .notReordered
      else { continue }
      if let plain = HeaderName.accented[scalar] {
        folded.unicodeScalars.append(plain)
      } else {
        folded += properties.lowercaseMapping
      }
    }
    // A header of signs alone is compared as it stands.
    self.folded = folded.isEmpty ? text : folded
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
