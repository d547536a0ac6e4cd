internal import Definitions
internal import Diagnostics
internal import Model

// How a run holds its deliveries against the calendar and the history.

extension Runner {
  /// The deliveries of the pipeline's feeds that earlier runs took in, each once, in the order of feed and
  /// name.
  ///
  /// - Complexity: O(*n* log *n*) in the number of deliveries.
  func deliveryHistory() throws -> [AcceptedDelivery] {
    guard let memory = parts.memory else { return [] }
    let feeds = Set(pipeline.feeds.map(\.id))
    return AcceptedDelivery.united(
      try pipeline.municipalities.map { municipality in
        try memory.deliveries(of: municipality, before: options.referenceDate).filter {
          feeds.contains($0.name.feed)
        }
      })
  }

  /// The feeds of which a delivery of the inbox may be replaced by another, or was.
  func feedsWithCorrections(in inbox: Inbox, _ history: [AcceptedDelivery]) -> Set<FeedID> {
    var periods: [FeedID: Set<String>] = [:]
    for delivery in history { periods[delivery.name.feed, default: []].insert(delivery.period) }
    var feeds = Set(history.filter { !$0.replaces.isEmpty }.map(\.name.feed))
    for entry in inbox.entries where entry.feed.delivery.correction == .replaces {
      if !periods[entry.feed.id, default: []].insert(entry.period).inserted {
        feeds.insert(entry.feed.id)
      }
    }
    return feeds
  }
}

/// What makes a delivery one and the same: its feed, its name and its content.
struct DeliveryIdentity: Hashable {
  var name: DeliveryName
  var sha256: String
}

extension AcceptedDelivery {
  var identity: DeliveryIdentity { DeliveryIdentity(name: name, sha256: sha256) }

  /// What several remember of deliveries, each once, in the order of feed and name.
  ///
  /// - Complexity: O(*n* log *n*) in the number of deliveries.
  static func united(_ memories: [[AcceptedDelivery]]) -> [AcceptedDelivery] {
    var known: [DeliveryIdentity: AcceptedDelivery] = [:]
    for delivery in memories.joined() {
      guard var other = known[delivery.identity] else {
        known[delivery.identity] = delivery
        continue
      }
      other.acceptedOn = min(other.acceptedOn, delivery.acceptedOn)
      other.hadChecksum = other.hadChecksum || delivery.hadChecksum
      other.replaces = max(other.replaces, delivery.replaces)
      known[delivery.identity] = other
    }
    return known.values.sorted { ($0.name, $0.sha256) < ($1.name, $1.sha256) }
  }

  /// What is remembered of a delivery that was read.
  init(_ delivery: DecodedDelivery, on date: CalendarDate) {
    self.init(
      name: delivery.name, period: delivery.period, receivedAt: delivery.receivedAt,
      rows: delivery.rows, sha256: delivery.sha256, columns: delivery.columns,
      hadChecksum: delivery.hadChecksum, acceptedOn: date)
  }

  /// What is known of a delivery that was not opened; its rows are not.
  init(_ entry: Inbox.Entry, sha256: String, on date: CalendarDate) {
    self.init(
      name: entry.name, period: entry.period,
      receivedAt: entry.feed.delivery.name.read(entry.name.file)?.received, rows: 1,
      sha256: sha256, columns: "", hadChecksum: false, acceptedOn: date)
  }
}

extension DecodedDelivery {
  /// The delivery without what was wrong with it.
  var withoutFaults: DecodedDelivery {
    var delivery = self
    delivery.rejected = []
    delivery.diagnostics = []
    return delivery
  }
}

