import Model

// How partners write the name of who owes.
extension RowComposer {
  /// `J.P.`, `JP`, `J. P.`, `J`, or a given name.
  mutating func writeInitials() {
    let place = names.given.place(person.given, holding.given)
    if holding.writesGivenName {
      let word = names.given.spellings[place, form]
      var draw = holding.errors
      return holding.givenNameError ? writeMistyped(word, &draw) : output.append(word)
    }
    let manner = style.below(20)
    let (hasPoint, hasBlank, isSingle) = (manner < 16, manner == 0, manner == 19)
    if holding.initialError {
      output.append(AddressBook.letter(Int(person.initials.0) % 20))
    } else {
      output.append(names.given.initials[place, form])
    }
    if hasPoint { output.append(UInt8(ascii: ".")) }
    if isSingle || holding.isCalled { return }
    writeFurther(person.initials.0, hasPoint: hasPoint, hasBlank: hasBlank)
    writeFurther(person.initials.1, hasPoint: hasPoint, hasBlank: hasBlank)
  }

  private func writeFurther(_ initial: UInt8, hasPoint: Bool, hasBlank: Bool) {
    guard initial != 0 else { return }
    if hasBlank { output.append(UInt8(ascii: " ")) }
    output.append(initial)
    if hasPoint { output.append(UInt8(ascii: ".")) }
  }

  /// The spelling that the partner holds of a surname of the person.
  private func spelling(of surname: Int) -> Int {
    surname == person.surname
      ? holding.surname : surname == person.spouse ? holding.spouse : holding.second
  }

  /// Whether a prefix stands before a surname as the partner spells it.
  func hasPrefix(_ surname: Int) -> Bool {
    names.prefix[surname] >= 0 && !SpellingBook.replacesPrefix(spelling(of: surname))
  }

  /// The prefix of a surname, maybe shortened; nothing when it has none.
  func writePrefix(of surname: Int) {
    guard hasPrefix(surname) else { return }
    output.append(
      (hasShortPrefix ? names.shortPrefixes : names.prefixes)[names.prefix[surname], form])
  }

  /// A surname without its prefix, and a second one behind it.
  func writeMain(of surname: Int) {
    guard surname == person.surname, person.second >= 0 else { return writeWord(surname) }
    writeWord(surname)
    output.append(holding.double == .blank ? " " : "-")
    if hasPrefix(person.second) {
      writePrefix(of: person.second)
      output.append(UInt8(ascii: " "))
    }
    writeWord(person.second)
  }

  private func writeWord(_ surname: Int) {
    let word = names.surnames.spellings[
      names.surnames.place(surname, spelling(of: surname)), form]
    var draw = holding.errors
    if holding.surnameError { writeMistyped(word, &draw) } else { output.append(word) }
  }

  /// A surname after its prefix.
  func writeWhole(_ surname: Int) {
    if hasPrefix(surname) {
      writePrefix(of: surname)
      output.append(UInt8(ascii: " "))
    }
    writeMain(of: surname)
  }

  /// Which of the two surnames of a married person a partner knows.
  enum Marriage {
    case own
    case spouse
    case spouseFirst
    case ownFirst
    case formal
  }

  /// Draws it.
  mutating func marriage() -> Marriage {
    guard person.spouse >= 0 else { return .own }
    return switch style.below(20) {
    case ..<6: .own
    case ..<10: .spouse
    case ..<16: .spouseFirst
    case ..<19: .ownFirst
    default: .formal
    }
  }

  /// `van den Berg`, `de Vries-Jansen`, `Jansen e/v de Vries`.
  func writeSurnames(_ marriage: Marriage) {
    switch marriage {
    case .own: writeWhole(person.surname)
    case .spouse: writeWhole(person.spouse)
    case .spouseFirst:
      writeWhole(person.spouse)
      output.append("-")
      writeWhole(person.surname)
    case .ownFirst:
      writeWhole(person.surname)
      output.append("-")
      writeWhole(person.spouse)
    case .formal:
      writeWhole(person.surname)
      output.append(" e/v ")
      writeWhole(person.spouse)
    }
  }

