internal import Model

/// In which calendar months signals were received at each address of a municipality.
///
/// A month is the month of receipt. Sixty-four months are kept, of which the last three lie after the
/// month of the reference date; receipts outside them never match.
struct AddressMonths {
  private let firstMonth: Int
  private var index: [AddressKey: UInt32] = [:]
  /// Months in which the address has a kept signal.
  private var once: [UInt64] = []
  /// Months in which the address has two kept signals or more.
  private var twice: [UInt64] = []
  /// Months in which anything was reported about the address, however it was disposed of.
  private var reported: [UInt64] = []

  /// Collects the months.
  ///
  /// A technical duplicate is no report of its own. A superseded or repeated signal is no second
  /// signal in its month, but it is an earlier one for the months after, exactly as it would be when
  /// it had come in an earlier run.
  ///
  /// - Complexity: O(*n*) in the number of signals.
  init(_ tables: AddressMonthsInput, referenceDate: CalendarDate) {
    firstMonth = Self.month(of: referenceDate) - 60
    index.reserveCapacity(tables.addressKey.count)
    for row in 0..<tables.addressKey.count where !tables.addressKey[row].isAbsent {
      let disposition = tables.disposition[row]
      guard disposition != .technicalDuplicate else { continue }
      let address = position(of: tables.addressKey[row])
      let bit = bit(of: tables.receivedAt[row])
      reported[address] |= bit
      if disposition == .kept {
        twice[address] |= once[address] & bit
        once[address] |= bit
      }
    }
    let history = tables.history
    for row in 0..<history.count where history.counts(row) && !history.replaced[row] {
      guard let address = index[history.addressKey[row]] else { continue }
      reported[Int(address)] |= bit(of: history.receivedAt[row])
    }
  }

  /// The definitions on the address that hold for a signal, and in how many of the six months before it anything
  /// was reported about the address.
  func matches(
    of address: AddressKey, receivedAt: CalendarDate
  ) -> (kinds: MatchKind, monthsBefore: Int) {
    guard !address.isAbsent, let index = index[address] else { return ([], 0) }
    let bit = bit(of: receivedAt)
    guard bit != 0 else { return ([], 0) }
    var kinds: MatchKind = []
    if twice[Int(index)] & bit != 0 { kinds.insert(.multipleAtAddress) }
    let months = UInt64(bit.trailingZeroBitCount)
    let sixBefore = months >= 6 ? (bit - 1) & ~((1 << (months - 6)) - 1) : bit - 1
    let monthsBefore = (reported[Int(index)] & sixBefore).nonzeroBitCount
    if monthsBefore > 0 { kinds.insert(.consecutiveAtAddress) }
    return (kinds, monthsBefore)
  }

  private mutating func position(of address: AddressKey) -> Int {
    if let known = index[address] { return Int(known) }
    let next = once.count
    index[address] = UInt32(next)
    once.append(0)
    twice.append(0)
    reported.append(0)
    return next
  }

  private func bit(of date: CalendarDate) -> UInt64 {
    let position = Self.month(of: date) - firstMonth
    return (0..<64).contains(position) ? 1 << UInt64(position) : 0
  }

  private static func month(of date: CalendarDate) -> Int {
    let civil = date.civil
    return civil.year * 12 + civil.month - 1
  }
}

/// The columns that ``AddressMonths`` looks at.
struct AddressMonthsInput {
  let addressKey: [AddressKey]
  let receivedAt: [CalendarDate]
  let disposition: [Disposition]
  let history: History
}
