internal import Model
internal import Pipeline

// What becomes of the rows of a delivery in whose place a correction stands: they are in the ledger as
// superseded, but for those that may not be processed at all, and none goes on to the stages.
extension Receive {
  /// Supersedes the decoded rows, and keeps since when their claims are known.
  ///
  /// A claim that the correction reports again was first received with the delivery that it replaces, and
  /// its legal term goes on. A row that was not admitted has no such term.
  ///
  /// - Source: `wgs/4.1`, `wgs/4.2`.
  /// - Complexity: O(*n*).
  mutating func keepClocks(
    of delivery: DecodedDelivery, _ ids: [SignalID], _ verdicts: inout [Verdict]
  ) {
    let source = delivery.signals
    for row in verdicts.indices where !verdicts[row].leavesNothing {
      if verdicts[row].fate == .listed, !source.arena[source.partnerReference[row]].isEmpty,
        let code = MunicipalityCode(number: Int(verdicts[row].municipality))
      {
        intake.replaced[code, default: History()].append(row, of: source, id: ids[row])
      }
      verdicts[row].fate = .superseded
      verdicts[row].reason = "correction"
    }
  }
}

extension History {
  /// Adds a row that a correction replaced.
  fileprivate mutating func append(_ row: Int, of source: Received, id: SignalID) {
    signalID.append(id)
    partner.append(arena.store(source.arena[source.partner[row]]))
    partnerType.append(source.partnerType[row])
    partnerReference.append(arena.store(source.arena[source.partnerReference[row]]))
    kind.append(source.kind[row])
    receivedAt.append(source.receivedAt[row])
    signalledOn.append(source.signalledOn[row])
    amountCents.append(source.amountCents[row])
    personID.append(.absent)
    householdID.append(.absent)
    pickedUp.append(false)
    replaced.append(true)
    disposition.append(.kept)
    sameAs.append(.absent)
    appendUnknownPerson()
  }
}
