import Foundation
import Model
import Samples
import Testing
import TestSupport

/// How much of everything a sample holds.
@Suite struct RateTests {
  @Test func fatesOfASampleOfTwentyThousand() throws {
    let fates = try SampleFolder(signals: 20_000, seed: 41).summary.fates
    func share(_ fate: Fate) -> Double { Double(fates[fate] ?? 0) / 20 }
    // In thousandths of all rows.
    #expect((680...800).contains(share(.listed)))
    #expect((120...170).contains(share(.superseded)))
    #expect((9...15).contains(share(.technicalDuplicate)))
    #expect((20...45).contains(share(.belowThreshold)))
    #expect((15...35).contains(share(.outsideWindow)))
    #expect((4...10).contains(share(.noArrears)))
    #expect((11...19).contains(share(.refused)))
    #expect((8...18).contains(share(.legalPerson)))
    #expect((12...24).contains(share(.outsideMunicipality)))
    #expect((2...5).contains(share(.malformed)))
    for fate: Fate in [.repeated, .joinedCase, .unlawful, .movedAway, .deceased] {
      #expect(fates[fate] == 0)
    }
  }

  @Test func peopleHaveSignalsOfSeveralPartnersAndHouseholdsOfSeveralPeople() throws {
    let truth = try SampleFolder(signals: 20_000, seed: 42).truth()
    let feedsOfPerson = Dictionary(grouping: truth, by: \.person).mapValues { Set($0.map(\.feed)) }
    let peopleOfHousehold = Dictionary(grouping: truth, by: \.household)
      .mapValues { Set($0.map(\.person)) }
    let several = feedsOfPerson.values.filter { $0.count > 1 }.count
    let together = peopleOfHousehold.values.filter { $0.count > 1 }.count
    #expect((150...350).contains(several * 1000 / feedsOfPerson.count))
    #expect((80...300).contains(together * 1000 / peopleOfHousehold.count))
  }

  @Test func severalHouseholdsShareAnAddress() throws {
    let sample = try SampleFolder(signals: 20_000, seed: 43)
    let truth = try sample.truth()
    var households: [[String]: Set<String>] = [:]
    var index = 0
    for name in sample.summary.files {
      for cells in try sample.cells(name).dropFirst() {
        if name.hasPrefix("zorgvast"), cells.count == 20 {
          let postcode = cells[7].filter { $0 != " " }.uppercased()
          households[[postcode, cells[8], cells[9]], default: []].insert(truth[index].household)
        }
        index += 1
      }
    }
    #expect(households.values.contains { $0.count == 2 })
    #expect(households.values.contains { $0.count == 3 })
  }

  @Test func wordsOfNamesComeInEveryManner() throws {
    let sample = try SampleFolder(signals: 20_000, seed: 44)
    let water = try sample.cells("waterdruppel_2026-10_20261104.csv.gz").map { $0[1] }
    for part in ["Dhr. ", "Mevr. ", "De heer ", " v.d. ", " e/v ", " h.o.d.n. ", "?", "-"] {
      #expect(water.contains { $0.contains(part) }, "no name holds “\(part)”")
    }
    #expect(water.contains { $0 == "Stichting Getijden" })
    let landlord = try sample.cells("maasoever-wonen_2026-10_20261105.csv.gz").map { $0[1] }
    #expect(landlord.contains { $0.hasPrefix("Berg, ") && $0.hasSuffix(" van den") })
    let energy = try sample.cells("noorderlicht-energie_2026-10_20261106.csv.gz").map { $0[2] }
    #expect(energy.contains("van den Berg") && energy.contains("Berg, van den"))
    #expect(energy.contains { $0.contains("Ş") } && energy.contains { $0.contains("ł") })
  }

  @Test func threatsAreMostlyReportedInTime() throws {
    let sample = try SampleFolder(signals: 60_000, seed: 45)
    var lead: [Int] = []
    for month in ["2026-09_20261007", "2026-10_20261106"] {
      let rows = try sample.cells("noorderlicht-energie_\(month).csv.gz")
      for cells in rows where cells.count == 18 && cells[15] == "EL" {
        let from = try #require(date(cells[14]))
        lead.append(from.days(until: try #require(date(cells[16]))))
      }
    }
    let late = lead.filter { $0 < 28 }.count
    #expect(lead.count > 100 && lead.allSatisfy { $0 >= 3 })
    #expect((100...300).contains(late * 1000 / lead.count))
  }

  private func date(_ text: String) -> CalendarDate? {
    CalendarDate(iso: "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.dropFirst(6))")
  }
}
