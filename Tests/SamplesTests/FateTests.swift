import Foundation
import Model
import Samples
import Testing
import TestSupport

/// The truth, worked out a second time from nothing but what stands in the deliveries.
@Suite struct FateTests {
  @Test(arguments: [UInt64(2026), 31, 32])
  func theFatesFollowFromTheDeliveries(seed: UInt64) throws {
    let sample = try SampleFolder(signals: 12_000, seed: seed)
    var rows: [ReadRow] = []
    for name in sample.summary.files {
      for cells in try sample.cells(name).dropFirst() { rows.append(ReadRow(name, cells)) }
    }
    let truth = try sample.truth()
    try #require(rows.count == truth.count)
    let fates = ReadRow.fates(rows)
    for (index, line) in truth.enumerated() {
      #expect(fates[index] == line.fate, "\(line.delivery) row \(line.row) of \(line.person)")
    }
  }

  @Test func aMoveWithinTheRegionLeavesBothReportsListed() throws {
    let sample = try SampleFolder(signals: 20_000, seed: 33)
    var towns: [String: Set<String>] = [:]
    let truth = try sample.truth()
    var index = 0
    for name in sample.summary.files {
      for cells in try sample.cells(name).dropFirst() {
        let row = ReadRow(name, cells)
        if truth[index].fate == "listed", let town = row.municipality {
          towns[truth[index].person, default: []].insert(town)
        }
        index += 1
      }
    }
    #expect(towns.values.contains { $0.count == 2 })
  }
}

/// A data row as anybody can read it.
struct ReadRow {
  var delivery: String
  var feed: String
  var reference = ""
  var cents: Int?
  var arisenOn: CalendarDate?
  var signalledOn: CalendarDate?
  var municipality: String?
  var objects = false
  var isOrganisation = false
  var isThreat = false
  var kind = ""
  var isUneven: Bool

  init(_ delivery: String, _ cells: [String]) {
    self.delivery = delivery
    feed = String(delivery.prefix { $0 != "_" })
    isUneven = cells.count != Layout(delivery).columns
    guard !isUneven else { return }
    let at: (name: Int, postcode: Int, amount: Int, arisen: Int, signalled: Int, kind: Int, no: Int)
    switch feed {
    case "havenstad-wonen": at = (3, 11, 16, 17, 19, 15, 21)
    case "maasoever-wonen": at = (1, 3, 5, 7, 8, 9, 11)
    case "noorderlicht-energie": at = (2, 7, 11, 12, 14, 15, 17)
    case "waterdruppel": at = (1, 3, 6, 7, 8, 9, 11)
    default: at = (3, 7, 14, 16, 17, 18, 19)
    }
    reference = cells[0]
    cents = ReadRow.cents(cells[at.amount], feed)
    arisenOn = ReadRow.date(cells[at.arisen])
    signalledOn = ReadRow.date(cells[at.signalled])
    municipality = ReadRow.municipality(Int(cells[at.postcode].prefix(4)) ?? 0)
    kind = cells[at.kind]
    isThreat = ["Ontruiming aangezegd", "O", "EL", "AFSLUITING", "B"].contains(kind)
    objects = ["Ja", "J", "1", "X", "ja"].contains(cells[at.no])
    let name = cells[at.name].lowercased()
    isOrganisation = ["b.v.", "holding bv", "horeca bv", "n.v.", "stichting", "vereniging"]
      .contains { name.contains($0) }
  }

  /// What must become of each row.
  static func fates(_ rows: [ReadRow]) -> [String] {
    let own = rows.map { $0.ownFate }
    var copies: Set<[String]> = []
    var latest: [[String]: CalendarDate] = [:]
    for (row, fate) in zip(rows, own) where fate == nil && !row.isThreat {
      guard let date = row.signalledOn else { continue }
      latest[row.claim] = max(latest[row.claim] ?? date, date)
    }
    return zip(rows, own).map { row, fate in
      if let fate { return fate }
      if !copies.insert(row.signal).inserted { return "technical-duplicate" }
      guard let date = row.signalledOn, let last = latest[row.claim] else { return "listed" }
      return date < last ? "superseded" : "listed"
    }
  }

  private var claim: [String] { [feed, reference, municipality ?? ""] }

  private var signal: [String] {
    [feed, reference, kind, signalledOn?.description ?? "", String(cents ?? 0), municipality ?? ""]
  }

  private var ownFate: String? {
    guard !isUneven, let cents, let arisenOn, let signalledOn else { return "malformed" }
    guard let municipality else { return "outside-municipality" }
    if objects { return "refused" }
    if isOrganisation { return "legal-person" }
    if cents <= 0 { return "no-arrears" }
    if isThreat { return nil }
    let days = arisenOn.days(until: signalledOn)
    if days < 30 || feed == "zorgvast" && days > 100 { return "outside-window" }
    return cents < ReadRow.threshold(municipality, feed) * 100 ? "below-threshold" : nil
  }

  private static func threshold(_ municipality: String, _ feed: String) -> Int {
    switch (municipality, feed) {
    case ("Schiedam", _): 50
    case ("Vlaardingen", let feed) where feed.hasSuffix("-wonen"): 100
    case ("Maassluis", let feed) where feed.hasSuffix("-wonen"): 0
    case ("Maassluis", "waterdruppel"): 40
    default: 75
    }
  }

  private static func municipality(_ area: Int) -> String? {
    switch area {
    case 3111...3125: "Schiedam"
    case 3131...3138: "Vlaardingen"
    case 3141...3147: "Maassluis"
    default: nil
    }
  }

  private static func cents(_ text: String, _ feed: String) -> Int? {
    if feed == "noorderlicht-energie" { return Int(text) }
    var digits = text.replacingOccurrences(of: "€ ", with: "")
    let parts = digits.split(separator: feed == "waterdruppel" ? "." : ",")
    guard parts.count == 2, parts[1].count == 2 else { return nil }
    digits = parts[0].replacingOccurrences(of: ".", with: "") + parts[1]
    return Int(digits)
  }

  private static func date(_ text: String) -> CalendarDate? {
    let digits = text.filter(\.isNumber)
    guard digits.count == 8 else { return nil }
    let isDutch = text.firstIndex(of: "-") == text.index(text.startIndex, offsetBy: 2)
    let iso = { (year: Substring, month: Substring, day: Substring) in "\(year)-\(month)-\(day)" }
    return isDutch
      ? CalendarDate(iso: iso(digits.suffix(4), digits.dropFirst(2).prefix(2), digits.prefix(2)))
      : CalendarDate(iso: iso(digits.prefix(4), digits.dropFirst(4).prefix(2), digits.suffix(2)))
  }
}
