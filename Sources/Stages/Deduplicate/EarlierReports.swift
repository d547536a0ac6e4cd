internal import Model

/// What earlier runs knew of one claim.
struct EarlierReports {
  let history: History
  /// Rows of history.
  let rows: [Int]
  let windowMonths: Int

  /// What a report of this run is beside them.
  enum Standing: Equatable {
    /// Nothing was known within the window.
    case new
    /// It goes on with a claim that nobody acted on yet.
    case joins(Int)
    /// It says again, word for word, what was acted on.
    case copy(Int)
    /// It is on a claim that was acted on, and reports no more.
    case `repeat`(Int)
    /// It is on a claim that was acted on, and reports more, or something else.
    case again(Int)
  }

  /// Holds a report against them.
  ///
  /// The latest of them decides, by the day it was sent, whether that is before or after the report:
  /// deliveries can come in another order than they were made.
  ///
  /// - Source: `ddas-vroegsignalering`.
  func standing(of row: Int, _ received: Received, _ address: AddressKey) -> Standing {
    let candidates = candidates(row, received, address)
    guard let latest = candidates.max(by: comesBefore) else { return .new }
    let acted = history.pickedUp[latest]
    if let copy = candidates.first(where: {
      isCopy(row, of: $0, received) && (acted || history.pickedUp[$0])
    }) {
      return .copy(copy)
    }
    guard acted else { return .joins(latest) }
    // A late signal is a step that an early one was not.
    let isNewKind = received.kind[row] == .lateSignal && history.kind[latest] != .lateSignal
    let isMore = received.amountCents[row] > history.amountCents[latest]
    return isMore || isNewKind ? .again(latest) : .repeat(latest)
  }

  /// Those within the window; of several people, those at the address of the report.
  private func candidates(_ row: Int, _ received: Received, _ address: AddressKey) -> [Int] {
    let sent = received.signalledOn[row]
    let within = rows.filter { earlier in
      let before = history.signalledOn[earlier]
      return max(sent, before) <= min(sent, before).adding(months: windowMonths)
    }
    guard let first = within.first,
      within.contains(where: { history.personID[$0] != history.personID[first] })
    else { return within }
    return within.filter { !address.isAbsent && history.addressKey[$0] == address }
  }

  private func isCopy(_ row: Int, of earlier: Int, _ received: Received) -> Bool {
    received.kind[row] == history.kind[earlier]
      && received.signalledOn[row] == history.signalledOn[earlier]
      && received.amountCents[row] == history.amountCents[earlier]
  }

  private func comesBefore(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (history.signalledOn[left], history.signalledOn[right])
    if first != second { return first < second }
    let (less, more) = (history.amountCents[left], history.amountCents[right])
    if less != more { return less < more }
    // Of the same report twice, the one that was acted on tells.
    if history.pickedUp[left] != history.pickedUp[right] { return history.pickedUp[right] }
    return history.signalID[left] < history.signalID[right]
  }
}
