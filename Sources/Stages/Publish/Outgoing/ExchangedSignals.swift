internal import Model
internal import Pipeline

/// Says to Statistics Netherlands what became of the signals of a municipality.
///
/// - Source: `ddas-vroegsignalering`.
struct ExchangedSignals: Sendable {
  private let signals: ReportedSignals
  private let clients: ExchangedClients
  /// The cases, each with the signals of it that are told.
  private let cases: [ExchangeCase]
  /// The positions of the signals, those of the cases first, case by case; empty where there are no cases.
  private let order: [Int32]

  /// Puts the signals in order, cases first.
  ///
  /// - Complexity: O(*n*).
  init(_ signals: ReportedSignals) {
    self.signals = signals
    clients = ExchangedClients(signals.tables)
    let book = signals.book
    guard !book.isEmpty else {
      (cases, order) = ([], [])
      return
    }
    var positions: [SignalID: Int32] = [:]
    var others: [Int32] = []
    for position in 0..<signals.count {
      let id = signals.id(signals[position])
      if book.number(of: id) != nil {
        positions[id] = Int32(position)
      } else {
        others.append(Int32(position))
      }
    }
    var grouped: [Int32] = []
    var told: [ExchangeCase] = []
    for entry in book.entries {
      let own = entry.signals.filter { positions[$0] != nil }
      // Nothing is known any more of a case whose signals are gone.
      guard !own.isEmpty else { continue }
      let places = own.compactMap { positions[$0] }
      grouped += places
      told.append(
        Self.exchangeCase(
          entry, own, days: places.map { signals.receivedAt(signals[Int($0)]) }, signals))
    }
    (cases, order) = (told, grouped + others)
  }

  /// What is told, and who tells it.
  func exchange(
    of municipality: MunicipalityCode, by supplier: ExchangeSupplier, referenceDate: CalendarDate,
    mostSignals: Int = NationalExchange.mostSignals
  ) -> NationalExchange {
    var first = referenceDate
    for position in 0..<signals.count {
      first = min(first, signals.receivedAt(signals[position]))
    }
    return NationalExchange(
      municipality: municipality, supplier: supplier, startsOn: first, endsOn: referenceDate,
      cases: cases, count: signals.count, mostSignals: mostSignals
    ) { position in
      signal(signals[order.isEmpty ? position : Int(order[position])])
    }
  }

  private static func exchangeCase(
    _ entry: CaseBook.Entry, _ own: [SignalID], days: [CalendarDate], _ signals: ReportedSignals
  ) -> ExchangeCase {
    let (cases, attempts) = (signals.book.cases, signals.tables.contactAttempts)
    let matchedOn = cases.matchedOn[entry.row]
    let (year, month, _) = (days.min() ?? matchedOn).civil
    return ExchangeCase(
      result: cases.result[entry.row], matchedOn: matchedOn,
      periodStart: CalendarDate(year: year, month: month, day: 1) ?? matchedOn,
      periodEnd: max(matchedOn, days.max() ?? matchedOn),
      pickedUpOn: cases.pickedUpOn[entry.row], signals: own,
      attempts: entry.attempts.map { row in
        ExchangeAttempt(
          means: attempts.means[row], reached: attempts.reached[row].map { $0 == .yes },
          day: attempts.contactedOn[row], dayPart: attempts.dayPart[row])
      })
  }

  private func signal(_ place: ReportedSignals.Place) -> ExchangeSignal {
    let status = signals.status(place)
    let told = status.isNational ? status : nil
    switch place {
    case .received(let row):
      let table = signals.tables.received
      return ExchangeSignal(
        id: signals.id(place), isCrisis: table.crisis[row] || table.kind[row].isThreat,
        isWarmHandover: table.warmHandover[row], euros: Self.euros(table.amountCents[row]),
        arisenOn: table.arisenOn[row], signalledOn: table.signalledOn[row], status: told,
        partnerType: table.partnerType[row], client: clients.client(ofReceived: row))
    case .setAside(let row):
      let table = signals.tables.setAside
      return ExchangeSignal(
        id: signals.id(place), isCrisis: table.kind[row].isThreat,
        isWarmHandover: table.warmHandover[row], euros: Self.euros(table.amountCents[row]),
        arisenOn: table.arisenOn[row], signalledOn: table.signalledOn[row], status: told,
        partnerType: table.partnerType[row], client: ExchangeClient())
    case .earlier(let row):
      let table = signals.tables.history
      // What the partner marked as a crisis is not remembered; a kind that is one tells it.
      return ExchangeSignal(
        id: signals.id(place), isCrisis: table.kind[row].isThreat ? true : nil,
        isWarmHandover: nil, euros: Self.euros(table.amountCents[row]), arisenOn: nil,
        signalledOn: table.signalledOn[row], status: told, partnerType: table.partnerType[row],
        client: clients.client(ofEarlier: row))
    }
  }

  /// Whole euros, fifty cents up.
  static func euros(_ cents: Int64) -> Int64 { (cents + 50) / 100 }
}
