/// What differs between two runs, for each municipality that both hold: which households are new, gone or
/// changed, and because of what.
///
/// It holds pseudonyms, codes, days and counts; no name and no address.
public struct RunDifference: Encodable, Sendable {
  /// The folders of the runs, as they were given.
  public var before: String
  public var after: String
  /// Whether the definitions of the two runs are the same; `nil` when a run does not say.
  public var sameDefinitions: Bool?
  public var municipalities: [Municipality]

  private enum CodingKeys: String, CodingKey {
    case before, after, municipalities
    case sameDefinitions = "same_definitions"
  }

  /// One municipality.
  public struct Municipality: Encodable, Sendable {
    public var code: String
    public var householdsBefore: Int
    public var householdsAfter: Int
    public var new: [Arrival]
    public var gone: [Departure]
    /// Those of which something else than the place changed.
    public var changed: [Change]
    /// How many only have another place, because of others.
    public var onlyMoved: Int
    /// How many are the same, in the same place.
    public var same: Int

    private enum CodingKeys: String, CodingKey {
      case code, new, gone, changed, same
      case householdsBefore = "households_before"
      case householdsAfter = "households_after"
      case onlyMoved = "only_moved"
    }
  }

  /// A household that the earlier run does not have.
  public struct Arrival: Encodable, Sendable {
    public var household: String
    public var rank: Int
    public var priorityClass: String
    /// Where its signals were before.
    public var signals: [Origin]

    private enum CodingKeys: String, CodingKey {
      case household, rank, signals
      case priorityClass = "class"
    }
  }

  /// A household that the later run does not have.
  public struct Departure: Encodable, Sendable {
    public var household: String
    public var rank: Int
    public var priorityClass: String
    /// Where its signals are now.
    public var signals: [Origin]

    private enum CodingKeys: String, CodingKey {
      case household, rank, signals
      case priorityClass = "class"
    }
  }

  /// So many signals that are elsewhere in the other run.
  public struct Origin: Encodable, Hashable, Sendable {
    public var signals: Int
    /// The household there; empty when they stand on no line.
    public var household: String
    /// What became of them there, such as `repeat`; `absent` when the run does not have them.
    public var fate: String
  }

  /// A household that both runs have and that changed.
  public struct Change: Encodable, Sendable {
    public var household: String
    public var rankBefore: Int
    public var rankAfter: Int
    /// What changed, such as `class` or `deadline`, in the order of the columns of `prioritised`.
    public var fields: [Field]
    /// Codes of reasons that hold no longer, and of those that hold now.
    public var reasonsLost: [String]
    public var reasonsGained: [String]
    /// Signals that went and came, with where they are in the other run.
    public var signalsLost: [Origin]
    public var signalsGained: [Origin]

    private enum CodingKeys: String, CodingKey {
      case household, fields
      case rankBefore = "rank_before"
      case rankAfter = "rank_after"
      case reasonsLost = "reasons_lost"
      case reasonsGained = "reasons_gained"
      case signalsLost = "signals_lost"
      case signalsGained = "signals_gained"
    }
  }

  /// A value that changed.
  public struct Field: Encodable, Sendable {
    public var name: String
    public var before: String
    public var after: String
  }
}
