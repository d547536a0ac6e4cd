import Model

/// How a word is written in a delivery: its encoding and whether in capitals.
enum TextForm: Int, CaseIterable {
  case unicode
  case unicodeCapitals
  case western
  case westernCapitals

  /// The same encoding in capitals.
  var capitals: TextForm {
    self == .unicode || self == .unicodeCapitals ? .unicodeCapitals : .westernCapitals
  }
}

/// Words of the generator in every form that a delivery asks for.
struct WordList {
  /// How many words.
  let count: Int
  private let arena = ByteArena()
  private var cells: [TextCell] = []

  /// Prepares words.
  ///
  /// Letters that Windows-1252 does not have become `?`, as a partner's export does.
  init(_ words: [String]) {
    count = words.count
    for word in words {
      let upper = word.uppercased()
      cells.append(arena.store(word))
      cells.append(arena.store(upper))
      cells.append(storeWestern(word))
      cells.append(storeWestern(upper))
    }
  }

  /// A word's bytes.
  subscript(index: Int, form: TextForm) -> ByteView { arena[cells[index << 2 | form.rawValue]] }

  private func storeWestern(_ word: String) -> TextCell {
    let from = arena.count
    for scalar in word.unicodeScalars { arena.append(WordList.western(scalar)) }
    return arena.cell(from: from)
  }

  private static func western(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case 0x00...0x7F, 0xA0...0xFF: UInt8(truncatingIfNeeded: scalar.value)
    case 0x20AC: 0x80
    case 0x0160: 0x8A
    case 0x0152: 0x8C
    case 0x017D: 0x8E
    case 0x2019: 0x92
    case 0x0161: 0x9A
    case 0x0153: 0x9C
    case 0x017E: 0x9E
    case 0x0178: 0x9F
    default: UInt8(ascii: "?")
    }
  }
}
