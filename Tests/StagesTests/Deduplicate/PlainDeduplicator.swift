import Model

@testable import Stages

/// Deduplication with memory as its rules say it, pair by pair: no hashes, no sorting, no sharing of
/// work.
struct PlainDeduplicator {
  /// What is decided on a report.
  struct Verdict: Equatable {
    var disposition = Disposition.kept
    /// What it stands behind, or joins: own places from 0, those of history from 1000.
    var other: Int?
    var grownFrom: Int64?
  }

  let own: [Report]
  let history: [EarlierReport]
  /// Own reports, then those of history that are looked at.
  private var places: [Int]

  init(_ own: [Report], history: [EarlierReport]) {
    self.own = own
    self.history = history
    places = Array(own.indices)
    places += history.indices.filter { isLookedAt(history[$0]) }.map { $0 + 1000 }
  }

  /// Decides on every own report.
  func verdicts() -> [Verdict] {
    var verdicts = own.map { _ in Verdict() }
    var done: Set<Int> = []
    for place in own.indices where !done.contains(place) {
      let claim = claim(of: place)
      done.formUnion(claim)
      var series = claim.filter { $0 < 1000 }.sorted { isOlder($0, than: $1) }
      let earlier = claim.filter { $0 >= 1000 }
      while !series.isEmpty {
        var part = [series.removeFirst()]
        while let next = series.first, isWithin(day(part[part.count - 1]), day(next)) {
          part.append(series.removeFirst())
        }
        decide(part, earlier, &verdicts)
      }
    }
    return verdicts
  }

  private func decide(_ part: [Int], _ earlier: [Int], _ verdicts: inout [Verdict]) {
    let newest = part[part.count - 1]
    for place in part.dropLast() {
      verdicts[place].other = newest
      // A copy of one that comes behind it is a copy; any other is superseded.
      let isCopy = part.contains { isOlder(place, than: $0) && same(place, $0) }
      verdicts[place].disposition = isCopy ? .technicalDuplicate : .superseded
    }
    verdicts[newest].grownFrom =
      part.dropLast().last { report($0).cents < report(newest).cents }.map { report($0).cents }
    var known = earlier.filter { isWithin(day($0), day(newest)) }
    if Set(known.map { history[$0 - 1000].person }).count > 1 {
      known = known.filter {
        report(newest).address != 0 && report($0).address == report(newest).address
      }
    }
    guard let latest = known.first(where: { one in known.allSatisfy { !isLater($0, than: one) } })
    else { return }
    let acted = history[latest - 1000].pickedUp
    let copy = known.first { same($0, newest) && (acted || history[$0 - 1000].pickedUp) }
    let isMore = report(newest).cents > report(latest).cents
    let isNewKind = report(newest).kind == .lateSignal && report(latest).kind != .lateSignal
    if let ends = copy ?? (acted && !isMore && !isNewKind ? latest : nil) {
      for place in part { verdicts[place].other = ends }
      verdicts[newest].disposition = copy == nil ? .repeated : .technicalDuplicate
      verdicts[newest].grownFrom = nil
      return
    }
    if !acted { verdicts[newest].other = latest }
    if isMore, verdicts[newest].grownFrom == nil, day(newest) >= day(latest) {
      verdicts[newest].grownFrom = report(latest).cents
    }
  }

  // MARK: Who belongs together

  private func claim(of place: Int) -> [Int] {
    var claim: Set<Int> = [place]
    var before = 0
    while claim.count != before {
      before = claim.count
      claim.formUnion(places.filter { one in claim.contains { isLinked($0, one) } })
    }
    let members = places.filter { claim.contains($0) }
    guard contradict(members) else { return members }
    return members.filter {
      let (one, other) = (report($0), report(place))
      return one.surname == other.surname && one.partnerSurname == other.partnerSurname
        && one.address == other.address && sameProfile($0, place)
    }
  }

  private func isLinked(_ left: Int, _ right: Int) -> Bool {
    guard key(left) == key(right) else { return false }
    for mark in marks(left) where marks(right).contains(mark) {
      let block = places.filter { key($0) == key(left) && marks($0).contains(mark) }
      if !contradict(block) || sameProfile(left, right) { return true }
    }
    return isLinkedAsBare(left, right)
  }

