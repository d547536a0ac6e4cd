/// Why two signals are, or are not, of one person: every weight, and what would have changed it.
///
/// Holds ids, levels and counts; no value of a delivery. All weights are hundredths of a bit.
public struct PairExplanation: Encodable, Sendable, Equatable {
  /// Where a signal stands.
  public struct Signal: Encodable, Sendable, Equatable {
    public var id: String
    public var personID: String
    public var feed: String
    public var delivery: String
    /// The data row in the delivery; 0 for a signal that only an earlier run read.
    public var row: Int
    public var isRemembered: Bool

    /// Creates a place.
    public init(
      id: String, personID: String, feed: String, delivery: String, row: Int, isRemembered: Bool
    ) {
      self.id = id
      self.personID = personID
      self.feed = feed
      self.delivery = delivery
      self.row = row
      self.isRemembered = isRemembered
    }
  }

  /// What one field adds, or what holds before any is compared.
  public struct Step: Encodable, Sendable, Equatable {
    /// A ``MatchField``, `before` or `swapped-names`.
    public var name: String
    /// How well it agrees, such as `typing-error`; `absent` where one of the two does not know it.
    public var level: String
    /// Against strangers, with what rarity adds.
    public var strangers: Int32
    /// The part of ``strangers`` that follows from how rare the value is.
    public var rarity: Int32
    /// The value is reckoned to be that of one in so many signals; 0 where rarity does not count.
    public var oneIn: Int
    /// Against relatives.
    public var relatives: Int32

    /// Creates a step.
    public init(name: String, level: String, strangers: Int32, rarity: Int32, relatives: Int32) {
      self.name = name
      self.level = level
      self.strangers = strangers
      self.rarity = rarity
      self.relatives = relatives
      oneIn = rarity == 0 ? 0 : Int(BitWeight.power(rarity).rounded())
    }
  }

  /// The two other explanations of what two signals have in common.
  public enum Rival: String, Encodable, Sendable {
    case strangers
    case relatives
  }

  /// A rule that caps the weight, however much agrees.
  public enum RedLine: String, Encodable, Sendable, CaseIterable {
    /// The birth dates are of two people and the addresses differ.
    case twoBirthDates = "two-birth-dates"
    /// A name, in one house or not, and nothing that tells which of its bearers it is.
    case nameAlone = "name-alone"
    /// Over two addresses an initial or part of a birth date is too little.
    case tooLittleForMove = "too-little-for-a-move"
    /// No name agrees, nor what could stand for one.
    case nobodyNamed = "nobody-named"
  }

  /// What of two signals cannot be of one person.
  public enum Contradiction: String, Encodable, Sendable, CaseIterable {
    case birthDates = "birth-dates"
    case initials
  }

  /// What a pair weighs, all told.
  public struct Outcome: Encodable, Sendable, Equatable {
    public var strangers: Int32
    public var relatives: Int32
    /// The smaller of the two decides.
    public var rival: Rival
    /// Absent when no rule caps the weight.
    public var redLine: RedLine?
    public var weight: Int32
    /// Absent when nothing contradicts.
    public var contradiction: Contradiction?
    /// Whether these two, if there were no others, would be one person.
    public var joins: Bool

    /// Creates an outcome.
    public init(
      strangers: Int32, relatives: Int32, redLine: RedLine?, weight: Int32,
      contradiction: Contradiction?, joins: Bool
    ) {
      self.strangers = strangers
      self.relatives = relatives
      rival = relatives < strangers ? .relatives : .strangers
      self.redLine = redLine
      self.weight = weight
      self.contradiction = contradiction
      self.joins = joins
    }
  }

  /// The same pair with one field changed, weighed again.
  public struct WhatIf: Encodable, Sendable, Equatable {
    /// What is changed.
    public enum Change: String, Encodable, Sendable, CaseIterable {
      /// Neither of the two knows the field.
      case absent
      /// Both have the same value.
      case same
      /// Both have a value, and the two are of different people or places.
      case different
    }

