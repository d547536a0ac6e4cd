/// People (or an organisation) at one address and what they owe, computed from a number.
struct Household {
  /// How its members belong together.
  enum Composition {
    case alone
    case family
    case married
    case unrelated
    case organisation
  }

  /// What two members of a family have in common besides their name.
  enum Kinship {
    case none
    /// Parent and grown child have one initial, and maybe one given name.
    case namesakes
    /// Two children of one day.
    case twins
  }

  var number: Int
  var dwelling = Dwelling.house
  var composition = Composition.alone
  /// How many members can owe.
  var members = 1
  var kinship = Kinship.none
  /// The number of who handles its affairs, or -1.
  var intermediary = -1
  /// Whether the first member is in business.
  var hasTrade = false
  var livesOutside = false
  /// Index of the period from which the household lives elsewhere; 0 for never.
  var movesAt = 0
  var removal = Removal.within
  /// Whether the household only fills the sample up to its exact size: one row.
  var isFiller = false
  var claims = InlineArray<8, Claim>(repeating: Claim())
  var claimCount = 0

  /// Adds a claim.
  mutating func add(_ feed: SampleFeed, member: Int, first: Int, last: Int) {
    guard claimCount < 8 else { return }
    claims[claimCount] = Claim(
      feed: feed, member: member, slot: claimCount, first: first, last: last)
    claimCount += 1
  }
}

/// One arrear of one person with one partner, reported in one period or several in a row.
struct Claim {
  var feed = SampleFeed.zorgvast
  var member = 0
  /// Its place in the household.
  var slot = 0
  /// Index of the first and last period that report it.
  var first = 0
  var last = 0

  /// Whether a delivery holds it.
  func isReported(by feed: SampleFeed, in period: Int) -> Bool {
    self.feed == feed && first <= period && period <= last
  }
}