  /// Rows that name nobody belong together, and to the only person under their reference.
  private func isLinkedAsBare(_ left: Int, _ right: Int) -> Bool {
    guard !reference(left).isEmpty, marks(left).isEmpty || marks(right).isEmpty else {
      return false
    }
    let group = places.filter { key($0) == key(left) }
    let bare = group.filter { marks($0).isEmpty }
    if marks(left).isEmpty && marks(right).isEmpty {
      return !contradict(bare) || sameProfile(left, right)
    }
    let known = group.filter { !marks($0).isEmpty }
    var person: Set<Int> = [known[0]]
    var before = 0
    while person.count != before {
      before = person.count
      person.formUnion(known.filter { one in person.contains { isLinked($0, one) } })
    }
    // Only the first of the rows that name nobody speaks for those that belong to it.
    let speaks = marks(left).isEmpty ? left : right
    return person.count == known.count && (!contradict(bare) || sameProfile(bare[0], speaks))
  }

  private func contradict(_ group: [Int]) -> Bool {
    let oneBirth = group.allSatisfy { !reference($0).isEmpty && report($0).born.count == 10 }
    for left in group {
      for right in group {
        let (one, other) = (report(left), report(right))
        if !one.born.hasPrefix(other.born) && !other.born.hasPrefix(one.born) { return true }
        let (first, second) = (letters(one), letters(other))
        if !oneBirth && !first.hasPrefix(second) && !second.hasPrefix(first) { return true }
      }
    }
    return false
  }

  private func marks(_ place: Int) -> Set<String> {
    let report = report(place)
    let surnames = [report.surname, report.partnerSurname].filter { !$0.isEmpty }
    let home = report.address == 0 ? [] : ["\(report.address)"]
    if !reference(place).isEmpty { return Set(surnames + home) }
    let born = report.born.count == 10 && !letters(report).isEmpty ? [report.born] : []
    return Set(surnames.flatMap { name in (home + born).map { "\(name) \($0)" } })
  }

  private func isLookedAt(_ earlier: EarlierReport) -> Bool {
    guard earlier.disposition == .kept, !earlier.replaced || earlier.pickedUp else { return false }
    let report = earlier.report
    return own.contains { one in
      guard key(one) == key(report) else { return false }
      if !one.reference.isEmpty { return true }
      func canMove(_ report: Report) -> Bool {
        report.born.count == 10 && !letters(report).isEmpty
          && !(report.surname.isEmpty && report.partnerSurname.isEmpty)
      }
      return one.address != 0 && one.address == report.address
        || canMove(one) && canMove(report) && one.born == report.born
    }
  }

  // MARK: What a report says

  private func report(_ place: Int) -> Report {
    place < 1000 ? own[place] : history[place - 1000].report
  }

  private func reference(_ place: Int) -> String { report(place).reference }

  private func key(_ place: Int) -> String { key(report(place)) }

  private func key(_ report: Report) -> String {
    "\(report.partner) \(report.reference) \(report.kind.isThreat ? report.kind.rawValue : "")"
  }

  private func letters(_ report: Report) -> String { report.initials.filter { $0 != "." } }

  private func sameProfile(_ left: Int, _ right: Int) -> Bool {
    report(left).born == report(right).born && letters(report(left)) == letters(report(right))
  }

  private func day(_ place: Int) -> CalendarDate { ReceiveFixture.day(report(place).sent) }

  private func isWithin(_ left: CalendarDate, _ right: CalendarDate) -> Bool {
    max(left, right) <= min(left, right).adding(months: 6)
  }

  private func same(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (report(left), report(right))
    return one.kind == other.kind && one.sent == other.sent && one.cents == other.cents
  }

  private func isOlder(_ left: Int, than right: Int) -> Bool {
    let (one, other) = (report(left), report(right))
    if one.sent != other.sent { return one.sent < other.sent }
    if one.cents != other.cents { return one.cents < other.cents }
    if one.kind != other.kind { return one.kind.rawValue < other.kind.rawValue }
    return left > right
  }

  private func isLater(_ left: Int, than right: Int) -> Bool {
    let (one, other) = (report(left), report(right))
    if one.sent != other.sent { return one.sent > other.sent }
    if one.cents != other.cents { return one.cents > other.cents }
    let (acted, also) = (history[left - 1000].pickedUp, history[right - 1000].pickedUp)
    return acted != also ? acted : left > right
  }
}
