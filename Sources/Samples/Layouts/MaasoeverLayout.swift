import Model

// Maasoever Wonen: `,`, UTF-8 with a byte-order mark, LF; one column for the name, one for the
// address, one for postcode and place.
extension RowComposer {
  static let maasoeverHeader: StaticString = """
    Contract,Huurder,Adres,Postcode en plaats,Telefoonnummer,Saldo,Termijnen,Achterstand vanaf,\
    Meldingsdatum,Type,Ontruiming op,Bezwaar tegen melding
    """

  mutating func writeMaasoever() {
    writeReference("MO-")
    next()
    writeNameTurned()
    next()
    writeStreet()
    output.append(" ")
    writeNumberWithAddition()
    next()
    writePostcode(spaced: true)
    output.append(style.chance(Rate.blankPostcode) ? "  " : " ")
    writePlace()
    next()
    writePhone()
    next()
    if !writeFlawedAmount() {
      output.append("\"€ ")
      writeAmountDutch()
      output.append("\"")
    }
    next()
    writeTerms()
    next()
    output.append(report.arisenOn)
    next()
    if report.flaw == .dateImpossible {
      output.append("2026-02-30")
    } else {
      output.append(report.signalledOn)
    }
    next()
    switch report.kind {
    case .update: output.append("U")
    case .eviction: output.append("O")
    default: output.append("V")
    }
    next()
    if let threatOn = report.threatOn { output.append(threatOn) }
    next()
    let manner = style.below(10)
    output.append(report.objects ? "J" : manner < 7 ? "N" : "")
  }
}
