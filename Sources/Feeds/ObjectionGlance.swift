internal import Definitions
internal import Model

/// What a row that cannot be used still tells of an objection.
///
/// Nothing of a row may be kept when the debtor objected, nor when it cannot be read whether the debtor
/// did.
///
/// - Source: `besluit-gs/2`.
enum ObjectionGlance: Equatable {
  /// None, as far as the row tells.
  case none
  /// The debtor objected.
  case made
  /// The cell at the position has a word that is not known.
  case unreadable(position: Int)

  /// Looks at the cells that tell of an objection, in a row with as many cells as the header.
  init(_ row: KeptRow, plan: ColumnPlan, encoding: TextEncoding) {
    self = .none
    let converted = ByteArena(capacity: 64)
    for (position, action) in plan.actions.enumerated() {
      guard case .word(let slot) = action, slot == .objection || slot == .noRefusal,
        let table = plan.words[slot.rawValue]
      else { continue }
      converted.removeAll()
      DeliveredLine.appendText(row[position].trimmed, encoding, to: converted)
      let text = converted.bytes.trimmed
      guard let meaning = text.isEmpty ? table.meaningOfEmpty : table.meaning(of: text) else {
        if !text.isEmpty, self == .none { self = .unreadable(position: position) }
        continue
      }
      // `ja` to an objection, or `nee` to no refusal.
      if (slot == .objection) == (meaning == 1) { self = .made }
      if self == .made { return }
    }
  }
}
