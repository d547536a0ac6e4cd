internal import Model

/// The months that a population is split by: those with enough in them, and the others together.
struct Periods {
  /// The rows of a table, at least one.
  let rows: [IndicatorPeriod]
  /// What all of it together is called.
  let whole: IndicatorPeriod
  private let firstMonth: Int
  private let rowOfMonth: [Int]

  /// Decides the rows.
  ///
  /// - Parameter population: How many there are by month, as ``month(of:)`` numbers them.
  init(_ population: [Int: Int]) {
    let months = population.filter { $0.value > 0 }.keys.sorted()
    var own = months.filter { population[$0, default: 0] >= SmallCells.leastMonth }
    var pooled = months.filter { population[$0, default: 0] < SmallCells.leastMonth }
    func size(_ months: [Int]) -> Int { months.reduce(0) { $0 + population[$1, default: 0] } }
    // The pool takes in the smallest month until it can stand among the others.
    while !pooled.isEmpty, size(pooled) < SmallCells.leastMonth,
      let smallest = own.min(by: { (size([$0]), $0) < (size([$1]), $1) })
    {
      own.removeAll { $0 == smallest }
      pooled.append(smallest)
    }
    whole = months.count == 1 ? Self.period(months[0]) : .whole
    rows =
      own.isEmpty
      ? [whole] : own.map(Self.period) + (pooled.isEmpty ? [] : [IndicatorPeriod.others])
    firstMonth = months.first ?? 0
    var rowOfMonth = [Int](repeating: 0, count: (months.last ?? 0) - firstMonth + 1)
    if !own.isEmpty {
      for (row, month) in own.enumerated() { rowOfMonth[month - firstMonth] = row }
      for month in pooled { rowOfMonth[month - firstMonth] = own.count }
    }
    self.rowOfMonth = rowOfMonth
  }

  /// The row of a month that the population has.
  subscript(month: Int) -> Int { rowOfMonth[month - firstMonth] }

  /// The number of a month: twelve times the year and the months before it.
  static func month(of date: CalendarDate) -> Int {
    let civil = date.civil
    return civil.year * 12 + civil.month - 1
  }

  private static func period(_ month: Int) -> IndicatorPeriod {
    let (year, number) = (month / 12, month % 12 + 1)
    let code = "\(year)-" + (number < 10 ? "0" : "") + "\(number)"
    return IndicatorPeriod(code: code, name: DeliveryWords.period(code))
  }
}
