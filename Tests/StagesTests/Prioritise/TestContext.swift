import Definitions
import Model
import Pipeline

@testable import Stages

/// Rules and settings for the tests of the last two stages.
enum TestContext {
  /// The days on which nobody works, from 2024 to 2031.
  static let holidays = Set((2024...2031).flatMap { HolidayCalendar.holidays(in: $0) })

  /// Rules after the shape of the shipped ones, small enough to see through.
  static let rules = RuleSet(
    name: "proef", version: "2026-1",
    rules: [
      rule("R-ONTRUIMING", .c0, "De woning wordt ontruimd op {date}.") { $0.kinds = [.eviction] },
      rule("R-HUUR-2M", .c1, "De huur is {n} maanden niet betaald.") {
        $0.partnerTypes = [.rent]
        $0.monthsInArrearsAtLeast = 2
      },
      rule("R-MEERVOUDIG", .c1, "{n} soorten: {partners}.") { $0.distinctPartnerTypesAtLeast = 2 },
      rule("R-OPEENVOLGEND", .c2, "Eerder ook een melding.") { $0.consecutive = true },
      rule("R-JONGERE", .c2, "Een jongere.") {
        $0.partnerTypes = [.health]
        $0.ageBetween = 18...27
      },
      rule("R-GEGROEID", .c2, "De achterstand is gegroeid.") { $0.grown = true },
      rule("R-BEDRAG", .c3, "Een bedrag van 150 euro of meer.") {
        $0.amountAtLeast = Money(cents: 150_00)
      },
      rule("R-AANBOD", .c4, "Er zijn {n} meldingen.") { _ in },
    ],
    classes: [
      .c0: ClassDefinition(
        deadline: .workingDays(3), source: "wgs/4.2", firstAttemptWorkingDays: 1,
        means: [.phone, .visit]),
      .c1: ClassDefinition(
        deadline: .weeks(4), source: "wgs/4.1", firstAttemptWorkingDays: 5, means: [.phone, .visit]),
      .c2: ClassDefinition(
        deadline: .weeks(4), source: "wgs/4.1", firstAttemptWorkingDays: 10,
        means: [.phone, .textMessage, .visit]),
      .c3: ClassDefinition(
        deadline: .weeks(4), source: "wgs/4.1", firstAttemptWorkingDays: 10,
        means: [.phone, .textMessage, .mail, .letter]),
      .c4: ClassDefinition(
        deadline: .weeks(4), source: "wgs/4.1", firstAttemptWorkingDays: 10,
        means: [.letter, .mail]),
    ])

  /// A rule without dates.
  static func rule(
    _ code: String, _ priorityClass: PriorityClass, _ reason: String,
    _ set: (inout RuleCondition) -> Void
  ) -> Rule {
    var condition = RuleCondition()
    set(&condition)
    return Rule(
      code: code, condition: condition, priorityClass: priorityClass, reason: reason,
      source: "wgs/3.1b", validFrom: nil, validTo: nil)
  }

  /// What the stages may know.
  static func make(
    on referenceDate: String = "2026-11-09", rules: RuleSet = rules,
    firstAttempt: [PriorityClass: Int] = [:], capacity: [ContactMeans: Int] = [:],
    set: (inout MunicipalityDefinition) -> Void = { _ in }
  ) -> StageContext {
    let code = MunicipalityCode("0606") ?? MunicipalityCode(number: 606)
    guard let code else { fatalError("0606 is a code") }
    var municipality = MunicipalityDefinition(
      code: code, name: "Schiedam", rules: rules.name, thresholds: [:], windows: [:],
      retention: Retention(notPickedUpMonths: 6, pickedUpMonths: 12, afterClosingMonths: 18),
      capacity: capacity, firstAttemptWorkingDays: firstAttempt)
    set(&municipality)
    return StageContext(
      referenceDate: day(referenceDate), municipality: municipality,
      rules: rules,
      // Neither of the last two stages compares signals.
      matching: LinkageModel(
        title: "leeg", source: "", chances: [:], recordsPerPerson: 4, personOverRelatives: 2.8,
        swappedNames: 0.0625),
      reference: ReferenceTables(
        municipalityOfArea: [], municipalityNames: [:], holidays: holidays, admissions: []),
      keys: MunicipalityKeys(
        secret: [UInt8](repeating: 7, count: 32), name: "test", municipality: code),
      feeds: [])
  }

  /// Prioritises signals.
  static func prioritise(
    _ signals: [ReportedSignal], history: History = History(), in context: StageContext = make()
  ) throws -> Prioritised {
    var tables = MunicipalityTables(signals)
    tables.history = history
    try Prioritise(settings: [:]).run(&tables, context)
    return tables.prioritised
  }
}

extension Prioritised {
  /// A text of a line.
  func text(_ column: KeyPath<Prioritised, [TextCell]>, _ line: Int = 0) -> String {
    arena[self[keyPath: column][line]].string
  }

  /// The line of a household.
  func line(of household: UInt64) -> Int? {
    householdID.firstIndex(of: HouseholdID(high: household, low: 3))
  }

  /// Every cell of every line, to compare whole tables.
  var written: [String] {
    (0..<count).map { line in
      let out = ByteArena()
      for column in Prioritised.columns {
        column.writer(self)(line, out)
        out.append(",")
      }
      return out.bytes.string
    }
  }
}
