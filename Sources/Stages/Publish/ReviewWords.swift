internal import Model

/// What agrees and differs in a pair of signals, in Dutch.
enum ReviewWords {
  /// A list of fields that agree, such as `address+surname~`, as a sentence.
  static func agreeing(_ fields: String) -> String {
    sentence(fields) { (field, isExact) in
      let word = words(field)
      return (isExact ? "" : "bijna ") + (word.isNeuter ? "hetzelfde " : "dezelfde ") + word.text
    }
  }

  /// A list of fields that differ as a sentence.
  static func differing(_ fields: String) -> String {
    sentence(fields) { (field, _) in
      let word = words(field)
      return (word.isNeuter ? "een ander " : "een andere ") + word.text
    }
  }

  /// Why somebody is asked.
  static func reason(_ cause: ReviewCause) -> String {
    switch cause {
    case .nearZero: "Er pleit ongeveer evenveel voor als tegen."
    case .keptApart: "Er pleit veel voor dezelfde persoon. Maar er is iets dat niet kan kloppen."
    case .doubtful: "De computer weet niet bij welke persoon de melding hoort."
    case .overruled:
      "Iemand antwoordde niet-zelfde. Andere antwoorden maken er toch één persoon van."
    case .answered, .lapsed: ""
    }
  }

  private static func sentence(
    _ fields: String, _ phrase: (MatchField, _ isExact: Bool) -> String
  ) -> String {
    let phrases = fields.split(separator: "+").compactMap { part -> String? in
      let isExact = !part.hasSuffix("~")
      return MatchField(rawValue: String(isExact ? part : part.dropLast())).map {
        phrase($0, isExact)
      }
    }
    let text = DutchText.list(phrases)
    return text.isEmpty ? "" : text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private static func words(_ field: MatchField) -> (text: String, isNeuter: Bool) {
    switch field {
    case .surname: ("achternaam", false)
    case .givenName: ("voornaam", false)
    case .initial: ("eerste voorletter", false)
    case .secondInitial: ("tweede voorletter", false)
    case .birthDate: ("geboortedatum", false)
    case .address: ("adres", true)
    case .phone: ("telefoonnummer", true)
    case .email: ("e-mailadres", true)
    case .reference: ("kenmerk bij de partner", true)
    }
  }
}
