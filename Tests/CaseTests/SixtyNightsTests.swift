import Foundation
import Model
import TestSupport
import Testing

/// What holds from night to night, for two months.
@Suite struct SixtyNightsTests {
  private static let onList: Set<String> = ["listed", "joined-case"]

  @Test func everySignalCanBeFollowedFromNightToNight() throws {
    let nights = try SixtyNights()
    var life = Lives()
    var pagesHalfway = 0
    var rows = 0
    for number in 0..<SixtyNights.count {
      try nights.begin()
      try nights.night.run(nights.day.description)
      rows += try checkLedger(nights)
      try life.follow(nights)
      if number % 7 == 6 { try nights.work() }
      guard number % 10 == 9 else { continue }
      let outcome = try nights.night.command(
        "forget", "--reason", "nacht", "--reference-date", nights.day.description)
      #expect(outcome.exitCode == 0, "\(nights.day): \(outcome.complaints)")
      #expect(!outcome.complaints.contains("RIGHT-005"), "a list of tonight is kept")
      if number == 29 { pagesHalfway = try nights.pages() }
    }
    #expect(rows > 1000)
    #expect(life.seen > 100, "signals were followed")
    #expect(life.followed > 300, "people were followed")
    #expect(life.renamed > 0, "a late report named somebody anew")
    let pages = try nights.pages()
    #expect(pages * 2 <= pagesHalfway * 3, "\(pagesHalfway) pages halfway, \(pages) at the end")
    let folders = try nights.night.runs().filter {
      FileManager.default.fileExists(atPath: nights.night.folder.path("output/runs/\($0)/0606"))
    }
    #expect(folders.count <= 3, "\(folders)")
    try nights.night.expectWhole()
  }

  /// Every row that lies in the inbox has one fate, and the manifest counts the same.
  private func checkLedger(_ nights: SixtyNights) throws -> Int {
    let ledger = try nights.night.table("ledger.csv.gz")
    let places = ledger.map {
      SixtyNights.Delivered(delivery: $0["delivery"] ?? "", row: $0["row"] ?? "")
    }
    let names = Set(nights.inbox.map(\.name))
    let expected = Set(nights.people.keys.filter { names.contains($0.delivery) })
    #expect(places.count == Set(places).count, "\(nights.day)")
    let isWhole = Set(places) == expected
    #expect(isWhole, "\(nights.day): \(places.count) rows for \(expected.count)")
    let manifest = try NightFixture.manifest(of: nights.night.current)
    let counts = try #require(manifest["counts"] as? [String: Any])
    let byFate = try #require(counts["by_fate"] as? [String: Int])
    let counted = Dictionary(grouping: ledger) { $0["fate"] ?? "" }.mapValues(\.count)
    #expect(byFate.filter { $0.value > 0 } == counted, "\(nights.day)")
    #expect(counts["rows"] as? Int == ledger.count)
    return ledger.count
  }

  /// What is known of signals and people from the nights before.
  private struct Lives {
    private struct Person: Hashable {
      var number: Int
      var feed: String
    }

    private struct Known {
      var id: String
      var household: String
      var night: Int
    }

    private var fates: [SixtyNights.Delivered: String] = [:]
    /// Where the term of a signal that is in the state starts, and in which deliveries it came.
    private var kept: [String: (start: CalendarDate, deliveries: Set<String>)] = [:]
    private var persons: [Person: Known] = [:]
    private var became: [String: Set<String>] = [:]
    var seen: Int { kept.count }
    private(set) var followed = 0
    private(set) var renamed = 0

    mutating func follow(_ nights: SixtyNights) throws {
      try followRows(nights)
      try followHistory(nights)
      try followPersons(nights)
      for row in try nights.night.table("0606/received.csv.gz") {
        guard let id = row["signal_id"], let delivery = row["delivery"],
          let start = row["received_at"].flatMap({ CalendarDate(iso: $0) })
        else { continue }
        let place = SixtyNights.Delivered(delivery: delivery, row: row["row"] ?? "")
        // A copy is not remembered; what it copies is in the inbox for as long as either is.
        if kept[id] == nil && fates[place] == "technical-duplicate" { continue }
        var known = kept[id] ?? (start, [])
        known.start = min(known.start, start)
        known.deliveries.insert(delivery)
        kept[id] = known
      }
    }

