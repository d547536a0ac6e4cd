internal import Definitions
internal import Model
internal import Pipeline

/// The rows of one delivery that were not listed: how many of each municipality there are, by fate and reason.
///
/// There are few different ones: a look at those that were met is faster than a hash.
struct UnlistedRows {
  private struct Line {
    let municipality: UInt16
    let fate: Fate
    let reason: String
    var rows: Int
  }

  private var lines: [Line] = []

  /// Counts the rows of a delivery whose municipality is known.
  ///
  /// A row that could not be read is of the one municipality that the feed serves, if it serves no other.
  ///
  /// - Complexity: O(*n*); no text is made for a row.
  init(_ admitted: AdmittedDelivery, texts: ByteArena) {
    for verdict in admitted.verdicts where verdict.fate != .listed && verdict.municipality != 0 {
      count(1, of: verdict.municipality, verdict.fate, verdict.reason)
    }
    let delivery = admitted.delivery
    guard !delivery.rejected.isEmpty, let served = delivery.feed.municipalities,
      served.count == 1, let only = served.first
    else { return }
    var rows = [Int](repeating: 0, count: admitted.reasons.count)
    for row in delivery.rejected { rows[Int(row.reason)] += 1 }
    for (words, rows) in zip(admitted.reasons, rows) where rows > 0 {
      count(rows, of: only.number, words.fate, texts[words.ledger].string)
    }
  }

  private mutating func count(
    _ rows: Int, of municipality: UInt16, _ fate: Fate, _ reason: String
  ) {
    for at in lines.indices
    where lines[at].municipality == municipality && lines[at].fate == fate
      && lines[at].reason == reason
    {
      lines[at].rows += rows
      return
    }
    lines.append(Line(municipality: municipality, fate: fate, reason: reason, rows: rows))
  }

  /// Whether lawful signals of a municipality were set aside.
  func holdsSetAside(of municipality: UInt16) -> Bool {
    lines.contains { $0.municipality == municipality && $0.fate.isSetAside }
  }

  /// Adds the lines of one municipality to its table, by fate and reason.
  func append(to counts: inout IntakeCounts, of municipality: UInt16, _ delivery: DeliveryName) {
    let order = Fate.allCases
    for fate in order {
      let own = lines.filter { $0.municipality == municipality && $0.fate == fate }
      for line in own.sorted(by: { $0.reason.utf8.lexicographicallyPrecedes($1.reason.utf8) }) {
        counts.feed.append(counts.arena.store(delivery.feed.name))
        counts.delivery.append(counts.arena.store(delivery.file))
        counts.fate.append(fate)
        counts.reason.append(counts.arena.store(line.reason))
        counts.rows.append(UInt32(line.rows))
      }
    }
  }
}

extension Fate {
  /// Whether a lawful signal was not listed, and is counted and told instead.
  var isSetAside: Bool { self == .belowThreshold || self == .outsideWindow }
}

extension SetAside {
  /// Adds the rows of a delivery that one municipality set aside, in canonical order.
  ///
  /// - Complexity: O(*n*) in the rows of the delivery.
  mutating func append(_ admitted: AdmittedDelivery, of municipality: UInt16) {
    let (source, verdicts) = (admitted.delivery.signals, admitted.verdicts)
    let index = UInt32(keys.deliveries.count)
    keys.deliveries.append(admitted.delivery.name)
    let sender = arena.store(admitted.delivery.feed.partner.id)
    for entry in admitted.order {
      guard let row = entry.decoded, verdicts[row].municipality == municipality,
        verdicts[row].fate.isSetAside, !verdicts[row].leavesNoTrace
      else { continue }
      keys.signalID.append(admitted.signalIDs[row])
      keys.delivery.append(index)
      keys.row.append(source.keys.row[row])
      partner.append(sender)
      partnerType.append(source.partnerType[row])
      partnerReference.append(arena.store(source.arena[source.partnerReference[row]]))
      kind.append(source.kind[row])
      warmHandover.append(source.warmHandover[row])
      receivedAt.append(source.receivedAt[row])
      signalledOn.append(source.signalledOn[row])
      arisenOn.append(source.arisenOn[row])
      amountCents.append(source.amountCents[row])
      fate.append(verdicts[row].fate)
    }
  }
}
