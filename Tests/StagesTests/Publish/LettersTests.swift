import Definitions
import Model
import Pipeline
import Testing

@testable import Stages

@Suite("Letters: one to each debtor, with the right salutation")
struct LettersTests {
  private func letters(_ signals: [ReportedSignal]) throws -> [WorklistLetter] {
    var tables = MunicipalityTables(signals)
    try Prioritise(settings: [:]).run(&tables, TestContext.make())
    return try Publish().run(tables, TestContext.make())[0].letters
  }

  @Test("A letter names the debtor and nothing of anybody else")
  func eachDebtor() throws {
    let found = try letters([
      ReportedSignal(id: 1, person: 1, surname: "Jansen"),
      ReportedSignal(id: 2, person: 1, surname: "Jansen"),
      ReportedSignal(id: 3, person: 2, surname: "Bakker"),
    ])
    #expect(found.map(\.name) == ["J. van den Bakker", "J. van den Jansen"])
    #expect(found[0].salutation == "Geachte heer of mevrouw Van den Bakker,")
    #expect("\(found)" == "[‹withheld›, ‹withheld›]")
  }

  @Test("The heirs of somebody are addressed as heirs")
  func estate() throws {
    let found = try letters([ReportedSignal(id: 1, debtorKind: .estate)])
    #expect(found.map(\.salutation) == ["Geachte erfgenamen,"])
    #expect(found.map(\.name) == ["De erfgenamen van J. van den Jansen"])
  }

  @Test("The name of a business is nobody's surname")
  func business() throws {
    let found = try letters([ReportedSignal(id: 1, debtorKind: .soleTrader)])
    #expect(found.map(\.salutation) == ["Geachte heer of mevrouw,"])
  }

  @Test(
    "No letter without a name, with letters lost, or to an address that a person must release",
    arguments: [
      ReportedSignal(id: 1, surname: ""), ReportedSignal(id: 1, quality: [.lossyName]),
      ReportedSignal(id: 1, quality: [.garbled]), ReportedSignal(id: 1, flags: .secret),
      ReportedSignal(id: 1, flags: .underInvestigation),
    ])
  func none(_ signal: ReportedSignal) throws {
    #expect(try letters([signal]).isEmpty)
  }

  @Test("A household that is called and visited gets no letter")
  func otherMeans() throws {
    #expect(try letters([ReportedSignal(id: 1, terms: 3)]).isEmpty)
  }

  @Test(arguments: [
    ("de Vries", "De Vries"), ("van 't Hof", "Van 't Hof"), ("'t Hart", "'t Hart"),
    ("d'Ancona", "D'Ancona"), ("ijsbrandy", "IJsbrandy"), ("IJzerman", "IJzerman"),
    ("öz", "Öz"), ("Jansen-de Boer", "Jansen-de Boer"), ("", ""),
  ])
  func capital(surname: String, expected: String) {
    #expect(Letters.withCapital(surname) == expected)
  }
}
