internal import Definitions
internal import Diagnostics
internal import Model

/// What the calendar and the history say of the deliveries of a run.
struct DeliveryJudgement: Sendable {
  /// What is said of each delivery that was judged, in the order of its words.
  var words: [DeliveryName: [DeliveryWord]] = [:]
  /// The day by which each was due.
  var due: [DeliveryName: CalendarDate] = [:]
  /// SHA-256 of what each replaces as a correction.
  var replaces: [DeliveryName: String] = [:]
  /// SHA-256 of every delivery, of this run or an earlier one, that a correction replaced.
  var replaced: Set<String> = []
  /// In the order of the deliveries' names.
  var diagnostics: [Diagnostic] = []
  /// The periods of which a delivery came.
  var periods: Set<DeliveryPeriod> = []
}

/// Judges the deliveries of one feed in the order in which they say they were received.
///
/// Earlier runs and this one are one row of deliveries: it does not matter in how many nights they came.
/// Supplements are not judged: they hold rows of a delivery that was.
struct DeliveryJudge {
  let feed: FeedDefinition
  /// Whether rows and columns are known; a plan does not open deliveries.
  var areOpened = true

  /// One delivery on the row.
  private struct Known {
    var delivery: AcceptedDelivery
    var isOwn: Bool
  }

  /// Judges deliveries.
  ///
  /// - Parameters:
  ///   - own: The deliveries of this run.
  ///   - history: Those of earlier runs, without this run's own.
  /// - Returns: What is said of each, and what is replaced.
  /// - Complexity: O(*n* log *n*) in the number of deliveries.
  func judge(_ own: [AcceptedDelivery], history: [AcceptedDelivery]) -> DeliveryJudgement {
    var judgement = DeliveryJudgement()
    for delivery in history where !delivery.replaces.isEmpty {
      judgement.replaced.insert(delivery.replaces)
    }
    var told: [DeliveryName: [Diagnostic]] = [:]
    var standing: [DeliveryPeriod: Known] = [:]
    var volumes = DeliveryVolumes(bounds: feed.delivery.volume)
    var seen: [String: Known] = [:]
    var newest: DeliveryPeriod?
    var columns = ""
    var outOfBounds: [DeliveryName: Diagnostic] = [:]

    for known in inOrder(own, history) {
      let delivery = known.delivery
      func say(_ word: DeliveryWord, _ diagnostic: Diagnostic? = nil) {
        guard known.isOwn else { return }
        judgement.words[delivery.name, default: []].append(word)
        if let diagnostic { told[delivery.name, default: []].append(diagnostic) }
      }
      // An empty delivery is the same every month.
      if delivery.rows != 0, let twin = seen[delivery.sha256] {
        // Of two in one inbox the runner tells.
        say(.copy, twin.isOwn ? nil : diagnostic(.deliverySeenBefore, delivery, twin.delivery))
        continue
      }
      seen[delivery.sha256] = known
      defer { columns = delivery.columns.isEmpty ? columns : delivery.columns }
      if areOpened, !columns.isEmpty, columns != delivery.columns {
        say(.header, headerChange(of: delivery, from: columns))
      }
      guard let period = DeliveryPeriod(delivery.period), feed.delivery.name.every != .irregular
      else { continue }
      judgement.periods.insert(period)
      judgement.due[delivery.name] = calendar.due(period)
      let isException = feed.delivery.accepts(file: delivery.name.file, sha256: delivery.sha256)

      if let earlier = standing[period] {
        let before = earlier.delivery
        guard known.isOwn || isNews(earlier, to: delivery) else {
          if delivery.replaces == before.sha256 {
            volumes.replace(before, with: delivery)
            standing[period] = known
          }
          continue
        }
        if feed.delivery.correction == .adds {
          say(.correction, diagnostic(.correctionAdds, delivery, before))
        } else if isException || !areOpened || volumes.accepts(delivery, inPlaceOf: before) {
          if known.isOwn { judgement.replaces[delivery.name] = before.sha256 }
          judgement.replaced.insert(before.sha256)
          volumes.replace(before, with: delivery)
          standing[period] = known
          say(.correction, diagnostic(.correctionReplaces, delivery, before))
        } else {
          say(.correction, correctionOutOfBounds(delivery, before))
        }
        continue
      }
      standing[period] = known
      if let day = delivery.receivedAt, let due = calendar.due(period),
        calendar.isLate(period, receivedAt: day)
      {
        say(
          .late,
          Diagnostic(
            .deliveryLate, at: place(delivery),
            ["period": delivery.period, "received": day.description, "due": due.description]))
      }
      if let newest, period < newest {
        say(
          .older,
          Diagnostic(
            .deliveryOlder, at: place(delivery),
            ["period": delivery.period, "newest": newest.description]))
      }
      newest = max(newest ?? period, period)
      if areOpened, known.isOwn, !isException, let breach = volumes.breach(by: delivery.rows) {
        say(breach.isShrunk ? .shrunk : .grown)
        outOfBounds[delivery.name] = volume(breach, of: delivery)
      }
      volumes.add(delivery)
    }
    for delivery in own {
      if judgement.replaced.contains(delivery.sha256) {
        judgement.words[delivery.name, default: []].append(.replaced)
      } else if let breach = outOfBounds[delivery.name] {
        judgement.diagnostics.append(breach)
      }
      judgement.diagnostics += told[delivery.name] ?? []
    }
    return judgement
  }

