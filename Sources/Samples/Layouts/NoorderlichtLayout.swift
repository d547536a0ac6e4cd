import Model

// Noorderlicht Energie: `;`, UTF-8, LF; whole cents, compact dates, the prefix within the surname.
extension RowComposer {
  static let noorderlichtHeader: StaticString = """
    klantnummer;voorletters;achternaam;kvk;straat;huisnr;toevoeging;postcode;plaats;mobiel;email;\
    bedrag_centen;oudste_factuur;dagen_open;signaaldatum;soort;einddatum_levering;bezwaar
    """

  mutating func writeNoorderlicht() {
    writeReference("")
    next()
    writeNameInTwo()
    next()
    writeTradeRegisterNumber()
    next()
    writeStreet()
    next()
    writeNumberInTwo()
    next()
    writePostcode(spaced: false)
    next()
    writePlace()
    next()
    writePhone()
    next()
    writeEmail()
    next()
    if !writeFlawedAmount() { output.append(decimal: report.cents) }
    next()
    writeCompact(report.arisenOn)
    next()
    output.append(decimal: report.daysInArrears)
    next()
    if report.flaw == .dateImpossible {
      output.append("20261340")
    } else {
      writeCompact(report.signalledOn)
    }
    next()
    switch report.kind {
    case .update: output.append("GS")
    case .endOfSupply: output.append("EL")
    default: output.append("VS")
    }
    next()
    if let threatOn = report.threatOn { writeCompact(threatOn) }
    next()
    output.append(report.objects ? "1" : "0")
  }

  /// The number, and its letter and addition in one column; or all in the first.
  mutating func writeNumberInTwo() {
    if hasAddition, style.chance(Rate.additionInNumber) {
      writeNumberWithAddition()
      next()
      return
    }
    output.append(decimal: report.address.number)
    next()
    writeAddition()
  }
}
