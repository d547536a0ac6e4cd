import Model

// Havenstad Wonen: `;`, Windows-1252, CRLF; the name in five columns, the address in parts.
extension RowComposer {
  static let havenstadHeader: StaticString = """
    Huurdernummer;Voorletters;Tussenvoegsel;Achternaam;Tussenvoegsel partner;Achternaam partner;\
    Geboortedatum;Straat;Huisnummer;Huisletter;Toevoeging;Postcode;Plaats;Telefoon;E-mail;\
    Soort melding;Openstaand bedrag;Achterstand sinds;Maanden achterstand;Datum melding;\
    Datum ontruiming;Bezwaar;Complexnummer
    """

  mutating func writeHavenstad() {
    writeReference("HW")
    next()
    writeNameInFive(withTrade: true)
    next()
    writeHavenstadBirth()
    next()
    writeStreet()
    next()
    writeHavenstadNumber()
    next()
    writePostcode(spaced: true)
    next()
    writePlace()
    next()
    writePhone()
    next()
    writeEmail()
    next()
    switch report.kind {
    case .update: output.append("Actualisatie")
    case .eviction: output.append("Ontruiming aangezegd")
    default: output.append("Huurachterstand")
    }
    next()
    if !writeFlawedAmount() { writeAmountDutch() }
    next()
    writeDutch(report.arisenOn)
    next()
    writeTerms()
    next()
    if report.flaw == .dateImpossible {
      output.append("31-02-2026")
    } else {
      writeDutch(report.signalledOn)
    }
    next()
    if let threatOn = report.threatOn { writeDutch(threatOn) }
    next()
    let manner = style.below(10)
    output.append(report.objects ? "Ja" : manner < 7 ? "Nee" : "")
    next()
    output.append("C")
    output.append(decimal: report.address.digits % 100)
  }

  private mutating func writeHavenstadBirth() {
    let birth = birth()
    guard !birth.isAbsent else { return }
    output.append(decimal: birth.day, width: 2)
    output.append("-")
    output.append(decimal: birth.month, width: 2)
    output.append("-")
    output.append(decimal: birth.year, width: 4)
  }

  /// Number, letter and addition in three columns, or all in the first.
  private mutating func writeHavenstadNumber() {
    if hasAddition, style.chance(Rate.additionInNumber) {
      writeNumberWithAddition()
      next()
      next()
      return
    }
    let address = report.address
    output.append(decimal: address.number)
    next()
    if address.letter != 0 { output.append(address.letter) }
    next()
    if address.addition >= 0 { output.append(streets.additions[address.addition, feed.form]) }
  }
}
