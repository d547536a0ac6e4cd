internal import Model
internal import Pipeline

/// The signals that others are told about, each once, with what became of them.
///
/// - Those of this run: what was kept, and repeats. A copy, and a report that a newer one replaced, are no
///   signals of their own and are told only if they stand in a case.
/// - Those of this run that were set aside.
/// - Those of earlier runs that stand in a case: of the others nothing new can be told.
struct ReportedSignals: Sendable {
  /// Where a signal stands.
  enum Place: Sendable {
    case received(Int)
    case setAside(Int)
    case earlier(Int)
  }

  let tables: MunicipalityTables
  let book: CaseBook
  private var received: [Int32] = []
  private var setAside: [Int32] = []
  private var earlier: [Int32] = []

  /// Finds them.
  ///
  /// - Complexity: O(*n*) in the signals of the tables.
  init(_ tables: MunicipalityTables) {
    self.tables = tables
    book = CaseBook(tables.cases, tables.contactAttempts)
    var inCases = Set(book.signals)
    var aside = Set(tables.setAside.keys.signalID)
    let (ids, dispositions) = (tables.received.keys.signalID, tables.distinct.disposition)
    for row in ids.indices {
      switch dispositions[row] {
      case .kept, .repeated: break
      case .superseded where inCases.contains(ids[row]): break
      case .superseded, .technicalDuplicate: continue
      }
      received.append(Int32(row))
      if !inCases.isEmpty { inCases.remove(ids[row]) }
      if !aside.isEmpty { aside.remove(ids[row]) }
    }
    if !inCases.isEmpty {
      let history = tables.history
      for row in 0..<history.count
      where !history.replaced[row] && inCases.remove(history.signalID[row]) != nil {
        earlier.append(Int32(row))
        aside.remove(history.signalID[row])
      }
    }
    for (row, id) in tables.setAside.keys.signalID.enumerated() where aside.remove(id) != nil {
      setAside.append(Int32(row))
    }
  }

  /// How many there are.
  var count: Int { received.count + setAside.count + earlier.count }

  /// Where the signal of a position from 0 stands.
  subscript(position: Int) -> Place {
    if position < received.count { return .received(Int(received[position])) }
    let next = position - received.count
    if next < setAside.count { return .setAside(Int(setAside[next])) }
    return .earlier(Int(earlier[next - setAside.count]))
  }

  /// The id of a signal.
  func id(_ place: Place) -> SignalID {
    switch place {
    case .received(let row): tables.received.keys.signalID[row]
    case .setAside(let row): tables.setAside.keys.signalID[row]
    case .earlier(let row): tables.history.signalID[row]
    }
  }

  /// The day on which the municipality received it.
  func receivedAt(_ place: Place) -> CalendarDate {
    switch place {
    case .received(let row): tables.received.receivedAt[row]
    case .setAside(let row): tables.setAside.receivedAt[row]
    case .earlier(let row): tables.history.receivedAt[row]
    }
  }

  /// The id of the partner.
  func partner(_ place: Place) -> ByteView {
    switch place {
    case .received(let row): tables.received.arena[tables.received.partner[row]]
    case .setAside(let row): tables.setAside.arena[tables.setAside.partner[row]]
    case .earlier(let row): tables.history.arena[tables.history.partner[row]]
    }
  }

  /// The partner's own reference.
  func reference(_ place: Place) -> String {
    switch place {
    case .received(let row): tables.received.arena[tables.received.partnerReference[row]].string
    case .setAside(let row): tables.setAside.arena[tables.setAside.partnerReference[row]].string
    case .earlier(let row): tables.history.arena[tables.history.partnerReference[row]].string
    }
  }

  /// What became of it: what people did counts before what the run found.
  ///
  /// - Source: `ddas-vroegsignalering`.
  func status(_ place: Place) -> SignalStatus {
    if let number = book.number(of: id(place)), let status = book.status(of: number) {
      return status
    }
    switch place {
    case .setAside: return .unjustified
    case .earlier(let row):
      return tables.history.disposition[row] == .repeated ? .repeated : .notYetPickedUp
    case .received(let row):
      if tables.distinct.disposition[row] == .repeated { return .repeated }
      switch tables.matched.outcome(ofRow: row) {
      case .deceased: return .deceased
      case .movedAway: return .noResident
      default: return .notYetPickedUp
      }
    }
  }
}
