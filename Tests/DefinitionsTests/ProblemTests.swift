import Diagnostics
import Foundation
import TestSupport
import Testing

/// A change to a shipped file, with marks where problems are expected.
struct Mistake: CustomTestStringConvertible, Sendable {
  var file: String
  var old: String
  /// The changed text, with a mark such as 1️⃣ where each of ``codes`` is found.
  var new: String
  var codes: [String]

  var testDescription: String { "\(codes.joined(separator: " ")): \(new)" }

  init(_ file: String, _ old: String, _ new: String, _ codes: String...) {
    self.file = "pipelines/" + file
    self.old = old
    self.new = new
    self.codes = codes
  }
}

private let feed = "feeds/waterdruppel/feed.yml"
private let landlord = "feeds/havenstad-wonen/feed.yml"
private let town = "municipalities/0606.yml"
private let rules = "rules/standaard.yml"
private let model = "matching/standaard.yml"
private let night = "nightly.yml"

/// An experiment in a municipality's file.
private func experiment(_ days: String, source: String) -> String {
  "admissions:\n  - { partner-type: Hypotheek, \(days), source: \(source) }\n"
}

@Suite struct ProblemTests {
  static let broken = [
    // DEF-001: what is named is not there.
    Mistake(night, "  - waterdruppel", "  - 1️⃣waterdrupel", "DEF-001"),
    Mistake(night, "- \"0606\"", "- 1️⃣\"0607\"", "DEF-001"),
    Mistake(town, "rules: standaard", "rules: 1️⃣standaart", "DEF-001"),
    Mistake(night, "inbox: ", "reference: 1️⃣tables\ninbox: ", "DEF-001"),

    // DEF-002: no YAML.
    Mistake(feed, "  delimiter: \"|\"", "  delimiter: \"|\"\n 1️⃣oops: 1", "DEF-002"),
    Mistake(feed, "  delimiter: \"|\"", "  delimiter: 1️⃣\"|", "DEF-002"),
    Mistake(feed, "title: Waterdruppel", "title: 1️⃣@Waterdruppel", "DEF-002"),

    // DEF-003: unknown keys.
    Mistake(feed, "due-day: 10", "1️⃣dueday: 10", "DEF-003"),
    Mistake(town, "capacity:", "1️⃣capacities:", "DEF-003"),
    Mistake(rules, "when: { warm-handover: true }", "when: { 1️⃣warm: true }", "DEF-003"),
    Mistake(night, "  - deduplicate", "  - 1️⃣dedupe: { a: 1 }", "DEF-004", "DEF-003"),
    Mistake(
      night, "  - deduplicate", "  - deduplicate: { 1️⃣repeat-month: 6 }", "DEF-003"),

    // Routes, teams and focus areas.
    Mistake(rules, "code: ROUTE-18", "code: 1️⃣R-18", "DEF-005"),
    Mistake(rules, "code: ROUTE-ZZP", "code: 1️⃣ROUTE-18", "DEF-009"),
    Mistake(rules, "list: one", "list: 1️⃣some", "DEF-006"),
    Mistake(rules, "when: { debtor-kinds: [zzp] }", "when: { debtor-kinds: [1️⃣zzper] }", "DEF-006"),
    Mistake(rules, "classes: [C4]", "classes: [1️⃣C5]", "DEF-006"),
    Mistake(town, "capacity:", "routes: [1️⃣ROUTE-19]\ncapacity:", "DEF-007"),
    Mistake(town, "[\"3111\", \"3112\"", "[\"3111\", 1️⃣\"311\"", "DEF-005"),
    Mistake(town, "[\"3114\", \"3115\"", "[\"3114\", 1️⃣\"3113\"", "DEF-008"),
    Mistake(town, "source: nplv-focusgebieden", "source: 1️⃣nplv", "DEF-007"),

    // DEF-004: missing keys.
    Mistake(feed, "partner:\n  id: waterdruppel\n  name", "partner:\n  1️⃣name", "DEF-004"),
    Mistake(
      feed, "SALDO: { field: amount, as: amount-decimal-point }", "SALDO: 1️⃣amount", "DEF-004"),
    Mistake(feed, "{ field: kind, lookup: melding }", "1️⃣{ field: kind }", "DEF-004"),
    Mistake(feed, "{ field: arisen-on, as: date-iso }", "1️⃣{ as: date-iso }", "DEF-004"),
    Mistake(
      town, "retention:\n  not-picked-up-months: 6\n  picked", "retention:\n  1️⃣picked",
      "DEF-004"),
    Mistake(town, "retention:", "1️⃣keep:", "DEF-004", "DEF-003"),

    // DEF-005: the wrong kind of value.
    Mistake(feed, "due-day: 10", "due-day: 1️⃣tenth", "DEF-005"),
    Mistake(feed, "due-day: 10", "due-day: 1️⃣31", "DEF-005"),
    Mistake(feed, "due-day: 10", "due-day: 1️⃣010", "DEF-005"),
    Mistake(feed, "delimiter: \"|\"", "delimiter: 1️⃣\"||\"", "DEF-005"),
    Mistake(feed, "title: Waterdruppel", "1️⃣title: #", "DEF-005"),
    Mistake(
      feed, "name: waterdruppel_{period}_{received}.csv.gz", "name: 1️⃣waterdruppel.csv.gz",
      "DEF-005"),
    Mistake(
      feed, "name: waterdruppel_{period}_{received}.csv.gz",
      "name: 1️⃣waterdruppel_{period}_{day}.csv.gz", "DEF-005"),
    Mistake(
      feed, "name: waterdruppel_{period}_{received}.csv.gz", "name: 1️⃣waterdruppel_{period}.csv",
      "DEF-005"),
    Mistake(town, "  Huur: 50", "  Huur: 1️⃣50,00", "DEF-005"),
    Mistake(night, "- \"0606\"", "- 1️⃣606", "DEF-005"),
    Mistake(rules, "code: R-WARM", "code: 1️⃣warm", "DEF-005"),
    Mistake(
      night, "  - deduplicate", "  - deduplicate: { repeat-months: 1️⃣99 }", "DEF-005"),

    Mistake(feed, "due-day: 10", "first-period: 1️⃣2026-W41", "DEF-005"),
    Mistake(feed, "due-day: 10", "every: week\n  first-period: 1️⃣2025-W53", "DEF-005"),
    Mistake(feed, "due-day: 10", "volume: { from-deliveries: 1️⃣0 }", "DEF-005"),

    // DEF-006: unknown words.
    Mistake(feed, "due-day: 10", "every: 1️⃣day", "DEF-006"),
    Mistake(feed, "due-day: 10", "correction: 1️⃣replace", "DEF-006"),
    Mistake(feed, "type: Water", "type: 1️⃣Watter", "DEF-006"),
    Mistake(feed, "TELEFOON: phone", "TELEFOON: 1️⃣telephone", "DEF-006"),
    Mistake(feed, "encoding: windows-1252", "encoding: 1️⃣latin1", "DEF-006"),
    Mistake(
      feed, "SINDS: { field: arisen-on, as: date-iso }",
      "SINDS: { field: arisen-on, as: 1️⃣amount-cents }", "DEF-006"),
    Mistake(feed, "UPDATE: geactualiseerd", "UPDATE: 1️⃣actualisatie", "DEF-006"),
    Mistake(feed, "X: ja", "X: 1️⃣yes", "DEF-006"),
    Mistake(town, "Telefoon: 40", "1️⃣Telephone: 40", "DEF-006"),
    Mistake(rules, "De zorgverzekering stopt.", "1️⃣De zorgverzekering stopt op {day}.", "DEF-006"),
    Mistake(night, "  - match", "  - 1️⃣macth", "DEF-004", "DEF-006"),

    // DEF-007: names that lead nowhere.
    Mistake(feed, "lookup: geen-toestemming }", "lookup: 1️⃣toestemming }", "DEF-007"),
    Mistake(feed, "source: besluit-gs/3", "source: 1️⃣besluit-gs/4", "DEF-007"),
    Mistake(rules, "source: bkr-vps", "source: 1️⃣bkr", "DEF-007"),
    Mistake(town, "source: purmerend-bewaartermijnen", "source: 1️⃣niemand", "DEF-007"),

    // DEF-008: contradictions.
    Mistake(feed, "WOONPLAATS: city", "WOONPLAATS: 1️⃣postcode", "DEF-008"),
    Mistake(
      feed, "WOONPLAATS: city", "WOONPLAATS: { field: city, ignored: 1️⃣not needed }", "DEF-008"),
    Mistake(
      feed, "\nexpect:", "\nconstants:\n  1️⃣kind: vroegsignaal\n\nexpect:", "DEF-008"),
    Mistake(feed, "at-least: 1, at-most: 50000", "at-least: 9, at-most: 1️⃣5", "DEF-008"),
    Mistake(feed, "due-day: 10", "every: week\n  due-day: 1️⃣10", "DEF-008"),
    Mistake(feed, "due-day: 10", "every: irregular\n  due-day: 1️⃣10", "DEF-008"),
    Mistake(feed, "due-day: 10", "every: irregular\n  correction: 1️⃣replaces", "DEF-008"),
    Mistake(
      feed, "due-day: 10", "first-period: 2026-10\n  last-period: 1️⃣2026-09", "DEF-008"),
    Mistake(town, "code: \"0606\"", "code: 1️⃣\"0622\"", "DEF-008", "DEF-008"),
    Mistake(town, "name: Schiedam", "name: 1️⃣Schiedan", "DEF-008"),
    Mistake(town, "to-days: 100", "to-days: 1️⃣10", "DEF-008"),
    Mistake(town, "  C1: 4", "  C1: 1️⃣6", "DEF-008"),
    Mistake(
      rules, "when: { kinds: [ontruiming] }\n    class: C0",
      "when: { kinds: [ontruiming] }\n    class: C1", "DEF-008"),
    Mistake(
      rules, "deadline: { working-days: 3 }", "deadline: 1️⃣{ working-days: 3, weeks: 1 }",
      "DEF-008"),
    Mistake(
      rules, "age-between: { from: 18, to: 20 }", "age-between: 1️⃣{ from: 28, to: 20 }", "DEF-008"),
    Mistake(
      night, "  - deduplicate\n  - match", "  - match\n  - 1️⃣deduplicate", "DEF-008"),
    Mistake(night, "state: ../state", "state: 1️⃣../output", "DEF-008"),

    // DEF-009: keys that stand there twice.
    Mistake(feed, "delimiter: \"|\"", "delimiter: \"|\"\n  1️⃣encoding: utf-8", "DEF-009"),
    Mistake(feed, "due-day: 10", "due-day: 10\n  1️⃣\"due-day\": 11", "DEF-009"),
    Mistake(
      feed, "KLANT: partner-reference", "KLANT: partner-reference\n  1️⃣KLANT: email",
      "DEF-009"),
    Mistake(rules, "code: R-WARM", "code: 1️⃣R-HUUR-2M", "DEF-009"),
    Mistake(
      town, "Zorg: { from-days: 30, to-days: 100 }",
      "Zorg: { from-days: 30, to-days: 100, 1️⃣to-days: 90 }", "DEF-009"),
    Mistake(night, "  - zorgvast", "  - zorgvast\n  - 1️⃣zorgvast", "DEF-009"),

    // DEF-010: weaker than the law.
    Mistake(town, "  C1: 4", "  C0: 1️⃣4", "DEF-010"),
    Mistake(town, "  C1: 4", "  C1: 1️⃣21", "DEF-010"),
    Mistake(rules, "deadline: { working-days: 3 }", "deadline: 1️⃣{ working-days: 4 }", "DEF-010"),
    Mistake(rules, "deadline: { working-days: 3 }", "deadline: 1️⃣{ weeks: 1 }", "DEF-010"),
    Mistake(
      town, "# Attempts per working day.",
      experiment("from: 2026-01-01, to: 1️⃣2031-01-01", source: "wgs/10"), "DEF-010"),
    Mistake(
      town, "# Attempts per working day.",
      experiment("from: 2026-01-01, to: 1️⃣2025-12-31", source: "wgs/10"), "DEF-008"),
    Mistake(
      town, "# Attempts per working day.",
      experiment("from: 2026-01-01, to: 2026-12-31", source: "1️⃣wgs/99"), "DEF-007"),

    // DEF-013: steps before a report that nothing tells.
    Mistake(landlord, "steps: [a, b, c, d]", "steps: [a, b, c]", "DEF-013"),
    Mistake(landlord, "steps: [a, b, c, d]", "steps: [b]", "DEF-013"),
    Mistake(landlord, "steps: [a, b, c, d]", "steps: [a, b, c, d, 1️⃣e]", "DEF-006"),
    Mistake(landlord, "from: 2021-01-01", "from: 2021-01-01\n  to: 1️⃣2020-01-01", "DEF-008"),

    // DEF-014: columns that no signal may have, mapped or ignored.
    Mistake(feed, "KLANT: partner", "1️⃣BSN: { ignored: not needed }\n  KLANT: partner", "DEF-014"),
    Mistake(
      feed, "KLANT: partner", "1️⃣Nationaliteit: { ignored: nee }\n  KLANT: partner", "DEF-014"),
    Mistake(feed, "TELEFOON: phone", "1️⃣Uitkering telefoon: phone", "DEF-014"),

    // DEF-015: a window wider than what was agreed.
    Mistake(town, "Huur: { from-days: 30 }", "Huur: 1️⃣{ from-days: 29 }", "DEF-015"),
    Mistake(town, "Huur: { from-days: 30 }", "Huur: 1️⃣{ to-days: 300 }", "DEF-015"),
    Mistake(town, "to-days: 100 }", "to-days: 101 }", "DEF-015"),
    Mistake(town, "Zorg: { from-days: 30, to-days: 100 }", "Zorg: 1️⃣{ from-days: 30 }", "DEF-015"),
    Mistake(
      town, "Water: { from-days: 30 }",
      "Water: { from-days: 30 }\n  Hypotheek: 1️⃣{ from-months: 1 }",
      "DEF-015"),

    // A model of matching: every level, chances above 0 and at most 1, rarity exactly where it counts.
    Mistake(town, "rules: standaard", "rules: standaard\nmatching: 1️⃣standaart", "DEF-001"),
    Mistake(town, "rules: standaard", "rules: standaard\nmatching: 1️⃣Eigen model", "DEF-005"),
    Mistake(model, "  email:", "  1️⃣mail:", "DEF-004", "DEF-003"),
    Mistake(model, "same-initial: {", "1️⃣initial: {", "DEF-004", "DEF-003"),
    Mistake(model, "{ person: 0.60, ", "1️⃣{ ", "DEF-004"),
    Mistake(model, "strangers: 0.075, ", "strangers: 1️⃣rarity, ", "DEF-005"),
    Mistake(model, "person: 0.93, strangers: 0.075, ", "person: 0.93, ", "DEF-004"),
    Mistake(
      model, "person: 0.60, strangers: rarity,", "person: 0.60, strangers: 1️⃣0.01,", "DEF-006"),
    Mistake(model, "person: 0.60", "person: 1️⃣0", "DEF-005"),
    Mistake(model, "person: 0.60", "person: 1️⃣1.2", "DEF-005"),
    Mistake(model, "person: 0.60", "person: 1️⃣0,6", "DEF-005", "DEF-003"),
    Mistake(model, "person: 0.60", "person: 1️⃣-0.6", "DEF-005"),
    Mistake(model, "person: 0.60", "person: 1️⃣6e-1", "DEF-005"),
    Mistake(model, "records-per-person: 4", "records-per-person: 1️⃣0.0", "DEF-005"),
    Mistake(model, "source: voorsein-keuze", "source: 1️⃣voorsein-keus", "DEF-007"),

    // DEF-016: chances that are not all there is.
    Mistake(
      model, "  initial:\n    same: { person: 0.93", "  initial:\n    1️⃣same: { person: 0.83",
      "DEF-016"),
    Mistake(model, "near: { person: 0.04, ", "near: { person: 0.14, ", "DEF-016"),
  ]

  @Test(arguments: broken) func `A mistake is found at its place`(mistake: Mistake) throws {
    let pipeline = try EditedPipeline()
    try pipeline.replace(mistake.old, with: mistake.new, in: mistake.file)
    let marked = MarkedText(try pipeline.text(mistake.file))
    try pipeline.folder.write(marked.text, to: mistake.file)
    let problems = pipeline.problems()
    let said = problems.map(DiagnosticText.paragraph).joined(separator: "\n")
    #expect(problems.map(\.code.id) == mistake.codes, "\(said)")
    let places = problems.map { "\($0.location.line ?? 0):\($0.location.character ?? 0)" }
    for place in marked.places { #expect(places.contains(place), "\(said)") }
    for problem in problems {
      #expect(problem.location.file == pipeline.folder.path(mistake.file), "\(said)")
      #expect(!said.contains("not given›"))
    }
  }
}
