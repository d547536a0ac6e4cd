internal import Diagnostics
public import Model

/// Writes the messages for Statistics Netherlands: JSON in UTF-8, a signal a line, its names in the order of the
/// exchange model and in its own spelling.
///
/// - Source: `ddas-vroegsignalering`, `rfc-8259`.
public enum ExchangeJSON {
  /// The name of the file of a message, counted from 1.
  public static func fileName(_ number: Int) -> String {
    number == 1 ? "ddas.json" : "ddas-\(number).json"
  }

  /// Writes every message.
  ///
  /// - Parameters:
  ///   - exchange: What is told.
  ///   - folder: Where to; what was there is replaced.
  /// - Returns: The names of the files, in order.
  /// - Throws: A `Diagnostic` when a file cannot be written.
  /// - Complexity: O(*n*) time in the number of signals; memory does not depend on it.
  public static func write(_ exchange: NationalExchange, to folder: String) throws -> [String] {
    var names: [String] = []
    for (index, page) in exchange.pages.enumerated() {
      let name = fileName(index + 1)
      let file = try OutputFile(path: folder + "/" + name)
      try ExchangeMessage(exchange: exchange, page: page).write(to: file)
      try file.finish()
      names.append(name)
    }
    return names
  }
}

/// One message.
private struct ExchangeMessage {
  let exchange: NationalExchange
  let page: ExchangePage

  func write(to file: OutputFile) throws(Diagnostic) {
    var json = JSONText()
    json.begin("{")
    json.member("startdatumLevering", exchange.startsOn)
    json.member("einddatumLevering", exchange.endsOn)
    json.member("aanleverdatumEnTijd", exchange.endsOn.startInAmsterdam)
    json.member("codeGegevensleverancier", exchange.supplier.code)
    json.name("leveringen")
    json.begin("[")
    json.begin("{")
    json.member("teller", 1)
    json.member("gemeentecode", exchange.municipality.description)
    organisation(&json)
    json.name("vroegsignalen")
    json.begin("[")
    for position in page.signals {
      json.breakLine()
      Self.append(exchange[position], to: &json)
      try flush(json, to: file, atLeast: 64 * 1024)
    }
    json.end("]")
    json.name("vroegsignaalzaken")
    json.begin("[")
    for number in page.cases {
      json.breakLine()
      Self.append(exchange.cases[number], to: &json)
      try flush(json, to: file, atLeast: 64 * 1024)
    }
    json.end("]")
    json.end("}")
    json.end("]")
    json.end("}")
    json.text.append(UInt8(ascii: "\n"))
    try flush(json, to: file, atLeast: 0)
  }

  private func flush(
    _ json: JSONText, to file: OutputFile, atLeast least: Int
  ) throws(Diagnostic) {
    guard json.text.count >= least else { return }
    try file.write(json.text.bytes)
    json.text.removeAll()
  }

  private func organisation(_ json: inout JSONText) {
    let supplier = exchange.supplier
    json.name("aanleverende_organisatie")
    json.begin("{")
    json.member("naam", supplier.organisation)
    json.member("kvk-nummer", supplier.kvk)
    json.name("contactpersoonen")  // spelled so in the exchange model
    json.begin("[")
    for contact in supplier.contacts {
      json.begin("{")
      json.member("naam", contact.name)
      json.member("telefoonnummer", contact.phone)
      json.member("email", contact.email)
      json.member("functietitel", contact.function)
      json.end("}")
    }
    json.end("]")
    json.end("}")
  }

  private static func append(_ signal: ExchangeSignal, to json: inout JSONText) {
    json.begin("{")
    json.member("ID", signal.id)
    json.member("crisissignaal", signal.isCrisis)
    json.member("warmeOverdracht", signal.isWarmHandover)
    json.member("bedrag", Int(signal.euros))
    json.member("ontstaansdatum", signal.arisenOn)
    json.member("signaaldatum", signal.signalledOn)
    json.member("status", signal.status?.rawValue ?? "")
    json.name("signaalpartner")
    json.begin("{")
    json.member("type", signal.partnerType.rawValue)
    json.end("}")
    json.name("client")
    json.begin("{")
    append(signal.client, to: &json)
    json.end("}")
    json.end("}")
  }

  private static func append(_ client: ExchangeClient, to json: inout JSONText) {
    json.member("Voorletters", client.initials)
    json.member("Voorvoegsel", client.prefix)
    json.member("Achternaam", client.surname)
    json.member("Geboortedatum", client.birthDate)
    json.member("Straatnaam", client.street)
    json.member("Postcode", client.postcode)
    json.member("Huisnummer", client.houseNumber)
    json.member("Huisnummertoevoeging", client.houseAddition)
    json.member("Plaatsnaam", client.city)
  }

  private static func append(_ handled: ExchangeCase, to json: inout JSONText) {
    json.begin("{")
    json.member("resultaat", handled.result?.rawValue ?? "")
    json.member("matchingsdatum", handled.matchedOn)
    json.member("startdatum_matchtingperiode", handled.periodStart)  // spelled so in the model
    json.member("datum_opgepakt", handled.pickedUpOn)
    json.member("einddatum_matchingperiode", handled.periodEnd)
    json.name("vroegsignalen")
    json.begin("[")
    for signal in handled.signals {
      json.begin("{")
      json.member("ID", signal)
      json.end("}")
    }
    json.end("]")
    json.name("contactpogingen")
    json.begin("[")
    for attempt in handled.attempts {
      json.begin("{")
      json.member("soort", attempt.means.rawValue)
      json.member("bereikt", attempt.reached)
      json.member("datum", attempt.day)
      json.member("dagdeel", attempt.dayPart?.rawValue ?? "")
      json.end("}")
    }
    json.end("]")
    json.end("}")
  }
}
