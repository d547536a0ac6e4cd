import Model

// Waterdruppel Drinkwater: `|`, Windows-1252, CRLF; the name as on an envelope, street and number
// in one column.
extension RowComposer {
  static let waterdruppelHeader: StaticString = """
    KLANT|NAAM|ADRES|POSTCODE|WOONPLAATS|TELEFOON|SALDO|SINDS|VERZONDEN|MELDING|EINDE LEVERING|\
    GEEN TOESTEMMING
    """

  mutating func writeWaterdruppel() {
    writeReference("W")
    next()
    writeNameInOne()
    next()
    writeStreet()
    output.append(" ")
    writeNumberWithAddition()
    next()
    writePostcode(spaced: true)
    next()
    writePlace()
    next()
    writePhone()
    next()
    if !writeFlawedAmount() { writeAmountPoint() }
    next()
    output.append(report.arisenOn)
    next()
    if report.flaw == .dateImpossible {
      output.append("2026-04-31")
    } else {
      output.append(report.signalledOn)
    }
    next()
    switch report.kind {
    case .update: output.append("UPDATE")
    case .endOfSupply: output.append("AFSLUITING")
    default: output.append("ACHTERSTAND")
    }
    next()
    if let threatOn = report.threatOn { output.append(threatOn) }
    next()
    if report.objects { output.append("X") }
  }
}
