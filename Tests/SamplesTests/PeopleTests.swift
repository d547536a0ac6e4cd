import Foundation
import Model
import TestSupport
import Testing

@testable import Samples

/// The sample holds the people and the spellings that make matching hard.
@Suite struct PeopleTests {
  private static let insurer = "zorgvast_2026-10_20261105.csv.gz"

  /// The rows of the insurer that can be read, each with its truth.
  private func insured(_ sample: SampleFolder) throws -> [(cells: [String], truth: Truth)] {
    let truth = try sample.truth().filter { $0.delivery == Self.insurer }
    return zip(try sample.cells(Self.insurer).dropFirst(), truth).filter { $0.0.count == 20 }
      .map { (cells: $0.0, truth: $0.1) }
  }

  @Test func partnersSpellOneNameInSeveralWays() throws {
    let sample = try SampleFolder(signals: 60_000, seed: 61)
    var surnames: [String: Set<String>] = [:]
    var givenNames: [String: Set<String>] = [:]
    var index = 0
    let truth = try sample.truth()
    for name in sample.summary.files {
      let at = name.hasPrefix("noorderlicht") ? (1, 2) : (1, 3)
      for cells in try sample.cells(name).dropFirst() {
        defer { index += 1 }
        guard !name.hasPrefix("maasoever"), !name.hasPrefix("waterdruppel"), cells.count > 12 else {
          continue
        }
        surnames[truth[index].person, default: []].insert(cells[at.1])
        givenNames[truth[index].person, default: []].insert(cells[at.0])
      }
    }
    func somebody(_ names: [String: Set<String>], _ both: String...) -> Bool {
      names.values.contains { $0.isSuperset(of: both) }
    }
    #expect(somebody(surnames, "Şahin", "Sahin"))
    #expect(somebody(surnames, "Yılmaz", "Yilmaz"))
    #expect(surnames.values.contains { $0.contains("Elamrani") || $0.contains("El Amrani") })
    #expect(somebody(surnames, "Meijer", "Meyer"))
    #expect(surnames.values.contains { $0.contains("Kowalska") })
    let written = givenNames.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    let spellings = ["Mohamed", "Mohammed", "Muhammad", "Mohammad", "Mohamad"]
    #expect(spellings.filter { written.contains($0) }.count >= 2)
    let missing = ["Łukasz", "Lukasz", "Cornelis", "Kees"].filter { !written.contains($0) }
    #expect(missing.isEmpty)
  }

