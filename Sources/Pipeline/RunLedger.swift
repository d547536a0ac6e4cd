internal import Definitions
internal import Diagnostics
internal import Model

// Every row ends in exactly one state: the ledger is opened by `receive` and closed here.
extension Runner {
  /// Fills in what became of the admitted rows.
  ///
  /// Admitted rows stand in the ledger in the same order as in their municipality's tables.
  ///
  /// - Complexity: O(*n*).
  func close(_ ledger: inout Ledger, with finished: [FinishedMunicipality]) {
    var verdicts: [UInt16: (distinct: Distinct, outcomes: [RegisterOutcome])] = [:]
    for municipality in finished {
      verdicts[municipality.code.number] = (municipality.distinct, municipality.outcomes)
    }
    var cursor: [UInt16: Int] = [:]
    for row in 0..<ledger.count where ledger.fate[row] == .listed {
      let code = ledger.municipality[row]
      guard let (distinct, outcomes) = verdicts[code], distinct.count > 0 else { continue }
      let at = cursor[code, default: 0]
      cursor[code] = at + 1
      ledger.fate[row] = distinct.fate(at)
      if distinct.disposition[at] == .kept, !outcomes.isEmpty, outcomes[at].leavesList {
        ledger.fate[row] = outcomes[at].fate
        ledger.reason[row] = ledger.arena.store("register")
        continue
      }
      let other = distinct.joins[at].isAbsent ? distinct.sameAs[at] : distinct.joins[at]
      if !other.isAbsent {
        let offset = ledger.arena.count
        ledger.arena.append("same claim as ")
        ledger.arena.append(other)
        ledger.reason[row] = ledger.arena.cell(from: offset)
      }
    }
  }

  /// Counts the ledger.
  func counts(of ledger: Ledger) -> RunManifest.Counts {
    var byFate: [String: Int] = [:]
    for fate in Fate.allCases { byFate[fate.rawValue] = 0 }
    for fate in ledger.fate { byFate[fate.rawValue, default: 0] += 1 }
    return RunManifest.Counts(rows: ledger.count, byFate: byFate)
  }

  /// Checks that no row was lost or doubled on the way in.
  ///
  /// - Throws: A diagnostic: it would be a defect.
  func checkConservation(_ intake: Intake, rows: Int) throws {
    let admitted = intake.received.values.reduce(0) { $0 + $1.count }
    let standing = intake.ledger.fate.reduce(0) { $0 + ($1 == .listed ? 1 : 0) }
    guard intake.ledger.count == rows, admitted == standing else {
      throw Diagnostic(
        .defect,
        [
          "what":
            "\(rows) rows were delivered, \(intake.ledger.count) stand in the ledger, \(standing) "
            + "of them as admitted and \(admitted) in the tables"
        ])
    }
  }
}
