internal import Model

/// Says to each partner what became of its own signals: the one place that makes ``PartnerFeedback``.
///
/// - Source: `ddas-vroegsignalering`, `divosa-monitor-2023`.
enum FeedbackLists {
  /// The list of every partner that has a signal, in the order of their ids.
  ///
  /// - Parameters:
  ///   - signals: The signals that others are told about.
  ///   - tellsAcceptance: Whether it was agreed to tell until when collecting stops.
  ///   - day: The reference date.
  /// - Returns: The lists; each in the order of ``ReportedSignals``.
  /// - Complexity: O(*n*).
  static func lists(
    of signals: ReportedSignals, tellsAcceptance: Bool, on day: CalendarDate
  ) -> [PartnerFeedbackList] {
    var known: [String: Int] = [:]
    var positions: [[Int32]] = []
    // Signals of one partner mostly stand together.
    var last: (name: ByteView, index: Int)?
    for position in 0..<signals.count {
      let name = signals.partner(signals[position])
      if let last, last.name.equals(name) {
        positions[last.index].append(Int32(position))
        continue
      }
      let index = known[name.string] ?? positions.count
      if known.updateValue(index, forKey: name.string) == nil { positions.append([]) }
      positions[index].append(Int32(position))
      last = (name, index)
    }
    return known.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
      partner, index in
      let own = positions[index]
      return PartnerFeedbackList(
        partner: partner, tellsCollectionPause: tellsAcceptance, count: own.count
      ) { line in
        feedback(
          on: signals[Int(own[line])], of: signals, tellsAcceptance: tellsAcceptance, on: day)
      }
    }
  }

  private static func feedback(
    on place: ReportedSignals.Place, of signals: ReportedSignals, tellsAcceptance: Bool,
    on day: CalendarDate
  ) -> PartnerFeedback {
    let id = signals.id(place)
    return PartnerFeedback(
      reference: Sensitive(signals.reference(place)), signal: id, status: signals.status(place),
      day: day,
      collectionPauseUntil: tellsAcceptance ? pause(of: id, signals.book, on: day) : nil)
  }

  /// The last day of the stop, while it lasts.
  private static func pause(
    of signal: SignalID, _ book: CaseBook, on day: CalendarDate
  ) -> CalendarDate? {
    guard let number = book.number(of: signal),
      let accepted = book.cases.helpAcceptedOn[book.entries[number].row]
    else { return nil }
    let last = CaseEntries.lastDayOfCollectionStop(from: accepted)
    return last >= day ? last : nil
  }
}
