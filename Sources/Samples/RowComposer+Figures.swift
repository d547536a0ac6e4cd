import Model

// How partners write amounts, dates and numbers of their own.
extension RowComposer {
  /// An amount that cannot be read, if the row has that flaw.
  ///
  /// - Returns: Whether the cell is done.
  func writeFlawedAmount() -> Bool {
    switch report.flaw {
    case .amountWord:
      output.append("n.v.t.")
      return true
    case .amountMissing: return true
    case .none, .dateImpossible, .cellMissing, .cellTooMany: return false
    }
  }

  /// Writes an amount as `1.234,56`.
  mutating func writeAmountDutch() {
    let isPlain = style.chance(60)
    let cents = report.cents
    if cents < 0 { output.append("-") }
    let euros = abs(cents) / 100
    if euros >= 1000, !isPlain {
      output.append(decimal: euros / 1000)
      output.append(".")
      output.append(decimal: euros % 1000, width: 3)
    } else {
      output.append(decimal: euros)
    }
    output.append(",")
    output.append(decimal: abs(cents) % 100, width: 2)
  }

  /// Writes an amount as `1234.56`.
  func writeAmountPoint() {
    let cents = report.cents
    if cents < 0 { output.append("-") }
    output.append(decimal: abs(cents) / 100)
    output.append(".")
    output.append(decimal: abs(cents) % 100, width: 2)
  }

  /// Writes a date as `dd-MM-yyyy`.
  func writeDutch(_ date: CalendarDate) {
    let (year, month, day) = date.civil
    output.append(decimal: day, width: 2)
    output.append("-")
    output.append(decimal: month, width: 2)
    output.append("-")
    output.append(decimal: year, width: 4)
  }

  /// Writes a date as `yyyyMMdd`.
  func writeCompact(_ date: CalendarDate) {
    let (year, month, day) = date.civil
    output.append(decimal: year * 10_000 + month * 100 + day, width: 8)
  }

  /// The birth date as a partner holds it: whole, the year alone, a placeholder, or absent.
  mutating func birth() -> (year: Int, month: Int, day: Int, isAbsent: Bool) {
    let manner = style.below(1000)
    let birth = person.birth
    if person.organisation >= 0 || manner < Rate.noBirthDate { return (0, 0, 0, true) }
    if manner < Rate.noBirthDate + Rate.placeholder { return (1900, 1, 1, false) }
    let isYearOnly = manner < Rate.noBirthDate + Rate.placeholder + Rate.yearOnly
    let held = (birth.year, isYearOnly ? 0 : birth.month, isYearOnly ? 0 : birth.day, false)
    return holding.birthError ? mistyped(held) : held
  }

  /// The partner's reference: never nine digits.
  func writeReference(_ prefix: StaticString) {
    output.append(prefix)
    output.append(decimal: report.reference, width: 10)
  }

  /// The chamber-of-commerce number, invented: `900xxxxx`.
  func writeTradeRegisterNumber() {
    guard person.organisation >= 0 || person.trade >= 0 else { return }
    output.append("900")
    output.append(decimal: report.reference % 100_000, width: 5)
  }

  /// The number of months or terms that the arrears last.
  func writeTerms() { output.append(decimal: max(1, report.daysInArrears / 30)) }
}
