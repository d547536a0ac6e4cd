import Model

/// The words of matching for a Dutch reader.
enum MatchWords {
  /// A field as it stands in a sentence.
  static func field(_ field: MatchField) -> String {
    switch field {
    case .surname: "achternaam"
    case .givenName: "voornaam"
    case .initial: "voorletter"
    case .secondInitial: "tweede voorletter"
    case .birthDate: "geboortedatum"
    case .address: "adres"
    case .phone: "telefoonnummer"
    case .email: "e-mailadres"
    case .reference: "klantnummer"
    }
  }

  /// A step of the weighing.
  static func step(_ name: String) -> String {
    if let field = MatchField(rawValue: name) {
      return field == .email ? "E-mailadres" : Self.field(field).capitalisedFirst
    }
    return name == "before" ? "Vooraf" : "Namen verwisseld"
  }

  /// How well a field agrees.
  static func level(_ level: String) -> String {
    switch level {
    case "same": "precies gelijk"
    case "close": "bijna gelijk"
    case "similar": "lijkt erop"
    case "same-initial": "alleen de eerste letter gelijk"
    case "typing-error": "een typefout verschil"
    case "partial": "gelijk, voor zover bekend"
    case "other-unit": "zelfde huis, andere letter of toevoeging"
    case "near": "deels gelijk"
    case "same-street": "zelfde straat of postcode"
    case "different": "verschillend"
    case "absent": "niet bekend bij beide"
    default: "–"
    }
  }

  /// Fields such as `address+surname~`, as a Dutch list.
  static func evidence(_ text: String) -> String {
    DutchText.list(
      text.split(separator: "+").map { word in
        let isLike = word.hasSuffix("~")
        guard let field = MatchField(rawValue: String(isLike ? word.dropLast() : word)) else {
          return String(word)
        }
        return Self.field(field) + (isLike ? " (bijna)" : "")
      })
  }

  /// A weight with a sign: `+4,16`.
  static func bits(_ hundredths: Int32) -> String {
    (hundredths < 0 ? "−" : "+") + Money(cents: Int64(hundredths.magnitude)).dutch
  }

  static func condition(_ condition: PersonExplanation.Condition) -> String {
    switch condition {
    case .fields: "Deze gegevens kloppen:"
    case .alone: "De enige melding van deze persoon. Bekend zijn:"
    case .ambiguous:
      "Deze melding kan van meer dan één persoon zijn, of noemt alleen een achternaam. Bekend of gelijk:"
    case .againstOnAverage:
      "Samen spreken de andere meldingen van deze persoon het tegen. Wel gelijk:"
    case .notHeavyEnough:
      "De gegevens kloppen, maar wegen samen te weinig voor zeker: minder dan 6 bits gemiddeld. Gelijk:"
    case .otherGivenName:
      "De gegevens kloppen, maar de voorletters of voornamen verschillen. Daarom is het niet zeker. Gelijk:"
    case .contested:
      "De melding past ook bij een melding die dit tegenspreekt. Daarom is het niet zeker. Gelijk:"
    }
  }

  static func place(_ signal: PairExplanation.Signal) -> String {
    signal.isRemembered
      ? "uit een eerdere levering" : "\(signal.delivery), regel \(signal.row)"
  }

  static func contradiction(_ contradiction: PairExplanation.Contradiction) -> String {
    switch contradiction {
    case .birthDates: "de geboortedatums zijn van twee mensen"
    case .initials: "de voorletters zijn van twee mensen"
    }
  }

  static func redLine(_ line: PairExplanation.RedLine) -> String {
    switch line {
    case .twoBirthDates:
      "de geboortedatums zijn van twee mensen en het adres is anders"
    case .nameAlone: "een naam alleen zegt niet om wie het gaat"
    case .tooLittleForMove:
      "bij twee adressen zegt een voorletter te weinig: er moet meer kloppen"
    case .nobodyNamed: "er klopt geen naam, en ook niets wat de naam kan vervangen"
    }
  }

  /// What the municipality's own data told.
  static func data(_ found: MatchEstimates) -> [String] {
    [
      "Er zijn \(found.records) meldingen vergeleken.",
      "Vooraf weegt elk tweetal \(bits(found.prior)) bits: twee willekeurige meldingen gaan bijna nooit over één persoon. Zonder eigen gegevens was dat \(bits(found.defaultPrior)).",
      "Eén achternaam op één adres weegt \(bits(found.personOverRelatives)) bits voor één persoon, tegenover twee familieleden. Zonder eigen gegevens was dat \(bits(found.defaultPersonOverRelatives)).",
      found.trustsBirthDates
        ? "Geboortedatums zijn hier te vertrouwen: twee heel verschillende datums betekenen twee mensen."
        : "Geboortedatums bevatten hier veel typefouten: een andere datum weegt mee, maar bewijst niets.",
    ]
  }
}

extension String {
  /// With a capital at the beginning.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
