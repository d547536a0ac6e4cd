import Model

// Zorgvast Zorgverzekeringen: `;`, UTF-8, CRLF; the name in five columns, compact dates.
extension RowComposer {
  static let zorgvastHeader: StaticString = """
    Relatienummer;Voorletters;Voorvoegsel;Geslachtsnaam;Voorvoegsel echtgenoot;\
    Geslachtsnaam echtgenoot;Geboortedatum;Postcode;Huisnummer;Huisnummertoevoeging;Straatnaam;\
    Woonplaats;Telefoonnummer;Emailadres;Premieachterstand;Aantal maandpremies;Oudste vordering;\
    Signaaldatum;Soort;Weigering
    """

  mutating func writeZorgvast() {
    writeReference("")
    next()
    writeNameInFive(withTrade: false)
    next()
    let birth = birth()
    let isEmpty = style.below(2) == 0
    if !birth.isAbsent || !isEmpty {
      output.append(decimal: birth.year * 10_000 + birth.month * 100 + birth.day, width: 8)
    }
    next()
    writePostcode(spaced: false)
    next()
    writeNumberInTwo()
    next()
    writeStreet()
    next()
    writePlace()
    next()
    writePhone()
    next()
    writeEmail()
    next()
    if !writeFlawedAmount() {
      output.append("€ ")
      writeAmountDutch()
    }
    next()
    writeTerms()
    next()
    writeCompact(report.arisenOn)
    next()
    if report.flaw == .dateImpossible {
      output.append("20260231")
    } else {
      writeCompact(report.signalledOn)
    }
    next()
    switch report.kind {
    case .update: output.append("A")
    case .endOfCover: output.append("B")
    default: output.append("P")
    }
    next()
    output.append(report.objects ? "ja" : "nee")
  }
}
