internal import Definitions
internal import Diagnostics
internal import Model
internal import Pipeline

/// The households of a list, each made from the tables when it is asked for.
final class HouseholdLines: Sendable {
  private let tables: MunicipalityTables
  private let rows: HouseholdRows
  /// The household of each line, as a position in ``rows``.
  private let household: [UInt32]
  private let partners: PartnerNames
  private let cases: HouseholdCases
  private let referenceDate: CalendarDate
  private let routes: [String: String]
  private let teams: [String: String]
  private let focusAreas: [String: String]

  /// Prepares the lines.
  ///
  /// - Parameters:
  ///   - tables: All tables of the municipality.
  ///   - context: The day the run is about, and the names of partners, routes and teams.
  /// - Throws: `stageFilesDisagree` when lines and kept signals are not of the same households.
  /// - Complexity: O(*n*).
  init(
    _ tables: MunicipalityTables, _ context: StageContext
  ) throws(Diagnostic) {
    self.tables = tables
    referenceDate = context.referenceDate
    partners = PartnerNames(context.feeds)
    func names(_ pairs: [(String, String)]) -> [String: String] {
      Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
    routes = names(context.rules.routes.map { ($0.code, $0.name) })
    teams = names(context.municipality.teams.map { ($0.id, $0.name) })
    focusAreas = names(context.municipality.focusAreas.map { ($0.id, $0.name) })
    cases = HouseholdCases(tables.cases, tables.contactAttempts)
    rows = HouseholdRows(tables.matched, tables.distinct)
    var position: [HouseholdID: UInt32] = [:]
    position.reserveCapacity(rows.count)
    for (index, id) in rows.ids.enumerated() { position[id] = UInt32(index) }
    household = tables.prioritised.householdID.compactMap { position.removeValue(forKey: $0) }
    guard household.count == tables.prioritised.count, position.isEmpty else {
      throw Diagnostic(
        .stageFilesDisagree, ["first": Matched.fileName, "second": Prioritised.fileName])
    }
  }

  /// Of how many lines the case has ended.
  var closedCount: Int {
    (0..<household.count).count { line in
      let kept = rows[Int(household[line])].map(Int.init)
        .filter { tables.distinct.stands($0, tables.matched) }
      return work(line, kept).standing == .closed
    }
  }

  /// How far the work on a line is, and what was filled in.
  private func work(_ line: Int, _ kept: [Int]) -> (standing: CaseStanding, entries: CaseEntries) {
    let ids = tables.received.keys.signalID
    return cases.work(
      ofLineOf: tables.prioritised.householdID[line], signals: kept.map { ids[$0] })
  }

  /// The household of a line from 0.
  subscript(line: Int) -> WorklistHousehold {
    let table = tables.prioritised
    func words(_ cell: TextCell) -> [String] {
      table.arena[cell].split(at: UInt8(ascii: "|")).map(\.string)
    }
    let all = rows[Int(household[line])].map(Int.init)
    let kept = all.filter { tables.distinct.stands($0, tables.matched) }.sorted(by: comesBefore)
    var made = WorklistHousehold(
      id: table.householdID[line], rank: Int(table.rank[line]),
      priorityClass: table.priorityClass[line], deadline: table.deadline[line],
      firstAttemptBy: table.firstAttemptBy[line], receivedAt: table.receivedAt[line])
    made.means = words(table.means[line]).compactMap(ContactMeans.init(rawValue:))
    made.partnerTypes = words(table.partnerTypes[line]).compactMap(PartnerType.init(rawValue:))
    made.total = Money(cents: table.totalCents[line])
    made.matchKinds = words(table.matchKind[line]).map(MatchWords.sentence)
    made.reasons = words(table.reasons[line]).map(Self.reason)
    made.signals = kept.map(signal)
    (made.standing, made.entries) = work(line, kept)
    let register = RegisterDoubt(kept, of: all, tables)
    addPersons(kept, register, to: &made)
    made.doubts += HouseholdCases.sentences(made.entries)
    addAddress(kept, register, to: &made)
    addWork(line, to: &made)
    if made.means.contains(.letter) { made.letters = Letters.letters(kept, tables) }
    return made
  }

  /// Adds routes, areas and plan.
  private func addWork(_ line: Int, to made: inout WorklistHousehold) {
    let table = tables.prioritised
    made.routes = table.arena[table.routes[line]].split(at: UInt8(ascii: "|")).map {
      let reason = Self.reason($0.string)
      return WorklistReason(code: routes[reason.code] ?? reason.code, sentence: reason.sentence)
    }
    made.team = teams[table.arena[table.team[line]].string] ?? ""
    made.focusArea = focusAreas[table.arena[table.focusArea[line]].string] ?? ""
    made.plannedOn = table.plannedOn[line]
    made.plannedMeans = table.plannedMeans[line]
    made.planFits = table.planFits[line]
  }

  /// The order of signals: threats first, then by receipt, then by id.
  private func comesBefore(_ left: Int, _ right: Int) -> Bool {
    func place(_ row: Int) -> (Int, Int32, SignalID, Int) {
      let threat = HouseholdSource.isThreat(tables.received, row)
      return (
        threat ? 0 : 1, tables.received.receivedAt[row].days, tables.received.keys.signalID[row],
        row
      )
    }
    return place(left) < place(right)
  }

  private func signal(_ row: Int) -> WorklistSignal {
    let received = tables.received
    return WorklistSignal(
      person: DutchAddress.name(tables.normalised, row),
      partner: partners[received.arena[received.partner[row]].string],
      partnerType: received.partnerType[row], kind: received.kind[row],
      isThreat: HouseholdSource.isThreat(received, row),
      amount: Money(cents: received.amountCents[row]), arisenOn: received.arisenOn[row],
      signalledOn: received.signalledOn[row], receivedAt: received.receivedAt[row],
      threatOn: received.threatOn[row],
      reference: received.arena[received.partnerReference[row]].string,
      grade: tables.matched.grade[row])
  }

  /// Adds each person once, under the name and birth date that tell most.
  private func addPersons(
    _ kept: [Int], _ register: RegisterDoubt, to made: inout WorklistHousehold
  ) {
    var byID: [(id: PersonID, person: WorklistPerson)] = []
    var quality: Quality = []
    for row in kept {
      quality.formUnion(tables.normalised.quality[row])
      quality.formUnion(tables.received.quality[row])
      let id = tables.matched.personID[row]
      let person = WorklistPerson(
        name: DutchAddress.name(tables.normalised, row),
        birthDate: tables.normalised.birthDate[row])
      guard let known = byID.firstIndex(where: { $0.id == id }) else {
        byID.append((id, person))
        continue
      }
      byID[known].person = Self.fuller(byID[known].person, person)
    }
    byID.sort { ($0.person.name, $0.id) < ($1.person.name, $1.id) }
    made.persons = byID.map(\.person)
    made.doubts = DoubtWords.sentences(
      quality: quality, grades: Set(kept.map { tables.matched.grade[$0] }), persons: byID.count,
      threatHasPassed: kept.contains { row in
        tables.received.threatOn[row].map { $0 < referenceDate } ?? false
      }, register: register)
  }

  private static func fuller(_ left: WorklistPerson, _ right: WorklistPerson) -> WorklistPerson {
    func length(_ date: PartialDate) -> Int { date.dutch.count }
    let longer = right.name.count > left.name.count
    let same = right.name.count == left.name.count
    let name = longer || (same && right.name < left.name) ? right.name : left.name
    let later = length(right.birthDate) > length(left.birthDate)
    return WorklistPerson(name: name, birthDate: later ? right.birthDate : left.birthDate)
  }

  /// Adds the address of the register where it has a newer one, else that of the signal that was received
  /// last, and every phone and e-mail address; in place of a secret address only that it is one.
  private func addAddress(
    _ kept: [Int], _ register: RegisterDoubt, to made: inout WorklistHousehold
  ) {
    let normalised = tables.normalised
    let latest = kept.max { left, right in
      func place(_ row: Int) -> (Bool, Int32, SignalID) {
        (
          !normalised.street[row].isEmpty, tables.received.receivedAt[row].days,
          tables.received.keys.signalID[row]
        )
      }
      let (first, second) = (place(left), place(right))
      if first.0 != second.0 { return second.0 }
      return (first.1, first.2) < (second.1, second.2)
    }
    if register.flags.contains(.secret) {
      made.address = RegisterDoubt.secretAddress
    } else if let line = register.newAddress {
      made.address = DutchAddress.line(tables.linked, line)
      made.postcode = DutchAddress.postcode(tables.linked.postcode[line])
      made.city = tables.linked.arena[tables.linked.city[line]].string
    } else if let latest {
      made.address = DutchAddress.line(normalised, latest)
      made.postcode = DutchAddress.postcode(normalised.postcode[latest])
      made.city = normalised.arena[normalised.city[latest]].string
    }
    func distinct(_ columns: [TextCell]...) -> [String] {
      let texts = columns.flatMap { cells in kept.map { normalised.arena[cells[$0]].string } }
      return Set(texts).filter { !$0.isEmpty }.sorted()
    }
    made.phones = distinct(normalised.phone, normalised.secondPhone).map(DutchPhone.national)
    made.emails = distinct(normalised.email)
  }

  private static func reason(_ text: String) -> WorklistReason {
    let bytes = text.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
      return WorklistReason(code: "", sentence: text)
    }
    let rest = bytes[bytes.index(after: colon)...].drop { $0 == UInt8(ascii: " ") }
    return WorklistReason(code: String(text[..<colon]), sentence: String(text[rest.startIndex...]))
  }
}
