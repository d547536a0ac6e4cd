internal import Model
internal import Pipeline

/// The rows of deliveries that are no signal: copies, and what `receive` may not or cannot use.
struct UnusedRows {
  let population: Population
  let reasons: PublishedTable?

  /// Counts the rows.
  ///
  /// What is below a threshold or outside a window is a signal, and is counted there.
  ///
  /// - Complexity: O(*n*).
  init(_ tables: MunicipalityTables, on referenceDate: CalendarDate) {
    var receipts: [DeliveryName: CalendarDate] = [:]
    let log = tables.deliveryLog
    for row in 0..<log.count {
      let name = DeliveryName(
        feed: FeedID(log.arena[log.feed[row]].string), file: log.arena[log.delivery[row]].string)
      receipts[name] = log.receivedAt[row]
    }
    var months: [Int32] = []
    var weights: [UInt32] = []
    var fates: [Fate] = []
    func add(_ rows: UInt32, _ fate: Fate, _ date: CalendarDate) {
      months.append(Int32(Periods.month(of: date)))
      weights.append(rows)
      fates.append(fate)
    }
    for row in 0..<tables.received.count
    where tables.distinct.disposition[row] == .technicalDuplicate {
      add(1, .technicalDuplicate, tables.received.receivedAt[row])
    }
    let intake = tables.intakeCounts
    for row in 0..<intake.count
    where intake.fate[row] != .belowThreshold && intake.fate[row] != .outsideWindow {
      let name = DeliveryName(
        feed: FeedID(intake.arena[intake.feed[row]].string),
        file: intake.arena[intake.delivery[row]].string)
      add(intake.rows[row], intake.fate[row], receipts[name] ?? referenceDate)
    }
    population = Population(months: months, weights: weights)
    reasons = population.table(Fate.allCases.map(Self.dutch)) { position in
      Fate.allCases.firstIndex(of: fates[position]) ?? 0
    }
  }

  /// What a group of the reasons is called in the ledger.
  static func fate(of group: String) -> Fate? { Fate.allCases.first { dutch($0) == group } }

  /// Why a row was not used, in Dutch.
  private static func dutch(_ fate: Fate) -> String {
    switch fate {
    case .listed: "Op de werklijst"
    case .technicalDuplicate: "Kopie van een andere regel"
    case .repeated: "Herhaalde melding"
    case .superseded: "Vervangen door een correctie van de partner"
    case .joinedCase: "Bij een melding die al openstond"
    case .belowThreshold: "Onder het drempelbedrag"
    case .outsideWindow: "Te vroeg of te laat gemeld"
    case .noArrears: "Geen achterstand meer"
    case .refused: "De inwoner heeft bezwaar"
    case .legalPerson: "Een bedrijf, geen inwoner"
    case .unlawful: "Mag niet worden verwerkt"
    case .outsideMunicipality: "Adres in een andere gemeente"
    case .movedAway: "Verhuisd naar een andere gemeente"
    case .deceased: "Overleden"
    case .malformed: "Niet te lezen"
    }
  }
}
