import Foundation
import Model
import TestSupport
import Testing

@testable import Reports

@Suite struct ExchangeJSONTests {
  private static let supplier = ExchangeSupplier(
    code: "VS-0606", organisation: "Hulpkade \"Oost\"", kvk: "90000606",
    contacts: [
      ExchangeContact(
        name: "T. Zandstra", phone: "0670 000606", email: "a@example.org", function: "Beheerder")
    ])

  private static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(days: 0)
  }

  private static func signal(_ number: Int, _ surname: String = "Jansen") -> ExchangeSignal {
    var client = ExchangeClient()
    // Of most signals nothing is told of the person, so that the check of many takes seconds.
    if number % 20 == 0 {
      client.initials = "J.P."
      client.surname = surname
      client.birthDate = day("1980-02-29")
      client.postcode = "3111AB"
      client.houseNumber = "12"
    }
    return ExchangeSignal(
      id: SignalID(high: 7, low: UInt64(number)), isCrisis: number % 20 == 0 ? true : nil,
      isWarmHandover: nil, euros: Int64(number % 5000), arisenOn: nil,
      signalledOn: day("2026-11-02"),
      status: number % 5 == 0 ? SignalStatus.allCases[number / 5 % 6] : nil,
      partnerType: PartnerType.allCases[number % 11], client: client)
  }

  /// An exchange whose first signals stand in cases of three.
  private static func exchange(
    count: Int, cases: Int, surname: String = "Jansen", most: Int = NationalExchange.mostSignals
  ) throws -> NationalExchange {
    let handled = (0..<cases).map { number in
      ExchangeCase(
        result: CaseResult.allCases[number % 15], matchedOn: day("2026-11-06"),
        periodStart: day("2026-11-01"), periodEnd: day("2026-11-06"),
        pickedUpOn: number % 2 == 0 ? day("2026-11-07") : nil,
        signals: (0..<3).map { SignalID(high: 7, low: UInt64(number * 3 + $0)) },
        attempts: (0..<number % 3).map { attempt in
          ExchangeAttempt(
            means: ContactMeans.allCases[(number + attempt) % 8],
            reached: attempt == 0 ? nil : number % 2 == 0, day: day("2026-11-07"),
            dayPart: attempt == 0 ? nil : DayPart.allCases[number % 3])
        })
    }
    return NationalExchange(
      municipality: try #require(MunicipalityCode("0606")), supplier: supplier,
      startsOn: day("2026-10-05"), endsOn: day("2026-11-09"), cases: handled, count: count,
      mostSignals: most
    ) { signal($0, surname) }
  }

  private func write(
    _ exchange: NationalExchange, to folder: TemporaryFolder
  ) throws -> [URL] {
    try ExchangeJSON.write(exchange, to: folder.url.path).map {
      folder.url.appendingPathComponent($0)
    }
  }

  @Test func aMessageInBytes() throws {
    let folder = try TemporaryFolder()
    let files = try write(
      Self.exchange(count: 4, cases: 1, surname: "d'A\\nc\"ona\u{1}é"), to: folder)
    #expect(files.map(\.lastPathComponent) == ["ddas.json"])
    let signals =
      [
        """
        {"ID":"00000000000000070000000000000000","crisissignaal":true,"bedrag":0,\
        "signaaldatum":"2026-11-02","status":"Nog niet opgepakt",\
        "signaalpartner":{"type":"Energie"},"client":{"Voorletters":"J.P.",\
        "Achternaam":"d'A\\\\nc\\"ona\\u0001é","Geboortedatum":"1980-02-29",\
        "Postcode":"3111AB","Huisnummer":"12"}}
        """
      ]
      + zip(["Huur", "Hypotheek", "CAK Zorgverzekeringen"], 1...3).map { type, number in
        """
        {"ID":"0000000000000007000000000000000\(number)","bedrag":\(number),\
        "signaaldatum":"2026-11-02","signaalpartner":{"type":"\(type)"},"client":{}}
        """
      }
    let expected = """
      {"startdatumLevering":"2026-10-05","einddatumLevering":"2026-11-09",\
      "aanleverdatumEnTijd":"2026-11-09T00:00:00+01:00","codeGegevensleverancier":"VS-0606",\
      "leveringen":[{"teller":1,"gemeentecode":"0606","aanleverende_organisatie":\
      {"naam":"Hulpkade \\"Oost\\"","kvk-nummer":"90000606","contactpersoonen":\
      [{"naam":"T. Zandstra","telefoonnummer":"0670 000606","email":"a@example.org",\
      "functietitel":"Beheerder"}]},"vroegsignalen":[
      \(signals.joined(separator: ",\n"))],"vroegsignaalzaken":[
      {"resultaat":"Niet opgepakt: herhaalde melding","matchingsdatum":"2026-11-06",\
      "startdatum_matchtingperiode":"2026-11-01","datum_opgepakt":"2026-11-07",\
      "einddatum_matchingperiode":"2026-11-06","vroegsignalen":\
      [{"ID":"00000000000000070000000000000000"},{"ID":"00000000000000070000000000000001"},\
      {"ID":"00000000000000070000000000000002"}],"contactpogingen":[]}]}]}

      """
    #expect(try String(contentsOf: files[0], encoding: .utf8) == expected)
    let mode = try FileManager.default.attributesOfItem(atPath: files[0].path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try ExchangeModel.check(files).said == "1 messages, 4 signals, 0 problems\n")
  }

  /// The surname of a message can hold anything; a reader gets it back as it was.
  @Test(arguments: ["\u{1F600}", "\u{0}\t\r\n\u{1F}", "\\\"/", "Ĳzerman-Łukasz", ""])
  func everyTextComesBackAsItWas(text: String) throws {
    let folder = try TemporaryFolder()
    let files = try write(Self.exchange(count: 1, cases: 0, surname: text), to: folder)
    let message = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: files[0])) as? [String: Any])
    let delivery = try #require((message["leveringen"] as? [[String: Any]])?.first)
    let signal = try #require((delivery["vroegsignalen"] as? [[String: Any]])?.first)
    let client = try #require(signal["client"] as? [String: Any])
    #expect(client["Achternaam"] as? String == (text.isEmpty ? nil : text))
  }

  @Test func withoutSignalsThereIsAValidMessage() throws {
    let folder = try TemporaryFolder()
    let files = try write(Self.exchange(count: 0, cases: 0), to: folder)
    #expect(try ExchangeModel.check(files).said == "1 messages, 0 signals, 0 problems\n")
  }

  @Test func aHundredAndTwentyThousandSignalsGiveThreeValidMessages() throws {
    let folder = try TemporaryFolder()
    let files = try write(Self.exchange(count: 120_000, cases: 2_000), to: folder)
    #expect(files.map(\.lastPathComponent) == ["ddas.json", "ddas-2.json", "ddas-3.json"])
    #expect(
      try ExchangeModel.check(files).said == "3 messages, 120000 signals, 0 problems\n")
  }

  /// A check that finds nothing would be none.
  @Test(arguments: [
    ("\"bedrag\":1,", "\"bedrag\":1.5,"), ("\"Huur\"", "\"Garage\""),
    ("Nog niet opgepakt", "Opgepakt"), ("2026-11-02", "2026-13-02"),
    ("T00:00:00+01:00", "T25:00:00+01:00"), ("+01:00", ""), ("\"email\":\"a@", "\"email\":\"a"),
    ("contactpersoonen", "contactpersonen"), ("matchtingperiode", "matchingperiode"),
    ("\"client\":{}", "\"client\":{\"Burgerservicenummer\":\"111222333\"}"),
    (
      "{\"ID\":\"00000000000000070000000000000000\"}",
      "{\"ID\":\"00000000000000070000000000000009\"}"
    ),
    ("\"ID\":\"00000000000000070000000000000003\"", "\"ID\":\"00000000000000070000000000000001\""),
    ("2026-10-05", "2026-12-05"), ("\"teller\":1,", ""),
  ])
  func theCheckFindsWhatIsWrong(right: String, wrong: String) throws {
    let folder = try TemporaryFolder()
    let files = try write(Self.exchange(count: 4, cases: 1), to: folder)
    let text = try String(contentsOf: files[0], encoding: .utf8)
    try #require(text.contains(right))
    try text.replacing(right, with: wrong).write(to: files[0], atomically: false, encoding: .utf8)
    #expect(try !ExchangeModel.check(files).isValid)
  }
}
