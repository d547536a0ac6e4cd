import Definitions
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("Indicators: what is counted, of what")
struct IndicatorsTests {
  /// Signals with ids and households of their own.
  private static func signals(
    _ count: Int, from first: UInt64, _ change: (inout ReportedSignal) -> Void
  ) -> [ReportedSignal] {
    (0..<UInt64(count)).map { number in
      var signal = ReportedSignal(
        id: first + number, household: first + number, person: first + number,
        address: first + number)
      change(&signal)
      return signal
    }
  }

  private static func indicators(
    _ tables: MunicipalityTables, in context: StageContext = TestContext.make()
  ) throws -> Indicators {
    var tables = tables
    try Prioritise(settings: [:]).run(&tables, context)
    return Publish().indicators(tables, context)
  }

  /// The numbers of a series by month and group; `nil` where one is hidden.
  private static func numbers(_ series: IndicatorSeries?) -> [String: Int?] {
    var numbers: [String: Int?] = [:]
    for line in series?.lines ?? [] {
      let key = line.period.code + (line.group.isEmpty ? "" : "/" + line.group)
      switch line.value {
      case .count(let count): numbers.updateValue(count.rounded, forKey: key)
      case .figure(let figure): numbers.updateValue(figure.tenths, forKey: key)
      case .tooSmall: numbers.updateValue(nil, forKey: key)
      }
    }
    return numbers
  }

  private static func night() -> MunicipalityTables {
    MunicipalityTables(
      signals(100, from: 1000) { $0.receivedAt = "2026-10-05" }
        + signals(60, from: 2000) {
          $0.receivedAt = "2026-11-04"
          $0.type = .energy
        }
        + signals(30, from: 3000) {
          $0.receivedAt = "2026-11-04"
          $0.disposition = .superseded
        }
        + signals(25, from: 4000) {
          $0.receivedAt = "2026-11-04"
          $0.outcome = .movedAway
        }
        + signals(50, from: 5000) {
          $0.receivedAt = "2026-11-04"
          $0.disposition = .technicalDuplicate
        })
  }

