/// How old arrears must and may be when signalled.
///
/// Months are counted on the calendar from the day the arrears arose; a term that was missed says
/// nothing about either.
public struct ArrearsWindow: Hashable, Sendable {
  /// The least age in days.
  public var fromDays: Int
  /// The least age in whole months; the greater of the two counts.
  public var fromMonths: Int
  /// The greatest age in days; `nil` means no maximum.
  public var toDays: Int?

  /// Creates a window.
  public init(fromDays: Int, fromMonths: Int = 0, toDays: Int?) {
    self.fromDays = fromDays
    self.fromMonths = fromMonths
    self.toDays = toDays
  }
}

/// The widest window that was agreed for a type of partner.
///
/// - Source: `lcv`, `ddas-vroegsignalering`.
public struct AgreedWindow: Hashable, Sendable {
  public var window: ArrearsWindow
  /// Key in docs/sources.yml.
  public var source: String

  /// Creates an agreed window.
  public init(window: ArrearsWindow, source: String) {
    self.window = window
    self.source = source
  }

  /// Whether a municipality's window lets in nothing that this one keeps out.
  ///
  /// A month is taken for 28 days where days are set against months: its least length.
  public func holds(_ other: ArrearsWindow) -> Bool {
    let leastDays = max(other.fromDays, other.fromMonths * 28)
    let isOldEnough =
      leastDays >= window.fromDays
      && (other.fromMonths >= window.fromMonths || other.fromDays >= window.fromMonths * 31)
    guard let most = window.toDays else { return isOldEnough }
    return isOldEnough && other.toDays.map { $0 <= most } ?? false
  }

  /// The window in words, for a message.
  public var words: String {
    var words: [String] = []
    if window.fromDays > 0 { words.append("from \(window.fromDays) days") }
    if window.fromMonths > 0 { words.append("from \(window.fromMonths) months") }
    if let most = window.toDays { words.append("to \(most) days") }
    return words.joined(separator: " ")
  }
}
