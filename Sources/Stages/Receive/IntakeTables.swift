internal import Definitions
internal import Diagnostics
internal import Model
internal import Pipeline

// How `receive` adds rows to the tables of an intake.

extension Ledger {
  /// Adds every row of a delivery.
  ///
  /// - Complexity: O(*n*).
  mutating func append(_ admitted: AdmittedDelivery) {
    let (source, verdicts) = (admitted.delivery.signals, admitted.verdicts)
    let index = UInt32(keys.deliveries.count)
    keys.deliveries.append(admitted.delivery.name)
    admitted.fill(&keys.signalID, admitted.signalIDs) { _, _ in .absent }
    admitted.fill(&keys.delivery, always: index)
    admitted.fill(&keys.row, source.keys.row) { row, _ in row.row }
    admitted.fill(&municipality) {
      verdicts[$0].municipality
    } rejected: { _, _ in
      0
    }
    admitted.fill(&fate) {
      verdicts[$0].fate
    } rejected: { _, words in
      words.fate
    }
    var words = VerdictWords()
    let arena = arena
    admitted.fill(&reason) { row in
      verdicts[row].fate == .listed ? .empty : words[verdicts[row], { arena.store($0.reason) }]
    } rejected: { _, words in
      words.ledger
    }
  }
}

extension Receipts {
  /// Adds every row of a delivery.
  ///
  /// - Parameters:
  ///   - admitted: The delivery.
  ///   - withheld: The rows that cannot be read of which nothing is kept.
  /// - Complexity: O(*n*).
  mutating func append(_ admitted: AdmittedDelivery, without withheld: WithheldRows) {
    let (source, verdicts) = (admitted.delivery.signals, admitted.verdicts)
    let index = UInt32(keys.deliveries.count)
    keys.deliveries.append(admitted.delivery.name)
    admitted.fill(&keys.signalID, admitted.signalIDs) { _, _ in .absent }
    admitted.fill(&keys.delivery, always: index)
    admitted.fill(&keys.row, source.keys.row) { row, _ in row.row }
    let digests = admitted.delivery.contentDigest
    admitted.fill(&rowDigest) { row in
      verdicts[row].fate == .refused || verdicts[row].leavesNoTrace ? nil : digests[row]
    } rejected: { row, words in
      words.withholdsContent || withheld.holds(row) ? nil : row.digest
    }
    let (arena, texts, rejectedTexts) = (arena, source.arena, admitted.delivery.rejectedArena)
    let references = source.partnerReference
    admitted.fill(&partnerReference) { row in
      verdicts[row].leavesNoTrace ? .empty : arena.store(texts[references[row]])
    } rejected: { row, _ in
      withheld.holds(row) ? .empty : arena.store(rejectedTexts[row.partnerReference])
    }
    let (days, day) = (source.receivedAt, admitted.delivery.receivedAt)
    admitted.fill(&receivedAt) { row in
      days[row]
    } rejected: { _, _ in
      day
    }
    admitted.fill(&outcome) { row in
      Receipts.outcome(of: verdicts[row].fate)
    } rejected: { _, words in
      Receipts.outcome(of: words.fate)
    }
    var words = VerdictWords()
    admitted.fill(&reason) { row in
      let verdict = verdicts[row]
      guard Receipts.tellsReason(of: verdict.fate) else { return .empty }
      return words[verdict, { arena.store(Receipts.reason(of: $0)) }]
    } rejected: { _, words in
      Receipts.tellsReason(of: words.fate) ? words.receipt : .empty
    }
  }

  /// What the partner may read of why a row was not taken.
  private static func reason(of verdict: Verdict) -> String {
    verdict.fate == .unlawful
      ? "\(verdict.fate.rawValue): \(verdict.reason)" : verdict.fate.rawValue
  }

  private static func outcome(of fate: Fate) -> ReceiptOutcome {
    switch fate {
    case .listed: .accepted
    case .malformed: .unreadable
    default: .notTaken
    }
  }

  private static func tellsReason(of fate: Fate) -> Bool {
    switch fate {
    // The partner may know these, as they are about what it sent.
    case .malformed, .unlawful, .refused, .outsideWindow, .belowThreshold, .noArrears,
      .outsideMunicipality:
      true
    // Why anything else was not taken is not for the partner.
    case .listed, .legalPerson, .technicalDuplicate, .repeated, .superseded, .joinedCase,
      .movedAway, .deceased:
      false
    }
  }
}

extension Quarantine {
  /// Adds the rows of a delivery that cannot be read.
  ///
  /// - Parameters:
  ///   - admitted: The delivery.
  ///   - withheld: The rows whose content is not kept.
  /// - Returns: How many there are.
  mutating func append(_ admitted: AdmittedDelivery, without withheld: WithheldRows) -> Int {
    let delivery = admitted.delivery
    let index = UInt32(keys.deliveries.count)
    keys.deliveries.append(delivery.name)
    guard !delivery.rejected.isEmpty else { return 0 }
    var unreadable = 0
    for entry in admitted.order where entry.decoded == nil {
      let rejected = delivery.rejected[entry.rejected]
      let reason = admitted.reasons[Int(rejected.reason)]
      guard reason.fate == .malformed else { continue }
      unreadable += 1
      append(
        delivery: index, rejected,
        content: delivery.rejectedArena[withheld.holds(rejected) ? .empty : rejected.content],
        reason: reason)
    }
    return unreadable
  }

  private mutating func append(
    delivery: UInt32, _ rejected: RejectedRow, content: ByteView, reason: RejectionWords
  ) {
    keys.signalID.append(.absent)
    keys.delivery.append(delivery)
    keys.row.append(rejected.row)
    code.append(reason.quarantine.code)
    column.append(reason.quarantine.column)
    problem.append(reason.quarantine.problem)
    self.content.append(arena.store(content))
  }
}

extension DeliveryLog {
  mutating func append(
    feed: FeedDefinition, file: String, period: String, receivedAt: CalendarDate?,
    status: DeliveryStatus, rows: Int, admitted: Int,
    unreadable: Int, reason: String
  ) {
    self.feed.append(arena.store(feed.id.name))
    partner.append(arena.store(feed.partner.id))
    delivery.append(arena.store(file))
    self.period.append(arena.store(period))
    self.receivedAt.append(receivedAt)
    self.status.append(status)
    self.rows.append(UInt32(rows))
    self.admitted.append(UInt32(admitted))
    self.unreadable.append(UInt32(unreadable))
    self.reason.append(arena.store(reason))
    judgement.append(.empty)
    dueOn.append(nil)
  }
}