  @Test("Signals by month, type and outcome; copies are no signals")
  func cameIn() throws {
    let made = try Self.indicators(Self.night())
    #expect(
      Self.numbers(made["signalen"]) == ["2026-10": 100, "2026-11": 115, "totaal": 215])
    let types = Self.numbers(made["signalen-soort-partner"])
    #expect(types["2026-10/Huur"] == 100 && types["2026-10/Energie"] == 0)
    #expect(types["2026-11/Energie"] == 60 && types["totaal/Huur"] == 155)
    let outcomes = Self.numbers(made["uitkomst-signalen"])
    #expect(outcomes["totaal/Op de werklijst"] == 160)
    #expect(outcomes["totaal/Vervangen door een nieuwere melding"] == 30)
    #expect(outcomes["totaal/Verhuisd naar een andere gemeente"] == 25)
    #expect(
      Self.numbers(made["niet-gebruikte-regels"]) == ["2026-11/Kopie van een andere regel": 50])
    #expect(
      made["signalen-soort-partner"]?.lines.allSatisfy { $0.denominator?.rounded ?? 0 > 0 } == true)
  }

  @Test("What was set aside is a signal; what was not used is counted apart")
  func setAside() throws {
    var tables = Self.night()
    tables.setAside.keys.deliveries = [DeliveryName(feed: FeedID("f"), file: "f.csv.gz")]
    for number in 0..<40 {
      tables.setAside.keys.signalID.append(SignalID(high: UInt64(9000 + number), low: 1))
      tables.setAside.keys.delivery.append(0)
      tables.setAside.keys.row.append(UInt32(number + 1))
      tables.setAside.partner.append(.empty)
      tables.setAside.partnerType.append(.water)
      tables.setAside.partnerReference.append(.empty)
      tables.setAside.kind.append(.earlySignal)
      tables.setAside.warmHandover.append(false)
      tables.setAside.receivedAt.append(day("2026-11-04"))
      tables.setAside.signalledOn.append(day("2026-11-03"))
      tables.setAside.arisenOn.append(day("2026-10-04"))
      tables.setAside.amountCents.append(10_00)
      tables.setAside.fate.append(.belowThreshold)
    }
    for (fate, rows) in [(Fate.belowThreshold, 40), (.refused, 12), (.legalPerson, 70)] {
      tables.intakeCounts.feed.append(.empty)
      tables.intakeCounts.delivery.append(.empty)
      tables.intakeCounts.fate.append(fate)
      tables.intakeCounts.reason.append(.empty)
      tables.intakeCounts.rows.append(UInt32(rows))
    }
    let made = try Self.indicators(tables)
    #expect(Self.numbers(made["signalen"])["totaal"] == 255)
    #expect(Self.numbers(made["uitkomst-signalen"])["totaal/Onder het drempelbedrag"] == 40)
    let unused = Self.numbers(made["niet-gebruikte-regels"])
    #expect(unused["2026-11/De inwoner heeft bezwaar"] == 10)
    #expect(unused["2026-11/Een bedrijf, geen inwoner"] == 70)
    #expect(unused.keys.allSatisfy { !$0.hasSuffix("Onder het drempelbedrag") })
    // Forty days known, all thirty-one.
    #expect(
      Self.numbers(made["dagen-tot-ontvangst-soort-partner"])["totaal/Water"] == 310)
  }

  @Test("Without inhabitants there is no figure per 1000, and it says why")
  func inhabitants() throws {
    let without = try Self.indicators(Self.night())["signalen-per-1000-inwoners"]
    #expect(without?.lines.isEmpty == true && without?.absence.isEmpty == false)
    var context = TestContext.make()
    var municipality = context.municipality
    municipality.inhabitants = Inhabitants(
      count: 80_000, on: day("2026-01-01"), source: "cbs-bevolking")
    context = StageContext(
      referenceDate: context.referenceDate, municipality: municipality, rules: context.rules,
      matching: context.matching, reference: context.reference, keys: context.keys, feeds: [])
    let with = try Self.indicators(Self.night(), in: context)["signalen-per-1000-inwoners"]
    #expect(Self.numbers(with) == ["2026-10": 13, "2026-11": 14, "totaal": 27])
  }

  @Test("Divosa and BKR count in their own ways, each with its definition")
  func matching() throws {
    // Forty households with two signals of one type in a month; fifty with one.
    let pairs = Self.signals(80, from: 1000) { signal in
      let household = 1000 + (signal.id - 1000) / 2
      signal.household = household
      signal.address = household
    }
    let made = try Self.indicators(
      MunicipalityTables(pairs + Self.signals(50, from: 5000) { _ in }))
    let divosa = Self.numbers(made["soort-match-divosa"])
    #expect(divosa["2026-11/Meervoudig"] == 40 && divosa["2026-11/Enkelvoudig"] == 50)
    let bkr = Self.numbers(made["soorten-partners-bkr"])
    #expect(bkr["2026-11/1 soort partner"] == 90 && bkr["2026-11/2 soorten"] == 0)
    #expect(Self.numbers(made["signalen-per-melding"]) == ["totaal": 14])
    #expect(made["soort-match-divosa"]?.indicator.definition.contains("adres") == true)
  }

  @Test("Cases: reached, in time, and accepted, each of its own denominator")
  func cases() throws {
    let reported = Self.signals(100, from: 1000) { $0.receivedAt = "2026-10-05" }
    var tables = MunicipalityTables(reported)
    for (number, signal) in reported.enumerated() {
      let id = CaseID(high: signal.id, low: 9)
      tables.cases.caseID.append(id)
      tables.cases.signalID.append(SignalID(high: signal.id, low: 1))
      tables.cases.householdID.append(.absent)
      tables.cases.matchedOn.append(day("2026-10-06"))
      tables.cases.pickedUpOn.append(day("2026-10-07"))
      tables.cases.helpAcceptedOn.append(number < 10 ? day("2026-10-20") : nil)
      tables.cases.result.append(number < 20 ? .financialHelp : number < 60 ? .noContact : nil)
      tables.cases.closedOn.append(nil)
      guard number < 80 else { continue }
      // Twenty too late; sixty reached, of whom twenty at the second attempt.
      for (attempt, on) in [number < 20 ? "2026-11-05" : "2026-10-08", "2026-10-30"].enumerated() {
        guard attempt == 0 || (20..<40).contains(number) else { continue }
        tables.contactAttempts.caseID.append(id)
        tables.contactAttempts.number.append(UInt32(attempt + 1))
        tables.contactAttempts.means.append(.phone)
        tables.contactAttempts.contactedOn.append(day(on))
        tables.contactAttempts.dayPart.append(nil)
        let isReached = (20..<40).contains(number) ? attempt == 1 : number < 60
        tables.contactAttempts.reached.append(isReached ? .yes : .no)
      }
    }
    let made = try Self.indicators(tables)
    let contact = Self.numbers(made["contact"])
    #expect(contact["2026-10/Gesprek binnen de termijn"] == 40)
    #expect(contact["2026-10/Gesprek en eerste poging na de termijn"] == 20)
    #expect(contact["2026-10/Nog niet bereikt, eerste poging binnen de termijn"] == 20)
    #expect(contact["2026-10/Geen poging bekend"] == 20)
    #expect(Self.numbers(made["bereik"]) == ["2026-10": 600])
    #expect(Self.numbers(made["eerste-gesprek-op-tijd"]) == ["2026-10": 400])
    #expect(Self.numbers(made["eerste-poging-op-tijd"]) == ["2026-10": 600])
    #expect(Self.numbers(made["aanvaard-van-zaken"]) == ["2026-10": 200])
    #expect(Self.numbers(made["aanvaard-van-bereikt"]) == ["2026-10": 330])
    #expect(Self.numbers(made["pogingen-per-zaak"]) == ["totaal": 10])
    #expect(Self.numbers(made["dagen-tot-eerste-poging"]) == ["2026-10": 30])
    #expect(made["aanvaard-van-bereikt"]?.lines.first?.denominator?.rounded == 60)
  }

  @Test("A month with few signals stands together with others")
  func smallMonths() throws {
    let made = try Self.indicators(
      MunicipalityTables(
        Self.signals(100, from: 1000) { $0.receivedAt = "2026-10-05" }
          + Self.signals(40, from: 2000) { $0.receivedAt = "2026-11-04" }
          + Self.signals(15, from: 3000) { $0.receivedAt = "2026-09-04" }
          + Self.signals(9, from: 4000) { $0.receivedAt = "2026-08-04" }))
    #expect(
      Self.numbers(made["signalen"]) == [
        "2026-10": 100, "2026-11": 40, "overig": 25, "totaal": 165,
      ]
    )
  }

  @Test("Whatever is counted, nothing but noughts and multiples of five of ten or more can be seen")
  func nothingRaw() throws {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<20 {
      let count = Int.random(in: 0...120, using: &random)
      var reported = Self.signals(count, from: 1) { _ in }
      for index in reported.indices {
        reported[index].type = PartnerType.allCases.randomElement(using: &random) ?? .rent
        reported[index].household = UInt64.random(in: 1...60, using: &random)
        reported[index].address = reported[index].household
        reported[index].receivedAt =
          ["2026-09-30", "2026-10-15", "2026-11-02"].randomElement(using: &random) ?? ""
        reported[index].disposition = Disposition.allCases.randomElement(using: &random) ?? .kept
        reported[index].crisis = Int.random(in: 0..<20, using: &random) == 0
      }
      let made = try Self.indicators(MunicipalityTables(reported))
      #expect(made.series.count == IndicatorCatalogue.entries.count)
      for series in made.series {
        #expect(series.lines.isEmpty == !series.absence.isEmpty)
        for line in series.lines {
          let counts = [line.denominator].compactMap { $0 } + [line.value.count].compactMap { $0 }
          for number in counts.compactMap(\.rounded) {
            #expect(number == 0 || (number >= 10 && number % 5 == 0), "\(series.indicator.code)")
          }
        }
      }
    }
  }

  @Test("Every indicator has a code of its own, a definition and a source")
  func catalogue() {
    let all = IndicatorCatalogue.indicators
    #expect(Set(all.map(\.code)).count == all.count && all.count > 25)
    for indicator in all {
      #expect(indicator.code.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" })
      #expect(indicator.definition.hasSuffix(".") && indicator.definition.count > 30)
      #expect(indicator.unit == .count || !indicator.denominator.isEmpty)
    }
    #expect(Set(all.map(\.chapter)) == Set(IndicatorChapter.allCases))
  }
}

extension IndicatorValue {
  fileprivate var count: PublishedCount? {
    if case .count(let count) = self { count } else { nil }
  }
}
