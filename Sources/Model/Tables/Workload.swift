/// The attempts that are planned on each working day by each means, beside what the municipality can do.
public struct Workload: StageTable {
  public static let fileName = "workload"

  public var arena = ByteArena()

  public var day: [CalendarDate] = []
  public var means: [ContactMeans] = []
  /// Attempts that can be made on a day; absent when the municipality gave no limit.
  public var capacity: [UInt32?] = []
  public var planned: [UInt32] = []
  /// How many of the planned ones are more than can be done.
  public var beyond: [UInt32] = []

  public init() {}

  public var count: Int { day.count }

  /// How many households cannot be reached within capacity by their deadline.
  public var shortfall: Int { beyond.reduce(0) { $0 + Int($1) } }

  public static let columns: [StageColumn<Workload>] = [
    .date("day", \.day),
    .word("means", \.means),
    .optionalInteger("capacity", \.capacity),
    .integer("planned", \.planned),
    .integer("beyond", \.beyond),
  ]
}