    /// Who was on the list stays on it for as long as the delivery lies there, or the ledger says why not.
    private mutating func followRows(_ nights: SixtyNights) throws {
      var tonight: [SixtyNights.Delivered: String] = [:]
      for row in try nights.night.table("ledger.csv.gz") {
        let place = SixtyNights.Delivered(
          delivery: row["delivery"] ?? "", row: row["row"] ?? "")
        let fate = row["fate"] ?? ""
        tonight[place] = fate
        guard let before = fates[place], SixtyNightsTests.onList.contains(before),
          !SixtyNightsTests.onList.contains(fate)
        else { continue }
        #expect(
          ["repeat", "technical-duplicate", "superseded"].contains(fate)
            && (row["reason"] ?? "").hasPrefix("same claim as "),
          "\(nights.day): \(place) was \(before), is \(fate) \(row["reason"] ?? "")")
      }
      fates = tonight
    }

    /// What came before and is within its term is history; what is past it is not.
    private func followHistory(_ nights: SixtyNights) throws {
      let history = try nights.night.table("0606/history.csv.gz")
      let ids = Set(history.compactMap { $0["signal_id"] })
      let first = nights.day.adding(months: -1)
      let inbox = Set(nights.inbox.map(\.name))
      for (id, known) in kept
      where known.start >= first && known.deliveries.isDisjoint(with: inbox) {
        let isHistory = ids.contains(id)
        #expect(isHistory, "\(nights.day): a signal of \(known.start) is not history")
      }
      for row in history {
        let start = try #require(row["received_at"].flatMap { CalendarDate(iso: $0) })
        let oldest = row["picked_up"] == "1" ? nights.day.adding(months: -2) : first
        #expect(start >= oldest, "\(nights.day): history holds a signal of \(start)")
      }
    }

    /// People keep their ids, or the run says what became of them.
    ///
    /// Somebody whose every report lies in the inbox still may be named anew by a late report. The state
    /// remembers that: whoever asks under the old id gets an answer.
    private mutating func followPersons(_ nights: SixtyNights) throws {
      let known = Set(
        try nights.night.table("0606/history.csv.gz").compactMap { $0["person_id"] })
      for row in try nights.night.table("0606/person-changes.csv.gz") {
        became[row["person_id"] ?? "", default: []].insert(row["other_person_id"] ?? "")
      }
      for row in try nights.night.table("0606/matched.csv.gz") {
        let place = SixtyNights.Delivered(
          delivery: row["delivery"] ?? "", row: row["row"] ?? "")
        guard let number = nights.people[place], let feed = row["feed"],
          let id = row["person_id"], let household = row["household_id"]
        else { continue }
        let person = Person(number: number, feed: feed)
        if let before = persons[person], before.id != id, !known.contains(before.id),
          before.night == nights.number - 1
        {
          renamed += 1
          let answer = try nights.night.command(
            "subject", "--person", before.id, "--reason", "nacht", "--reference-date",
            nights.day.description)
          #expect(answer.exitCode == 0, "\(nights.day): \(answer.complaints)")
          #expect(answer.output.contains(id), "\(nights.day): the old id leads nowhere")
        }
        if let before = persons[person], known.contains(before.id) {
          followed += 1
          #expect(
            before.id == id || became[before.id]?.contains(id) ?? false,
            "\(nights.day): person \(number) of \(feed) has another id since night \(before.night)")
          let moved = nights.movedOn[number] != nil
          #expect(
            before.household == household || moved || before.id != id,
            "\(nights.day): person \(number) of \(feed) has another household")
        }
        persons[person] = Known(id: id, household: household, night: nights.number)
      }
    }
  }
}
