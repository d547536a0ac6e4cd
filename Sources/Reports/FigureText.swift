internal import Model

/// A value as a Dutch reader sees it.
struct FigureText {
  /// In digits, with a decimal comma; `nil` when there is none to see.
  let number: String?
  /// Why there is none, in a word; empty when there is.
  let remark: String
  /// The number with its unit, or the remark.
  let text: String

  /// Words a value.
  init(_ value: IndicatorValue, unit: IndicatorUnit) {
    switch value {
    case .count(let count):
      number = count.rounded.map(String.init)
      remark = count.isHidden ? "verborgen" : ""
      text = count.rounded.map(Self.grouped) ?? "verborgen"
    case .tooSmall:
      number = nil
      remark = "te weinig"
      text = "te weinig"
    case .figure(let figure):
      let digits = Self.digits(figure.tenths, unit)
      number = digits
      remark = ""
      text = Self.withUnit(
        figure.tenths % 10 == 0 && !Self.hasDecimal(unit)
          ? Self.grouped(figure.tenths / 10) : digits,
        unit)
    }
  }

  private static func hasDecimal(_ unit: IndicatorUnit) -> Bool {
    switch unit {
    case .perThousand, .ratio, .workingDays: true
    case .count, .percent, .days, .euros: false
    }
  }

  private static func digits(_ tenths: Int, _ unit: IndicatorUnit) -> String {
    hasDecimal(unit) ? "\(tenths / 10),\(tenths % 10)" : String(tenths / 10)
  }

  private static func withUnit(_ digits: String, _ unit: IndicatorUnit) -> String {
    switch unit {
    case .percent: digits + "%"
    case .euros: "€ " + digits
    case .days: digits + " dagen"
    case .workingDays: digits + " werkdagen"
    case .count, .perThousand, .ratio: digits
    }
  }

  /// Digits in threes: `12.345`.
  static func grouped(_ number: Int) -> String {
    let digits = String(number)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text.append(".") }
      text.append(digit)
    }
    return text
  }
}
