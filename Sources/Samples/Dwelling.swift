/// How a household lives, as far as it matters for who is found at one address.
enum Dwelling {
  case house
  /// One of several rooms behind one address, each a household of its own.
  case studentRoom
  case careHome
  /// A shelter: many people at one address, none for long.
  case shelter
}

/// What stands on the ground of a block of sixteen households.
struct BlockPlan {
  /// Households in a block.
  static let size = 16

  /// Whether two households share an address without addition.
  let shares: Bool
  /// How many rooms the student house has; 0 if there is none.
  let students: Int
  /// An even number that chooses the additions.
  let style: Int
  /// What the whole block is, if it is one building.
  private let whole: Dwelling

  /// Draws the plan of a block.
  init(block: Int, seed: UInt64) {
    var draw = Draw(seed: seed, subject: block, topic: .block)
    shares = draw.chance(Rate.sharedAddress)
    students = draw.chance(Rate.studentHouse) ? 3 + draw.below(6) : 0
    style = draw.below(4) * 2
    let kind = draw.below(1000)
    whole =
      kind < Rate.careHome ? .careHome : kind < Rate.careHome + Rate.shelter ? .shelter : .house
  }

  /// How the household at a position of the block lives.
  func dwelling(at position: Int) -> Dwelling {
    if whole != .house { return whole }
    return position >= BlockPlan.firstStudent && position < BlockPlan.firstStudent + students
      ? .studentRoom : .house
  }

  /// The position of the first student.
  static let firstStudent = 7
}