    public var field: MatchField
    public var change: Change
    public var outcome: Outcome
    /// Whether the two would be one person where they are not, or the other way about.
    public var changesOutcome: Bool

    /// Creates a what-if.
    public init(field: MatchField, change: Change, outcome: Outcome, changesOutcome: Bool) {
      self.field = field
      self.change = change
      self.outcome = outcome
      self.changesOutcome = changesOutcome
    }
  }

  /// What decided about joining.
  public enum Decision: String, Encodable, Sendable, CaseIterable {
    /// One person: the pair itself weighs enough.
    case joined
    /// One person: signals between them weigh enough.
    case joinedByOthers = "joined-by-others"
    /// Two persons: these two contradict each other.
    case contradiction
    /// Two persons: the pair weighs too little.
    case tooLight = "too-light"
    /// Two persons: a signal with one of them contradicts one with the other.
    case groupContradicts = "group-contradicts"
    /// Two persons: all pairs between the two groups together weigh too little.
    case groupTooLight = "group-too-light"
    /// Two persons: one of the signals fits another person nearly as well.
    case ambiguous
  }

  /// The groups that the two belong to.
  public struct Groups: Encodable, Sendable, Equatable {
    /// The number of signals of the first one's person, and of the second one's.
    public var first: Int
    public var second: Int
    /// What the pairs between both groups, or within the one group, weigh on average, each of them bounded.
    public var average: Int32
    /// What the average must be at least.
    public var leastAverage: Int32
    /// What a pair must weigh more than to join at all.
    public var leastWeight: Int32

    /// Creates groups.
    public init(
      first: Int, second: Int, average: Int32, leastAverage: Int32, leastWeight: Int32
    ) {
      self.first = first
      self.second = second
      self.average = average
      self.leastAverage = leastAverage
      self.leastWeight = leastWeight
    }
  }

  public var first: Signal
  public var second: Signal
  public var isOnePerson: Bool
  public var decision: Decision
  public var groups: Groups
  public var estimates: MatchEstimates
  /// What holds before, each field, and what follows from names in the wrong order.
  public var steps: [Step]
  public var outcome: Outcome
  public var whatIfs: [WhatIf]
  /// The grades of the two with their persons.
  public var grades: [PersonExplanation.Grade]

  /// Creates an explanation.
  public init(
    first: Signal, second: Signal, isOnePerson: Bool, decision: Decision, groups: Groups,
    estimates: MatchEstimates, steps: [Step], outcome: Outcome, whatIfs: [WhatIf],
    grades: [PersonExplanation.Grade]
  ) {
    self.first = first
    self.second = second
    self.isOnePerson = isOnePerson
    self.decision = decision
    self.groups = groups
    self.estimates = estimates
    self.steps = steps
    self.outcome = outcome
    self.whatIfs = whatIfs
    self.grades = grades
  }
}

/// What the municipality's own data told before anybody was matched.
///
/// Weights are hundredths of a bit.
public struct MatchEstimates: Encodable, Sendable, Equatable {
  public var records: Int
  /// What holds for any two signals, by the model's default for so many records, and by the data.
  public var defaultPrior: Int32
  public var prior: Int32
  /// How much likelier one person is than two relatives, by the model's default and by the data.
  public var defaultPersonOverRelatives: Int32
  public var personOverRelatives: Int32
  /// Whether birth dates that differ prove that two people are meant.
  public var trustsBirthDates: Bool

  /// Creates estimates.
  public init(
    records: Int, defaultPrior: Int32, prior: Int32, defaultPersonOverRelatives: Int32,
    personOverRelatives: Int32, trustsBirthDates: Bool
  ) {
    self.records = records
    self.defaultPrior = defaultPrior
    self.prior = prior
    self.defaultPersonOverRelatives = defaultPersonOverRelatives
    self.personOverRelatives = personOverRelatives
    self.trustsBirthDates = trustsBirthDates
  }
}

extension MatchField: Encodable {}
