import Model

/// What came of the columns of a name that were met before, each for itself.
///
/// Where the surname stands in a column of its own, the columns of surnames and those of given names tell nothing of
/// each other, unless the surname's holds initials too.
struct NameMemo {
  /// What the columns of surnames and prefixes became.
  struct Surnames {
    var parts = NameParts()
    var quality: Quality = []
    /// Whether this is all; otherwise the name must be read as a whole.
    var isSettled = false
  }

  /// What a column of initials or given names became.
  struct Given {
    var initials = TextCell.empty
    var givenNames = TextCell.empty
    var quality: Quality = []
  }

  var surnames = TextMemo<Surnames>()
  var initials = TextMemo<Given>()
  var givenNames = TextMemo<Given>()
  /// Where the texts are put together under which something is remembered.
  let key = ByteArena(capacity: 256)
}