  private var calendar: DeliveryCalendar { DeliveryCalendar(feed.delivery) }

  /// By the day they say they were received, then by name; what came under one name on one day stands in
  /// the order in which it was taken in.
  private func inOrder(_ own: [AcceptedDelivery], _ history: [AcceptedDelivery]) -> [Known] {
    let all =
      history.map { Known(delivery: $0, isOwn: false) }
      + own.map { Known(delivery: $0, isOwn: true) }
    return all.filter { feed.delivery.name.read($0.delivery.name.file)?.supplement == nil }.sorted {
      let (left, right) = ($0.delivery, $1.delivery)
      if left.receivedAt != right.receivedAt {
        guard let first = left.receivedAt, let second = right.receivedAt else {
          return left.receivedAt == nil
        }
        return first < second
      }
      if left.name != right.name { return left.name < right.name }
      if $0.isOwn != $1.isOwn { return $1.isOwn }
      return (left.acceptedOn, left.sha256) < (right.acceptedOn, right.sha256)
    }
  }

  /// Whether a delivery came after the run that took in one that is later by its own word: then nobody has
  /// held the two against each other.
  private func isNews(_ earlier: Known, to delivery: AcceptedDelivery) -> Bool {
    earlier.isOwn || earlier.delivery.acceptedOn > delivery.acceptedOn
  }

  private func place(_ delivery: AcceptedDelivery) -> Location {
    Location(feed: delivery.name.feed.name, file: delivery.name.file)
  }

  /// A diagnostic that names another delivery.
  private func diagnostic(
    _ code: DiagnosticCode, _ delivery: AcceptedDelivery, _ other: AcceptedDelivery
  ) -> Diagnostic {
    Diagnostic(code, at: place(delivery), ["other": other.name.file])
  }

  private func correctionOutOfBounds(
    _ delivery: AcceptedDelivery, _ before: AcceptedDelivery
  ) -> Diagnostic {
    Diagnostic(
      .correctionOutOfBounds, at: place(delivery),
      ["other": before.name.file, "rows": "\(delivery.rows)", "before": "\(before.rows)"])
  }

  private func volume(_ breach: DeliveryVolumes.Breach, of delivery: AcceptedDelivery) -> Diagnostic
  {
    Diagnostic(
      feed.delivery.volume.stops ? .volumeOutOfBounds : .volumeRemarkable, at: place(delivery),
      [
        "rows": "\(delivery.rows)", "count": "\(breach.count)", "least": "\(breach.least)",
        "most": "\(breach.most)",
      ])
  }

  private func headerChange(of delivery: AcceptedDelivery, from before: String) -> Diagnostic {
    let (old, new) = (before.split(separator: "|"), delivery.columns.split(separator: "|"))
    let added = new.filter { !old.contains($0) }
    let gone = old.filter { !new.contains($0) }
    var changes: [String] = []
    if !added.isEmpty { changes.append("new: \(added.joined(separator: ", "))") }
    if !gone.isEmpty { changes.append("gone: \(gone.joined(separator: ", "))") }
    return Diagnostic(
      .headerChanged, at: place(delivery),
      ["change": changes.isEmpty ? "the order of the columns" : changes.joined(separator: "; ")])
  }
}
