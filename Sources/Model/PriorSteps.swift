/// A step that a partner must have taken before it may report somebody.
///
/// - Source: `besluit-gs/2`.
public enum PriorStep: UInt8, CaseIterable, Sendable {
  /// It made an effort for personal contact.
  case contactEffort
  /// It pointed to debt help.
  case pointedToHelp
  /// It sent at least one written reminder.
  case reminder
  /// It offered in writing to pass the data on.
  case offer
  /// The person did not reject that offer.
  case noRefusal

  /// The letter that the decree gives it; the offer and the answer to it are one.
  public var letter: String {
    switch self {
    case .contactEffort: "a"
    case .pointedToHelp: "b"
    case .reminder: "c"
    case .offer, .noRefusal: "d"
    }
  }
}

/// Some of the steps.
public struct PriorStepSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The set of one step.
  public init(_ step: PriorStep) { rawValue = 1 << step.rawValue }

  /// The steps that stand under a letter of the decree.
  public init(letter: String) {
    self = PriorStep.allCases.filter { $0.letter == letter }.reduce(into: []) {
      $0.insert(PriorStepSet($1))
    }
  }

  /// Every step.
  public static let all = PriorStepSet(rawValue: 1 << UInt8(PriorStep.allCases.count) - 1)

  /// The first of its steps in the order of the decree.
  public var first: PriorStep? { PriorStep.allCases.first { contains(PriorStepSet($0)) } }
}

/// What a row tells of the steps: taken, not taken, or nothing.
public struct PriorSteps: Hashable, Sendable {
  public private(set) var taken: PriorStepSet = []
  public private(set) var notTaken: PriorStepSet = []

  /// Creates steps of which nothing is told.
  public init() {}

  /// Notes what a row tells of a step.
  public mutating func note(_ step: PriorStep, isTaken: Bool) {
    if isTaken { taken.insert(PriorStepSet(step)) } else { notTaken.insert(PriorStepSet(step)) }
  }
}
