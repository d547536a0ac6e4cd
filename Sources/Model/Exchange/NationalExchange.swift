/// What a municipality tells Statistics Netherlands after one run, parted into messages.
///
/// The signals of cases come first, case by case, so that every message holds whole cases and the signals that
/// they name. Signals are made one at a time: any number of them takes no more memory than their tables.
///
/// - Source: `ddas-vroegsignalering`.
public struct NationalExchange: Sendable {
  /// The most signals that a message may hold.
  ///
  /// - Source: `ddas-vroegsignalering`.
  public static let mostSignals = 50_000

  public let municipality: MunicipalityCode
  public let supplier: ExchangeSupplier
  /// The first day that it is about.
  public let startsOn: CalendarDate
  /// The last day that it is about: the reference date, at whose beginning it is said to be sent.
  public let endsOn: CalendarDate
  /// In the order of their ids.
  public let cases: [ExchangeCase]
  /// The number of signals.
  public let count: Int
  /// The messages in order; at least one.
  public let pages: [ExchangePage]

  private let signal: @Sendable (Int) -> ExchangeSignal

  /// Creates an exchange.
  ///
  /// - Parameters:
  ///   - municipality: Whose signals.
  ///   - supplier: Who supplies them.
  ///   - startsOn: The first day that it is about.
  ///   - endsOn: The reference date.
  ///   - cases: The cases; the signals that they name are the first ones, in their order.
  ///   - count: The number of signals.
  ///   - mostSignals: The most signals that a message may hold, at least 1.
  ///   - signal: Makes the signal of a position from 0.
  public init(
    municipality: MunicipalityCode, supplier: ExchangeSupplier, startsOn: CalendarDate,
    endsOn: CalendarDate, cases: [ExchangeCase], count: Int,
    mostSignals: Int = NationalExchange.mostSignals,
    signal: @escaping @Sendable (Int) -> ExchangeSignal
  ) {
    self.municipality = municipality
    self.supplier = supplier
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.cases = cases
    self.count = count
    self.signal = signal
    pages = ExchangePage.pages(cases.map(\.signals.count), count: count, most: max(1, mostSignals))
  }

  /// The signal at a position from 0.
  public subscript(position: Int) -> ExchangeSignal { signal(position) }
}

/// One message: which signals and cases of an exchange it holds.
public struct ExchangePage: Hashable, Sendable {
  public let signals: Range<Int>
  public let cases: Range<Int>

  /// Parts signals and cases into messages; a case is never cut.
  ///
  /// - Parameters:
  ///   - sizes: How many signals each case has; they are the first signals, in this order.
  ///   - count: The number of all signals.
  ///   - most: The most signals of a message. A case that has more gets a message of its own.
  /// - Returns: The messages in order; one without signals when there are none.
  static func pages(_ sizes: [Int], count: Int, most: Int) -> [ExchangePage] {
    var pages: [ExchangePage] = []
    var (signals, cases) = (0..<0, 0..<0)
    func close() {
      pages.append(ExchangePage(signals: signals, cases: cases))
      signals = signals.upperBound..<signals.upperBound
      cases = cases.upperBound..<cases.upperBound
    }
    for size in sizes {
      if !signals.isEmpty, signals.count + size > most { close() }
      signals = signals.lowerBound..<signals.upperBound + size
      cases = cases.lowerBound..<cases.upperBound + 1
    }
    while signals.upperBound < count {
      if signals.count >= most { close() }
      let end = min(count, signals.lowerBound + most)
      signals = signals.lowerBound..<end
    }
    close()
    return pages
  }
}
