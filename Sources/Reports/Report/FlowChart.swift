import Model

/// Where a number goes: one block at the left, and a band to each of its parts at the right.
struct FlowChart {
  struct Part {
    let isHidden: Bool
    /// The outline of the band.
    let band: String
    let top: Int
    let height: Int
    let lines: [Line]
  }

  /// A line of a label.
  struct Line {
    let text: String
    let top: Int
    let isAmount: Bool
  }

  let id: String
  let title: String
  let text: String
  let height: Int
  let leftTop: Int
  let leftHeight: Int
  let parts: [Part]

  private static let drawn = 200
  private static let gap = 8
  private static let (bandLeft, bandRight) = (12, 120)

  /// Draws the groups of a series in all.
  ///
  /// - Returns: `nil` when there are fewer than two, or none to see.
  init?(_ series: IndicatorSeries) {
    guard let whole = series.lines.last?.period else { return nil }
    let lines = series.lines.filter { $0.period == whole && !$0.group.isEmpty }
    let numbers = lines.map { line -> Int? in
      guard case .count(let count) = line.value else { return nil }
      return count.rounded
    }
    let shown = zip(lines, numbers).filter { $0.1 != 0 }
    let sum = numbers.compactMap { $0 }.reduce(0, +)
    guard shown.count > 1, sum > 0 else { return nil }
    id = series.indicator.code
    title = series.indicator.name
    let heights = shown.map { _, number in number.map { max(3, $0 * Self.drawn / sum) } ?? 5 }
    leftHeight = heights.reduce(0, +)
    let labels = shown.map { line, number in
      Self.wrap(line.group) + [number.map(FigureText.grouped) ?? "verborgen"]
    }
    let rooms = zip(heights, labels).map { max($0, $1.count * 15) }
    height = rooms.reduce(0) { $0 + $1 + Self.gap }
    leftTop = max(0, (height - Self.gap - leftHeight) / 2)
    var (left, right) = (leftTop, 0)
    var parts: [Part] = []
    for (index, (_, number)) in shown.enumerated() {
      let tall = heights[index]
      let top = right + (rooms[index] - tall) / 2
      let firstLine = right + (rooms[index] - labels[index].count * 15) / 2 + 12
      parts.append(
        Part(
          isHidden: number == nil, band: Self.band(from: left, to: top, height: tall), top: top,
          height: tall,
          lines: labels[index].enumerated().map {
            Line(
              text: $1, top: firstLine + $0 * 15, isAmount: $0 == labels[index].count - 1)
          }))
      left += tall
      right += rooms[index] + Self.gap
    }
    self.parts = parts
    text =
      shown.map { line, number in
        "\(line.group): \(number.map(FigureText.grouped) ?? "verborgen")"
      }.joined(separator: "; ") + "."
  }

  private static func band(from left: Int, to right: Int, height: Int) -> String {
    let middle = (bandLeft + bandRight) / 2
    return "M\(bandLeft) \(left)C\(middle) \(left) \(middle) \(right) \(bandRight) \(right)"
      + "V\(right + height)C\(middle) \(right + height) \(middle) \(left + height) "
      + "\(bandLeft) \(left + height)Z"
  }

  /// A label in lines of at most 32 characters where its words allow.
  private static func wrap(_ label: String) -> [String] {
    var lines: [String] = []
    for word in label.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= 32 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