  /// The trade name behind the surname of who is in business.
  func writeTrade() {
    guard person.trade >= 0 else { return }
    output.append(" h.o.d.n. ")
    output.append(names.trades[person.trade, form])
  }

  /// Five columns: initials, prefix, surname, prefix and surname of the spouse.
  mutating func writeNameInFive(withTrade: Bool) {
    if person.organisation >= 0 {
      next()
      next()
      output.append(names.organisations[person.organisation, form])
      next()
      next()
      return
    }
    writeInitials()
    next()
    let manner = style.below(20)
    if person.spouse < 0 || manner < 4 {
      let elsewhere = style.below(1000)
      writePrefixAndMain(person.surname, elsewhere: elsewhere)
      if withTrade { writeTrade() }
      next()
      next()
    } else if manner < 8 {
      writePrefixAndMain(person.spouse, elsewhere: 1000)
      next()
      next()
    } else if manner < 10 {
      next()
      writeSurnames(.spouseFirst)
      next()
      next()
    } else {
      writePrefixAndMain(person.surname, elsewhere: 1000)
      if withTrade { writeTrade() }
      next()
      writePrefix(of: person.spouse)
      next()
      writeMain(of: person.spouse)
    }
  }

  /// Two columns: the prefix where it belongs, before the surname, or behind it.
  private mutating func writePrefixAndMain(_ surname: Int, elsewhere: Int) {
    guard hasPrefix(surname), elsewhere < Rate.prefixElsewhere else {
      writePrefix(of: surname)
      next()
      return writeMain(of: surname)
    }
    next()
    if elsewhere < Rate.prefixElsewhere / 2 { return writeWhole(surname) }
    writeMain(of: surname)
    output.append(", ")
    writePrefix(of: surname)
  }

  /// `Jansen, J. van`, in quotation marks.
  mutating func writeNameTurned() {
    if person.organisation >= 0 {
      return output.append(names.organisations[person.organisation, form])
    }
    output.append("\"")
    let marriage = marriage()
    let leading = marriage == .spouse || marriage == .spouseFirst ? person.spouse : person.surname
    writeMain(of: leading)
    switch marriage {
    case .own, .spouse: break
    case .spouseFirst:
      output.append("-")
      writeWhole(person.surname)
    case .ownFirst, .formal:
      output.append("-")
      writeWhole(person.spouse)
    }
    writeTrade()
    output.append(", ")
    writeInitials()
    if hasPrefix(leading) {
      output.append(" ")
      writePrefix(of: leading)
    }
    output.append("\"")
  }

  /// `Dhr. J. van Jansen`.
  mutating func writeNameInOne() {
    if person.organisation >= 0 {
      return output.append(names.organisations[person.organisation, form])
    }
    let manner = style.below(20)
    if names.isFemale[person.given] {
      output.append(manner < 10 ? "Mevr. " : manner < 15 ? "Mw. " : manner < 17 ? "Mevrouw " : "")
    } else {
      output.append(manner < 14 ? "Dhr. " : manner < 17 ? "De heer " : "")
    }
    writeInitials()
    output.append(" ")
    writeSurnames(marriage())
    writeTrade()
  }

  /// Initials and surname in two columns, the prefix within the surname's.
  mutating func writeNameInTwo() {
    if person.organisation >= 0 {
      next()
      return output.append(names.organisations[person.organisation, form])
    }
    writeInitials()
    next()
    let marriage = marriage()
    let elsewhere = style.below(100)
    if marriage == .own, hasPrefix(person.surname), elsewhere < 18 {
      writeMain(of: person.surname)
      output.append(elsewhere < 15 ? ", " : " ")
      writePrefix(of: person.surname)
    } else {
      writeSurnames(marriage)
    }
    if style.below(2) == 0 { writeTrade() }
  }
}
