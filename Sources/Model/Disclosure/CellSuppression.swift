/// Which numbers of a table must be hidden so that nobody can narrow a small one down.
///
/// Somebody who wants to know takes all that is published and asks between which bounds a hidden number
/// lies. Here that is a question of flows: every row is a node, every group is one, every number is
/// what flows between them, and what a number can become is how much can be sent round through the
/// others without changing anything that is published. A small number is safe when it could be anything
/// from 1 to ``SmallCells/largest``. Where it could not, the numbers that give it room at the least loss
/// are hidden too.
///
/// The sums of rows are taken for known to the unit, although only their rounded values are published:
/// tables that split the same rows in other ways then tell nothing more.
struct CellSuppression {
  /// A number of the table.
  private struct Cell {
    let from: Int
    let to: Int
    let value: Int
    /// The group whose total it is.
    let totalOf: Int?
    var isHidden = false
    /// The least that somebody can take it for while it is hidden.
    var least = 1

    /// How far it can rise before what is published would be another.
    var roomAbove: Int {
      if isHidden { return .max / 4 }
      return value == 0 ? 0 : SmallCells.rounded(value) + SmallCells.roundedTo / 2 - value
    }

    /// How far it can fall.
    var roomBelow: Int {
      if isHidden { return value - least }
      let lowest = SmallCells.rounded(value) - SmallCells.roundedTo / 2
      return value == 0 ? 0 : value - max(SmallCells.largest + 1, lowest)
    }

    /// Whether it may be hidden to protect another: a nought is seen by everybody.
    var canBeHidden: Bool { !isHidden && value > 0 }
  }

  private let rows: Int
  private let groups: Int
  private let nodes: Int
  private var cells: [Cell] = []

  /// Prepares a table.
  ///
  /// - Parameter counts: Rows of the same number of counts; no row adds up to a small number.
  init(_ counts: [[Int]]) {
    rows = counts.count
    groups = counts.first?.count ?? 0
    if rows == 1 {
      nodes = 2
      cells = (counts.first ?? []).map { Cell(from: 0, to: 1, value: $0, totalOf: nil) }
      return
    }
    nodes = rows + groups + 1
    for (row, values) in counts.enumerated() {
      for (group, value) in values.enumerated() {
        cells.append(Cell(from: row, to: rows + group, value: value, totalOf: nil))
      }
    }
    for group in 0..<groups {
      let total = counts.reduce(0) { $0 + $1[group] }
      cells.append(
        Cell(from: rows + group, to: rows + groups, value: total, totalOf: group))
    }
  }

  /// Whether the number of a row and a group is hidden.
  func hides(row: Int, group: Int) -> Bool { cells[row * groups + group].isHidden }

  /// Whether the total of a group is hidden.
  func hidesTotal(of group: Int) -> Bool {
    rows == 1 ? cells[group].isHidden : cells[rows * groups + group].isHidden
  }

  /// Hides what must be hidden.
  ///
  /// - Returns: Whether every small number is safe. If not, nothing of the table may be published.
  /// - Complexity: O(*s* · *n* · *c*) for *s* small numbers, *n* rows and groups, and *c* numbers.
  mutating func protect() -> Bool {
    let small = cells.indices.filter { SmallCells.hides(cells[$0].value) }
    for index in small { hide(index) }
    // Whatever is hidden later gives more room, so that each has to be looked at once.
    for index in small {
      let cell = cells[index]
      guard
        give(SmallCells.largest - cell.value, from: cell.to, to: cell.from, without: index),
        give(cell.value - 1, from: cell.from, to: cell.to, without: index)
      else { return false }
    }
    return true
  }

  /// Hides a number; with the total of a group all numbers of the group, noughts among them.
  private mutating func hide(_ index: Int) {
    cells[index].isHidden = true
    guard let group = cells[index].totalOf else { return }
    for row in 0..<rows {
      cells[row * groups + group].isHidden = true
      cells[row * groups + group].least = 0
    }
  }

  /// Sends units from one node to another through the other numbers, and hides what stands in the way.
  ///
  /// - Returns: Whether all units found a way.
  private mutating func give(_ units: Int, from start: Int, to end: Int, without own: Int) -> Bool {
    var sent = [Int](repeating: 0, count: cells.count)
    for _ in 0..<max(0, units) {
      guard let steps = cheapestWay(from: start, to: end, without: own, sent) else { return false }
      for step in steps {
        if !step.isFree { hide(step.cell) }
        sent[step.cell] += step.isForward ? 1 : -1
      }
    }
    return true
  }

  private struct Step {
    let cell: Int
    let isForward: Bool
    let isFree: Bool
  }

  /// The way that hides the least, by the shortest paths of Bellman and Ford.
  private func cheapestWay(
    from start: Int, to end: Int, without own: Int, _ sent: [Int]
  ) -> [Step]? {
    var cost = [Int](repeating: .max, count: nodes)
    var arrival = [Step?](repeating: nil, count: nodes)
    cost[start] = 0
    for _ in 0..<nodes {
      var changed = false
      for (index, cell) in cells.enumerated() where index != own {
        for isForward in [true, false] {
          let (from, to) = isForward ? (cell.from, cell.to) : (cell.to, cell.from)
          guard cost[from] < .max, let toll = toll(index, isForward: isForward, sent[index]),
            cost[from] + toll < cost[to]
          else { continue }
          cost[to] = cost[from] + toll
          arrival[to] = Step(cell: index, isForward: isForward, isFree: toll == 0)
          changed = true
        }
      }
      if !changed { break }
    }
    var steps: [Step] = []
    var node = end
    while node != start {
      guard let step = arrival[node], steps.count < cells.count else { return nil }
      steps.append(step)
      node = step.isForward ? cells[step.cell].from : cells[step.cell].to
    }
    return steps
  }

  /// What it costs to send one unit more through a number; `nil` when it cannot be.
  private func toll(_ index: Int, isForward: Bool, _ sent: Int) -> Int? {
    let cell = cells[index]
    let room = isForward ? cell.roomAbove - sent : cell.roomBelow + sent
    if room > 0 { return 0 }
    guard cell.canBeHidden, isForward || cell.value - 1 + sent > 0 else { return nil }
    return cell.totalOf == nil ? cell.value : 2 * cell.value
  }
}