extension ReadDeliveries {
  /// SHA-256 of the deliveries of a feed in whose place a correction stands.
  ///
  /// - Parameters:
  ///   - own: All deliveries of the feed in this run.
  ///   - feed: The feed.
  /// - Returns: Of this run and of earlier ones.
  func replaced(among own: [AcceptedDelivery], of feed: FeedDefinition) -> Set<String> {
    let identities = Set(own.map(\.identity))
    let earlier = history.filter {
      $0.name.feed == feed.id && !identities.contains($0.identity)
    }
    return DeliveryJudge(feed: feed).judge(own, history: earlier).replaced
  }

  /// Judges what was taken in, notes what is said of it, and leaves this run's own out of the history.
  ///
  /// - Parameters:
  ///   - feeds: The feeds of the pipeline.
  ///   - date: The reference date.
  ///   - areOpened: Whether rows and columns are known.
  /// - Returns: The judgements by feed.
  /// - Complexity: O(*n* log *n*) in the number of deliveries.
  mutating func judge(
    feeds: [FeedDefinition], on date: CalendarDate, areOpened: Bool = true
  ) -> [FeedID: DeliveryJudgement] {
    let identities = Set(accepted.map(\.identity))
    history.removeAll { identities.contains($0.identity) }
    let own = Dictionary(grouping: accepted, by: \.name.feed)
    let earlier = Dictionary(grouping: history, by: \.name.feed)
    var judgements: [FeedID: DeliveryJudgement] = [:]
    for feed in feeds {
      let judgement = DeliveryJudge(feed: feed, areOpened: areOpened).judge(
        own[feed.id] ?? [], history: earlier[feed.id] ?? [])
      replaced.formUnion(judgement.replaced)
      for diagnostic in judgement.diagnostics {
        issues.add(diagnostic)
        if diagnostic.code.effect == .publicationRefused && publicationRefused == nil {
          publicationRefused = diagnostic
        }
      }
      judgements[feed.id] = judgement
    }
    for index in accepted.indices {
      let name = accepted[index].name
      accepted[index].replaces = judgements[name.feed]?.replaces[name] ?? ""
    }
    return judgements
  }

  /// The deliveries that are due and did not come; a delivery that was refused did come.
  func missing(
    _ feeds: [FeedDefinition], _ judgements: [FeedID: DeliveryJudgement], on date: CalendarDate
  ) -> [(feed: FeedDefinition, period: String, due: CalendarDate?, diagnostic: Diagnostic)] {
    var refused: [String: Set<DeliveryPeriod>] = [:]
    for input in inputs where input.status == DeliveryStatus.refused.rawValue {
      if let period = DeliveryPeriod(input.period) {
        refused[input.feed, default: []].insert(period)
      }
    }
    return feeds.flatMap { feed in
      let calendar = DeliveryCalendar(feed.delivery)
      let known = (judgements[feed.id]?.periods ?? []).union(refused[feed.id.name] ?? [])
      return calendar.missing(known: known, on: date).map { period in
        let due = calendar.due(period)
        let diagnostic = Diagnostic(
          .deliveryMissing, at: Location(feed: feed.id.name),
          ["period": period.description, "due": due?.description ?? ""])
        return (feed, period.description, due, diagnostic)
      }
    }
  }
}

extension DeliveryLog {
  /// Adds what the calendar and the history say of each delivery.
  ///
  /// - Complexity: O(*n*) in the number of deliveries.
  mutating func add(_ judgements: [FeedID: DeliveryJudgement], _ feeds: [FeedDefinition]) {
    let calendars = Dictionary(
      feeds.map { ($0.id.name, DeliveryCalendar($0.delivery)) },
      uniquingKeysWith: { first, _ in first })
    for row in 0..<count {
      let feed = arena[self.feed[row]].string
      let name = DeliveryName(feed: FeedID(feed), file: arena[delivery[row]].string)
      dueOn[row] = DeliveryPeriod(arena[period[row]].string).flatMap { calendars[feed]?.due($0) }
      let words = judgements[name.feed]?.words[name] ?? []
      if !words.isEmpty {
        judgement[row] = arena.store(words.map(\.rawValue).joined(separator: "|"))
      }
    }
  }
}
