import Model

/// What came of the parts of an address that were met before, each for itself.
struct AddressMemo {
  /// What the name of a street became.
  struct Street {
    var cell: TextCell
    var quality: Quality
  }

  /// What a house number became, with letter and addition.
  struct House {
    var number: Int32
    var letter = TextCell.empty
    var addition = TextCell.empty
    var quality: Quality
  }

  var cities = TextMemo<TextCell>()
  var streets = TextMemo<Street>()
  var houses = TextMemo<House>()
  /// Where the texts are put together under which something is remembered.
  let key = ByteArena(capacity: 256)
}
