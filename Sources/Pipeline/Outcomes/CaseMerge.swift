internal import Diagnostics
internal import Model

/// Brings a line that came back together with what is known of its case.
///
/// Three things are held beside each other: what stood on the list, what came back, and what is known now.
/// Only what somebody changed on the list changes the case, so that two copies of one list that were filled
/// in by two people both come in, whichever is first. An attempt that is new is added; one that stood on the
/// list and reads otherwise, or is gone, is changed or taken out.
struct CaseMerge {
  /// The case as it stands afterwards.
  private(set) var entries: CaseEntries
  /// What is wrong, and what is to be known.
  private(set) var notes: [Diagnostic] = []

  private let line: OutcomeLine
  private let before: CaseEntries
  private let receivedOn: CalendarDate
  private let referenceDate: CalendarDate

  /// Brings them together.
  ///
  /// - Parameters:
  ///   - line: What came back.
  ///   - before: What stood on the list.
  ///   - now: What is known.
  ///   - receivedOn: The first day that anything can have been done.
  ///   - referenceDate: The last.
  init(
    _ line: OutcomeLine, before: CaseEntries, now: CaseEntries, receivedOn: CalendarDate,
    referenceDate: CalendarDate
  ) {
    self.line = line
    self.before = before
    self.receivedOn = receivedOn
    self.referenceDate = referenceDate
    entries = now
    mergeAttempts()
    merge(line.pickedUpOn, before.pickedUpOn, \.pickedUpOn, WorklistTitles.pickedUpOn)
    merge(
      line.helpAcceptedOn, before.helpAcceptedOn, \.helpAcceptedOn, WorklistTitles.helpAcceptedOn)
    mergeResult()
  }

  private mutating func mergeAttempts() {
    let shown = Array(before.shownAttempts)
    for (room, filled) in line.attempts.enumerated() {
      let old = room < shown.count ? shown[room] : nil
      switch filled {
      case .unread: continue
      case .empty:
        if let old, let known = entries.attempts.firstIndex(of: old) {
          entries.attempts.remove(at: known)
        }
      case .value(let attempt):
        guard attempt != old else { continue }
        guard isPossible(attempt.contactedOn, WorklistTitles.contactedOn(room + 1)) else {
          continue
        }
        // The same means on the same day can be two attempts: then the line has two.
        let wanted = line.attempts[...room].count { $0 == filled }
        guard entries.attempts.count(where: { $0 == attempt }) < wanted else { continue }
        if let old, let known = entries.attempts.firstIndex(of: old) {
          entries.attempts[known] = attempt
        } else {
          entries.attempts.append(attempt)
        }
      }
    }
    entries.attempts.sort { $0.comesBefore($1) }
  }

  private mutating func merge(
    _ filled: Filled<CalendarDate>, _ old: CalendarDate?,
    _ entry: WritableKeyPath<CaseEntries, CalendarDate?>, _ title: String
  ) {
    switch filled {
    case .unread: return
    case .empty:
      if let old, entries[keyPath: entry] == old { entries[keyPath: entry] = nil }
    case .value(let day):
      guard day != old, day != entries[keyPath: entry], isPossible(day, title) else { return }
      entries[keyPath: entry] = day
    }
  }

  private mutating func mergeResult() {
    guard line.result != .unread else { return }
    let filled: CaseResult? = if case .value(let result) = line.result { result } else { nil }
    guard filled != before.result else { return }
    if entries.result != nil {
      if filled != entries.result { note(.outcomeResultChanged, WorklistTitles.result) }
      return
    }
    guard let filled else { return }
    guard !filled.needsAttempt || !entries.attempts.isEmpty else {
      return note(.outcomeResultWithoutAttempt, WorklistTitles.result)
    }
    if filled == .noContact, !hasTriedEnough {
      note(.outcomeContactGivenUpEarly, WorklistTitles.result)
    }
    entries.result = filled
    entries.closedOn = referenceDate
  }

  /// Two attempts or more, by two means and in two parts of the day.
  ///
  /// - Source: `voorsein-keuze`.
  private var hasTriedEnough: Bool {
    entries.attempts.count >= 2 && Set(entries.attempts.map(\.means)).count >= 2
      && Set(entries.attempts.compactMap(\.dayPart)).count >= 2
  }

  private mutating func isPossible(_ day: CalendarDate, _ title: String) -> Bool {
    if day > referenceDate {
      note(.outcomeDateTooLate, title, ["date": referenceDate.description])
    } else if day < receivedOn {
      note(.outcomeDateTooEarly, title)
    } else {
      return true
    }
    return false
  }

  private mutating func note(
    _ code: DiagnosticCode, _ title: String, _ facts: [String: String] = [:]
  ) {
    var place = line.place
    place.column = title
    notes.append(Diagnostic(code, at: place, facts))
  }
}