  @Test func manyHouseholdsLiveInOneStudentHouseOrHome() throws {
    let sample = try SampleFolder(signals: 60_000, seed: 62)
    var households: [[String]: Set<String>] = [:]
    var years: [[String]: Set<Int>] = [:]
    for (cells, truth) in try insured(sample) {
      let address = [cells[7].filter { $0 != " " }.uppercased(), cells[8], cells[9]]
      households[address, default: []].insert(truth.household)
      if let year = Int(cells[6].prefix(4)), year > 1900 {
        years[address, default: []].insert(year)
      }
    }
    let full = households.filter { $0.value.count >= 6 }
    #expect(full.count > 5)
    #expect(full.contains { (years[$0.key] ?? []).allSatisfy { $0 < 1960 } })
    #expect(
      households.contains { $0.value.count >= 3 && (years[$0.key] ?? []).allSatisfy { $0 > 1997 } })
  }

  @Test func parentAndChildHaveOneInitialAndTwinsOneBirthDate() throws {
    let rows = try insured(SampleFolder(signals: 60_000, seed: 63))
    let members = Dictionary(grouping: rows, by: \.truth.household).values.map { rows in
      Dictionary(rows.map { ($0.truth.person, $0.cells) }, uniquingKeysWith: { first, _ in first })
        .values.map { $0 }
    }
    var namesakes = 0
    var twins = 0
    for people in members where people.count > 1 {
      for (index, person) in people.enumerated() {
        for other in people[(index + 1)...] where person[3] == other[3] {
          if person[1].first == other[1].first, person[6] != other[6] { namesakes += 1 }
          if person[6] == other[6], person[6].count == 8, !person[6].hasSuffix("00"),
            !["00000000", "19000101"].contains(person[6])
          {
            twins += 1
          }
        }
      }
    }
    #expect(namesakes > 5)
    #expect(twins > 0)
  }

  @Test func oneWhoHandlesAffairsIsWrittenToForMany() throws {
    let rows = try insured(SampleFolder(signals: 60_000, seed: 64))
    var households: [String: Set<String>] = [:]
    var phones: [String: Set<String>] = [:]
    for (cells, truth) in rows where cells[13].hasPrefix("bewindvoerder") {
      households[cells[13], default: []].insert(truth.household)
      let digits = String(cells[12].filter(\.isNumber).suffix(8))
      if digits.count == 8, digits != "00000000" { phones[cells[13], default: []].insert(digits) }
    }
    #expect(households.values.contains { $0.count >= 4 })
    #expect(phones.values.allSatisfy { $0.count == 1 })
  }

  @Test func noTwoHouseholdsShareAPhoneNumberByChance() {
    var seen: Set<Int> = []
    for household in stride(from: 0, to: 740_000, by: 7) {
      for slot in 0..<8 {
        let number = Phone.own(household, slot, seed: .max)
        #expect((70_000_000..<76_000_000).contains(number))
        #expect(seen.insert(number).inserted)
      }
    }
  }

  @Test(arguments: [
    ("Yılmaz", "Yilmaz", "Yılmaz"), ("Şimşek", "Simsek", "Şimşek"), ("Weiß", "Weiss", "Weiß"),
    ("Meijer", "Meijer", "Meyer"), ("Janssen", "Janssen", "Jansen"),
    ("Schmidt", "Schmidt", "Schmid"),
    ("IJzerman", "IJzerman", "Yzerman"), ("Łuczak", "Luczak", "Łuczak"), ("Bos", "Bos", "Bos"),
    ("Blom", "Blom", "Blom"), ("Çağla", "Cagla", "Çağla"), ("Dekker", "Dekker", "Dekker"),
  ])
  func namesLoseMarksAndAreMisheard(name: String, plain: String, heard: String) {
    #expect(Spelling.withoutMarks(name) == plain)
    if heard != name { #expect(Spelling.asHeard(name) == heard) }
  }

  @Test func everyNameOfEveryTraditionCanBeRead() {
    for tradition in NameTradition.allCases {
      for line in tradition.surnames.split(separator: "\n") where !line.hasPrefix("#") {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        #expect((3...4).contains(parts.count) && Int(parts[2]) != nil, "\(line)")
      }
      for line in tradition.givenNames.split(separator: "\n") {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        #expect((2...4).contains(parts.count) && ["V", "M"].contains(parts[1]), "\(line)")
      }
    }
    #expect(NameTradition.allCases.map(\.rate).reduce(0, +) < 300)
  }

  @Test func allSignalsCanBeForOneMunicipality() throws {
    let code = try #require(MunicipalityCode("0606"))
    let one = try #require(SampleMunicipalities.waterweg.only(code))
    let sample = try SampleFolder(signals: 8000, seed: 65, municipalities: one)
    #expect(sample.summary.rows == 8000)
    let cells = try sample.cells("noorderlicht-energie_2026-10_20261106.csv.gz").dropFirst()
      .filter { $0.count == 18 }
    let inside = cells.filter { (3111...3125).contains(Int($0[7].prefix(4)) ?? 0) }.count
    #expect((950...999).contains(inside * 1000 / cells.count))
    #expect(cells.allSatisfy { !["Vlaardingen", "Maassluis"].contains($0[8].capitalized) })
    #expect(SampleMunicipalities.waterweg.only(try #require(MunicipalityCode("0363"))) == nil)
  }
}
