internal import Definitions
internal import Model

/// Whether arrears are in a municipality's window of age when signalled.
///
/// Both ends belong to the window. A row that does not tell an age is in it: a number of missed terms
/// is not an age.
///
/// - Source: `lcv`.
struct WindowTest: Sendable {
  private let window: ArrearsWindow
  private let underDays: String
  private let underMonths: String
  private let over: String

  init(_ window: ArrearsWindow) {
    self.window = window
    underDays = "under \(window.fromDays) days"
    underMonths = "under \(window.fromMonths) months"
    over = "over \(window.toDays ?? 0) days"
  }

  /// Why the arrears of a row are not in the window, or `nil` when they are.
  @inline(__always)
  func reason(days told: Int32?, arisenOn: CalendarDate?, signalledOn: CalendarDate) -> String? {
    let days: Int
    if let told {
      days = Int(told)
    } else if let arisenOn {
      days = arisenOn.days(until: signalledOn)
    } else {
      return nil
    }
    if days < window.fromDays { return underDays }
    if window.fromMonths > 0 {
      let arisen = signalledOn.adding(days: -days)
      if arisen.adding(months: window.fromMonths) > signalledOn { return underMonths }
    }
    if let most = window.toDays, days > most { return over }
    return nil
  }
}
