import Model

/// A chart of how weights add up, from top to bottom, in whole units of a drawing 720 wide.
struct Waterfall {
  struct Bar {
    let label: String
    let amount: String
    /// `for`, `against` or `total`.
    let kind: String
    let left: Int
    let width: Int
    let top: Int
    let textTop: Int
  }

  let title: String
  let text: String
  let caption: String
  let zero: Int
  let height: Int
  let bars: [Bar]

  private static let firstUnit = 180
  private static let lastUnit = 640
  private static let rowHeight = 26

  /// Draws the explanation that decided.
  init(_ pair: PairExplanation) {
    let outcome = pair.outcome
    let isRelatives = outcome.rival == .relatives
    let known = pair.steps.filter { $0.level != "absent" }
    var rows: [(label: String, from: Int32, to: Int32, isTotal: Bool)] = []
    var sum: Int32 = 0
    for step in known {
      let next = sum + (isRelatives ? step.relatives : step.strangers)
      rows.append((MatchWords.step(step.name), sum, next, false))
      sum = next
    }
    rows.append(("Samen", 0, sum, true))
    if outcome.redLine != nil { rows.append(("Na de harde grens", 0, outcome.weight, true)) }
    let lowest = min(0, rows.map { min($0.from, $0.to) }.min() ?? 0)
    let highest = max(1, rows.map { max($0.from, $0.to) }.max() ?? 1)
    func place(_ weight: Int32) -> Int {
      Self.firstUnit + Int(weight - lowest) * (Self.lastUnit - Self.firstUnit)
        / Int(highest - lowest)
    }
    bars = rows.enumerated().map { index, row in
      let (left, right) = (place(min(row.from, row.to)), place(max(row.from, row.to)))
      let top = index * Self.rowHeight + 5
      return Bar(
        label: row.label, amount: MatchWords.bits(row.to - row.from),
        kind: row.isTotal ? "total" : row.to < row.from ? "against" : "for", left: left,
        width: max(1, right - left), top: top, textTop: top + 13)
    }
    zero = place(0)
    height = rows.count * Self.rowHeight
    title =
      "Hoe het gewicht is opgebouwd, tegenover twee "
      + (isRelatives ? "familieleden" : "vreemden")
    text =
      rows.map { "\($0.label): \(MatchWords.bits($0.to - $0.from))" }.joined(separator: "; ") + "."
    caption =
      "\(title). Blauw (+) spreekt voor één persoon, bruin (−) ertegen, grijs is de som. In de tabel hieronder staan dezelfde getallen."
  }
}
