internal import Diagnostics
internal import Model

/// One line of a list that came back.
struct OutcomeLine {
  var place: Location
  var household = HouseholdID.absent
  var municipality: MunicipalityCode?
  /// The reference date of the list.
  var listDate: CalendarDate?
  /// One for each room, from left to right.
  var attempts = [Filled<CaseAttempt>](repeating: .unread, count: CaseAttempt.rooms)
  var pickedUpOn = Filled<CalendarDate>.unread
  var helpAcceptedOn = Filled<CalendarDate>.unread
  var result = Filled<CaseResult>.unread
  var hasRemark = false
  /// What is wrong, and what is to be known.
  var notes: [Diagnostic] = []

  /// Whether nobody filled in anything but a remark.
  var isEmpty: Bool {
    !isRefused && attempts.allSatisfy { $0.isEmpty || $0 == .unread }
      && [pickedUpOn, helpAcceptedOn].allSatisfy { $0.isEmpty || $0 == .unread }
      && (result.isEmpty || result == .unread)
  }

  /// Whether something of it cannot be taken in.
  var isRefused: Bool { notes.contains { $0.code.effect.exitStatus != .complete } }

  /// Whether another line says the same.
  func saysTheSame(as other: OutcomeLine) -> Bool {
    attempts == other.attempts && pickedUpOn == other.pickedUpOn
      && helpAcceptedOn == other.helpAcceptedOn && result == other.result
      && listDate == other.listDate && !isRefused && !other.isRefused
  }

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - cells: What stands in the columns that are read; columns that the list does not have are not among
  ///     `fields`.
  ///   - formulas: The fields of which a formula made the value.
  ///   - fields: The columns that the list has.
  ///   - place: File, sheet and line.
  init(
    _ cells: [OutcomeField: OutcomeCell], formulas: Set<OutcomeField>,
    fields: Set<OutcomeField>, at place: Location
  ) {
    self.place = place
    var reader = Reader(cells: cells, formulas: formulas, fields: fields, place: place)
    readKeys(&reader)
    for number in 1...CaseAttempt.rooms { attempts[number - 1] = reader.attempt(number) }
    pickedUpOn = reader.day(.pickedUpOn)
    helpAcceptedOn = reader.day(.helpAcceptedOn)
    result = reader.word(.result)
    hasRemark = cells[.remark] != nil
    notes += reader.notes
  }

  /// A line that cannot be read at all.
  init(refused problem: Diagnostic) {
    place = problem.location
    notes = [problem]
  }

  private mutating func readKeys(_ reader: inout Reader) {
    let written = reader.cells[.household]?.words ?? ""
    household = HouseholdID(written.lowercased()) ?? .absent
    if household.isAbsent {
      reader.note(.outcomeHouseholdUnreadable, .household, ["found": foundKind(of: written.utf8)])
    }
    // A spreadsheet program takes the zeros off a number.
    let code = reader.cells[.municipality]?.words ?? ""
    municipality = Int(code).flatMap { code.count <= 4 ? MunicipalityCode(number: $0) : nil }
    listDate = reader.cells[.referenceDate]?.day
  }
}

/// Reads the entries of a line.
private struct Reader {
  let cells: [OutcomeField: OutcomeCell]
  let formulas: Set<OutcomeField>
  let fields: Set<OutcomeField>
  let place: Location
  var notes: [Diagnostic] = []

  mutating func note(
    _ code: DiagnosticCode, _ field: OutcomeField, _ facts: [String: String] = [:]
  ) {
    var place = place
    place.column = field.title
    notes.append(Diagnostic(code, at: place, facts))
  }

  /// What stands in a column, looked at once.
  private mutating func cell(_ field: OutcomeField) -> Filled<OutcomeField> {
    guard fields.contains(field) else { return .unread }
    guard let cell = cells[field] else { return .empty }
    if case .fault = cell {
      note(.outcomeCellFault, field)
      return .unread
    }
    if formulas.contains(field) { note(.outcomeFormula, field) }
    return .value(field)
  }

  mutating func day(_ field: OutcomeField) -> Filled<CalendarDate> {
    switch cell(field) {
    case .empty: return .empty
    case .unread: return .unread
    case .value:
      if let day = cells[field]?.day { return .value(day) }
      note(.outcomeDateUnreadable, field, ["found": cells[field]?.found ?? ""])
      return .unread
    }
  }

  mutating func word<Word: RawRepresentable<String> & CaseIterable & Hashable>(
    _ field: OutcomeField
  ) -> Filled<Word> {
    switch cell(field) {
    case .empty: return .empty
    case .unread: return .unread
    case .value:
      if let word = cells[field]?.word(of: Word.self) { return .value(word) }
      note(
        .outcomeWordUnknown, field,
        [
          "expected": Word.allCases.map(\.rawValue).joined(separator: ", "),
          "found": cells[field]?.found ?? "",
        ])
      return .unread
    }
  }

  /// An attempt, whole or not at all.
  mutating func attempt(_ number: Int) -> Filled<CaseAttempt> {
    let parts: [OutcomeField] = [
      .contactedOn(number), .means(number), .dayPart(number), .reached(number),
    ]
    guard parts.allSatisfy(fields.contains) else {
      // A column was taken out: what is left of the attempt is not to be dropped silently.
      if parts.contains(where: { cells[$0] != nil }) {
        let absent = parts.filter { !fields.contains($0) }.map(\.title)
        note(
          .outcomeAttemptIncomplete, parts.first(where: { cells[$0] != nil }) ?? parts[0],
          ["expected": absent.joined(separator: ", ")])
      }
      return .unread
    }
    let day = day(.contactedOn(number))
    let means: Filled<ContactMeans> = word(.means(number))
    let dayPart: Filled<DayPart> = word(.dayPart(number))
    let reached: Filled<YesNo> = word(.reached(number))
    if day.isEmpty && means.isEmpty && dayPart.isEmpty && reached.isEmpty { return .empty }
    if day.isEmpty {
      note(
        .outcomeAttemptIncomplete, .contactedOn(number),
        ["expected": WorklistTitles.contactedOn(number)])
    }
    if means.isEmpty {
      note(.outcomeAttemptIncomplete, .means(number), ["expected": WorklistTitles.means(number)])
    }
    guard case .value(let contactedOn) = day, case .value(let soughtBy) = means,
      dayPart != .unread, reached != .unread
    else { return .unread }
    var attempt = CaseAttempt(contactedOn: contactedOn, means: soughtBy)
    if case .value(let part) = dayPart { attempt.dayPart = part }
    if case .value(let answer) = reached { attempt.reached = answer }
    return .value(attempt)
  }
}
