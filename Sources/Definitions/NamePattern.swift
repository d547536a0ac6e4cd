public import Model

/// How the files of a feed are named: literal text with `{period}` and `{received}`.
public struct NamePattern: Hashable, Sendable {
  /// The pattern as written.
  public let text: String
  /// Whether `{period}` is a month, a week, or a month that may be left out.
  public let every: DeliveryRhythm

  /// Creates a pattern from text such as `havenstad_{period}_{received}.csv.gz`.
  public init(_ text: String, every: DeliveryRhythm = .month) {
    self.text = text
    self.every = every
  }

  /// What is expected of a pattern that is none; `nil` if it can be used.
  var fault: String? {
    let parts = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
    let places = parts.map { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
    guard places.allSatisfy({ $0 == "period" || $0 == "received" }), !text.contains("/") else {
      return "a file name in which only {period} and {received} stand in braces"
    }
    guard text.hasSuffix(".csv.gz") else { return "a file name that ends in .csv.gz" }
    let periods = places.count { $0 == "period" }
    switch every {
    case .month where periods != 1: return "a file name with {period} once, the month as yyyy-MM"
    case .week where periods != 1: return "a file name with {period} once, the week as yyyy-Www"
    case .irregular where periods > 1 || places.isEmpty:
      return "a file name with {received}, and with {period} at most once"
    default: break
    }
    guard places.filter({ $0 == "received" }).count <= 1 else {
      return "a file name with {received} at most once, the day as yyyyMMdd"
    }
    return nil
  }

  /// What a file's name says about its delivery.
  public struct Reading: Hashable, Sendable {
    /// The month or week it is about, `yyyy-MM` or `yyyy-Www`; empty if the pattern has none.
    public var period: String
    /// The day it was received; `nil` if the pattern has none.
    public var received: CalendarDate?
    /// The number of a supplement, from 1; `nil` for a delivery of its own.
    ///
    /// A supplement holds rows of an earlier delivery again, which it adds to and never replaces.
    public var supplement: Int?
  }

  /// What stands before the number of a supplement, at the end of the name.
  private static let supplementMark = "_aanvulling-"
  private static let ending = ".csv.gz"

  /// Reads a file's name, which may be that of a supplement: `…_aanvulling-1.csv.gz`.
  ///
  /// - Returns: `nil` if the name does not follow the pattern.
  public func read(_ file: String) -> Reading? {
    if let reading = readWhole(file) { return reading }
    let (whole, supplement) = Self.parts(of: file)
    guard let supplement, var reading = readWhole(whole) else { return nil }
    reading.supplement = supplement
    return reading
  }

  /// The name of a supplement to a delivery.
  ///
  /// - Parameters:
  ///   - file: The delivery's name; it may be a supplement itself.
  ///   - number: From 1.
  /// - Returns: The name with the mark of a supplement before its ending.
  public static func supplement(to file: String, number: Int) -> String {
    let whole = parts(of: file).whole
    let stem = whole.hasSuffix(ending) ? String(whole.dropLast(ending.count)) : whole
    return stem + supplementMark + String(number) + ending
  }

  /// A name without the mark of a supplement, and its number.
  private static func parts(of file: String) -> (whole: String, supplement: Int?) {
    guard file.hasSuffix(ending) else { return (file, nil) }
    let stem = file.dropLast(ending.count)
    let digits = stem.reversed().prefix { ("0"..."9").contains($0) }.count
    let marked = stem.dropLast(digits)
    guard (1...6).contains(digits), marked.hasSuffix(supplementMark),
      let number = Int(stem.suffix(digits)), number > 0, String(number) == stem.suffix(digits)
    else { return (file, nil) }
    return (marked.dropLast(supplementMark.count) + ending, number)
  }

  /// Reads a name without regard to supplements.
  private func readWhole(_ file: String) -> Reading? {
    var reading = Reading(period: "", received: nil)
    var rest = Substring(file)
    var pattern = Substring(text)
    while let first = pattern.first {
      if pattern.hasPrefix("{period}") {
        pattern = pattern.dropFirst("{period}".count)
        let taken = rest.prefix(every == .week ? 8 : 7)
        guard let period = DeliveryPeriod(taken), period.isWeek == (every == .week) else {
          return nil
        }
        reading.period = String(taken)
        rest = rest.dropFirst(taken.count)
      } else if pattern.hasPrefix("{received}") {
        pattern = pattern.dropFirst("{received}".count)
        let taken = rest.prefix(8)
        let iso = "\(taken.prefix(4))-\(taken.dropFirst(4).prefix(2))-\(taken.dropFirst(6))"
        guard taken.count == 8, let date = CalendarDate(iso: iso) else { return nil }
        reading.received = date
        rest = rest.dropFirst(8)
      } else {
        guard rest.first == first else { return nil }
        pattern = pattern.dropFirst()
        rest = rest.dropFirst()
      }
    }
    return rest.isEmpty ? reading : nil
  }
}
