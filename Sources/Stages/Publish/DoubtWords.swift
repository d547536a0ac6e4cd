internal import Model

/// What a worker has to look out for, as Dutch sentences.
enum DoubtWords {
  /// Returns what is doubtful about a household.
  ///
  /// - Parameters:
  ///   - quality: The flags of all its signals together.
  ///   - grades: How sure the matches of its signals are.
  ///   - persons: How many persons there are.
  ///   - threatHasPassed: Whether the day of a threat lies before the reference date.
  ///   - register: What the register says of those who live there.
  /// - Returns: One sentence each, what matters most first.
  static func sentences(
    quality: Quality, grades: Set<MatchGrade>, persons: Int, threatHasPassed: Bool,
    register: RegisterDoubt
  ) -> [String] {
    var sentences = register.sentences
    if threatHasPassed {
      sentences.append(
        "De dag van de ontruiming of afsluiting is al voorbij. Vraag na hoe het er voor staat.")
    }
    if grades.contains(.doubtful) {
      sentences.append("Het is niet zeker dat alle meldingen over dezelfde persoon gaan.")
    }
    if persons > 1 {
      sentences.append(
        "Er zijn \(DutchText.number(persons)) personen. Vertel de een niets over de schulden van de ander."
      )
    }
    if grades.contains(.addressOnly) {
      sentences.append("Op dit adres staan verschillende namen. Misschien zijn het meer gezinnen.")
    }
    if grades.contains(.probable) {
      sentences.append("Adres en achternaam kloppen. Voorletter en geboortedatum zijn niet zeker.")
    }
    for (flag, sentence) in byFlag where quality.contains(flag) { sentences.append(sentence) }
    return sentences
  }

  private static let byFlag: [(Quality, String)] = [
    (.estate, "De melding gaat over erven. Misschien is de persoon overleden."),
    (.joint, "De rekening staat op naam van meer personen."),
    (.tradeName, "De naam is misschien van een bedrijf. Het kan een zelfstandige zijn."),
    (.surnameMissing, "De achternaam ontbreekt."),
    (.lossyName, "In de naam ontbreken letters."),
    (.garbled, "Letters in de naam of het adres zijn onleesbaar geworden."),
    (.nameAmbiguous, "De naam is op meer manieren te lezen."),
    (.addressNumberMissing, "Het huisnummer ontbreekt."),
    (.addressAmbiguous, "Het huisnummer is op meer manieren te lezen. Controleer het adres."),
    (.addressSpreadsheetDate, "Het huisnummer is een datum geworden. Controleer het adres."),
    (.postcodeMissing, "De postcode ontbreekt."),
    (.postOfficeBox, "Een adres is een postbus. Daar kan geen huisbezoek."),
    (.datePlaceholder, "De geboortedatum is waarschijnlijk niet echt."),
    (.birthDateImpossible, "De geboortedatum kan niet kloppen."),
    (
      .threatOnUnreadable,
      "De dag van de ontruiming of afsluiting is niet te lezen. Vraag die na bij de partner."
    ),
    (.arisenOnUnreadable, "Sinds wanneer er een achterstand is, is niet te lezen."),
    (.arrearsUnreadable, "Hoe lang er een achterstand is, is niet te lezen."),
    (.referenceRounded, "Het klantnummer van de partner is niet te gebruiken."),
    (.phoneUnusable, "Een telefoonnummer van de partner is niet te gebruiken."),
    (.emailUnusable, "Een e-mailadres van de partner is niet te gebruiken."),
    (
      .receiptAssumed,
      "De dag van ontvangst is niet bekend. De termijn telt vanaf de datum van de melding."
    ),
    (
      .latePartnerSignal,
      "De partner stuurde de melding laat: minder dan twintig werkdagen voor de afsluiting."
    ),
  ]
}
