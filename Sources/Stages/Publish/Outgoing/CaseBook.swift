internal import Model

/// The cases of a municipality, found by the signals that they are about.
///
/// A signal that stands in several cases belongs to the newest of them, so that it is told once.
struct CaseBook: Sendable {
  /// One case.
  struct Entry: Sendable {
    /// A row of the case in the table.
    let row: Int
    /// The signals that belong to it, in the order of their ids; none if newer cases have them all.
    var signals: [SignalID] = []
    /// Its attempts in the table of attempts.
    let attempts: Range<Int>
  }

  let cases: Cases
  private(set) var entries: [Entry] = []
  private var numbers: [SignalID: Int] = [:]

  /// Reads the tables.
  ///
  /// - Complexity: O(*n*).
  init(_ cases: Cases, _ attempts: ContactAttempts) {
    self.cases = cases
    var ranges: [CaseID: Range<Int>] = [:]
    for row in 0..<attempts.count {
      ranges[attempts.caseID[row], default: row..<row] =
        (ranges[attempts.caseID[row]]?.lowerBound ?? row)..<row + 1
    }
    for row in 0..<cases.count {
      let id = cases.caseID[row]
      if row == 0 || cases.caseID[row - 1] != id {
        entries.append(Entry(row: row, attempts: ranges[id] ?? 0..<0))
      }
      let number = entries.count - 1
      if let other = numbers[cases.signalID[row]],
        (cases.matchedOn[entries[other].row], cases.caseID[entries[other].row])
          > (cases.matchedOn[row], id)
      {
        continue
      }
      numbers[cases.signalID[row]] = number
    }
    for row in 0..<cases.count {
      guard let number = numbers[cases.signalID[row]],
        cases.caseID[entries[number].row] == cases.caseID[row]
      else { continue }
      entries[number].signals.append(cases.signalID[row])
    }
  }

  var isEmpty: Bool { entries.isEmpty }

  /// Every signal that stands in a case.
  var signals: some Collection<SignalID> { numbers.keys }

  /// The case of a signal; `nil` if it stands in none.
  func number(of signal: SignalID) -> Int? { numbers.isEmpty ? nil : numbers[signal] }

  /// What a case makes of its signals; `nil` while nobody began with it.
  func status(of number: Int) -> SignalStatus? {
    let row = entries[number].row
    if let result = cases.result[row] { return SignalStatus(result) ?? .pickedUp }
    return cases.pickedUpOn[row] == nil ? nil : .pickedUp
  }
}
