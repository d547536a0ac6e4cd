import Model

// How partners write where somebody lives and can be reached.
extension RowComposer {
  /// The street, maybe written short or with a typing error.
  mutating func writeStreet() {
    let manner = style.below(1000)
    let stem = streets.stems[report.address.stem, feed.form]
    if manner < Rate.streetError { writeMistyped(stem, &style) } else { output.append(stem) }
    let isShort = manner >= 1000 - Rate.shortStreet
    let endings = isShort ? streets.shortEndings : streets.endings
    output.append(endings[report.address.ending, feed.form])
  }

  /// Whether the address has a letter or an addition.
  var hasAddition: Bool { report.address.letter != 0 || report.address.addition >= 0 }

  /// The letter and the addition.
  mutating func writeAddition() {
    let address = report.address
    if address.letter != 0 {
      output.append(style.chance(150) ? address.letter | 0x20 : address.letter)
    }
    if address.addition >= 0 { output.append(streets.additions[address.addition, feed.form]) }
  }

  /// Number, letter and addition in one: `12 A`, `12A`, `12-2`.
  mutating func writeNumberWithAddition() {
    output.append(decimal: report.address.number)
    guard hasAddition else { return }
    let manner = style.below(10)
    if manner < 5 {
      output.append(" ")
    } else if manner < 8 || report.address.addition >= 0 {
      output.append("-")
    }
    writeAddition()
  }

  /// `3111 AB`, now and then in lower case or with other blanks.
  mutating func writePostcode(spaced: Bool) {
    let address = report.address
    let isLower = style.chance(Rate.lowerPostcode)
    let isOther = style.chance(Rate.blankPostcode)
    output.append(decimal: address.digits)
    if spaced != isOther { output.append(" ") }
    let mask: UInt8 = isLower ? 0x20 : 0
    output.append(address.letters.0 | mask)
    output.append(address.letters.1 | mask)
  }

  /// The place.
  mutating func writePlace() {
    let isCapital = style.chance(Rate.capitals)
    output.append(places[report.address.place, isCapital ? feed.form.capitals : feed.form])
  }

  /// A phone number in one of the ways people write it; nothing when there is none.
  mutating func writePhone() {
    let isBad = style.chance(Rate.badPhone)
    let manner = style.below(100)
    guard holding.phone >= 0 else { return }
    if isBad {
      return output.append(manner < 40 ? "geen" : manner < 80 ? "0000000000" : "06-")
    }
    let number = holding.phone
    switch manner {
    case ..<45:
      output.append("06-")
      output.append(decimal: number)
    case ..<75:
      output.append("06")
      output.append(decimal: number)
    case ..<85:
      output.append("+316")
      output.append(decimal: number)
    case ..<92:
      output.append("06 ")
      output.append(decimal: number / 1_000_000)
      output.append(" ")
      output.append(decimal: number / 10_000 % 100, width: 2)
      output.append(" ")
      output.append(decimal: number / 100 % 100, width: 2)
      output.append(" ")
      output.append(decimal: number % 100, width: 2)
    case ..<97:
      output.append("0031 6 ")
      output.append(decimal: number)
    default:
      output.append("+31 (0)6 ")
      output.append(decimal: number)
    }
  }

  /// An e-mail address; nothing when there is none.
  func writeEmail() {
    guard holding.hasEmail, person.organisation < 0 else { return }
    let number = holding.writesToIntermediary ? person.intermediary : person.email
    if holding.writesToIntermediary {
      output.append("bewindvoerder")
    } else {
      output.append(names.plainSurnames[person.emailSurname, .unicode])
    }
    output.append(decimal: number)
    switch number % 3 {
    case 0: output.append("@example.nl")
    case 1: output.append("@example.org")
    default: output.append("@example.com")
    }
  }
}
