/// A list of some households of a worklist: those of one team, or of one route.
public struct WorklistPart: Hashable, Sendable {
  /// What its files are called, without a suffix: lower-case letters, digits and hyphens.
  public var fileName: String
  /// What stands above it, such as `Wijkteam Holy`.
  public var title: String
  /// The places of its households in the whole list, from 0, in order.
  public var positions: [Int]

  /// Creates a part.
  public init(fileName: String, title: String, positions: [Int]) {
    self.fileName = fileName
    self.title = title
    self.positions = positions
  }
}

extension Worklist {
  /// The list of a part: its households alone, with the ranks of the whole list.
  ///
  /// Signals about people who left and pairs to look at stay with the whole list.
  public func list(of part: WorklistPart) -> Worklist {
    let (whole, positions) = (self, part.positions)
    var list = Worklist(
      municipality: municipality, municipalityName: municipalityName, referenceDate: referenceDate,
      ruleSet: ruleSet, classes: classes, deliveries: deliveries, gaps: gaps,
      count: positions.count, household: { whole[positions[$0]] })
    list.routes = routes
    list.partTitle = part.title
    if closedCount > 0 {
      list.closedCount = positions.count { whole[$0].standing == .closed }
    }
    return list
  }
}

/// A way to help as a list explains it.
public struct WorklistRoute: Hashable, Sendable {
  /// Such as `Jongerenwerker`.
  public var name: String
  /// Its code in files.
  public var code: String

  /// Creates a route.
  public init(name: String, code: String) {
    self.name = name
    self.code = code
  }
}

/// What a plan asks of one working day by one means.
public struct WorklistLoad: Hashable, Sendable {
  public var day: CalendarDate
  public var means: ContactMeans
  /// What can be done; `nil` when there is no limit.
  public var capacity: Int?
  public var planned: Int
  /// How many of them are more than can be done.
  public var beyond: Int

  /// Creates a load.
  public init(day: CalendarDate, means: ContactMeans, capacity: Int?, planned: Int, beyond: Int) {
    self.day = day
    self.means = means
    self.capacity = capacity
    self.planned = planned
    self.beyond = beyond
  }
}
