import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

/// Files that every part has are put together row by row.
@Suite struct MergedRowsTests {
  private let header = "feed,delivery,row,signal_id,municipality,fate,reason\n"
  private let other = ",,outside-municipality,other part\n"

  /// Folders with these ledgers, and with these files of a quarantine and receipts of the feed `water`.
  private func folders(
    ledgers: [String], quarantines: [String] = [], receipts: [String] = []
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (number, ledger) in ledgers.enumerated() {
      try folder.write("", to: "\(number)/ledger.csv.gz")
      let sink = try LineSink(folder.path("\(number)/ledger.csv.gz"))
      try write(ledger, to: sink)
    }
    for (number, text) in quarantines.enumerated() {
      try folder.write("", to: "\(number)/quarantine/water.csv.gz")
      try write(text, to: LineSink(folder.path("\(number)/quarantine/water.csv.gz")))
    }
    for (number, text) in receipts.enumerated() {
      try folder.write(text, to: "\(number)/receipts/water.csv")
    }
    try FileManager.default.createDirectory(
      atPath: folder.path("merged"), withIntermediateDirectories: true)
    return folder
  }

  private func write(_ text: String, to sink: LineSink) throws {
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { try sink.write(.init(start: start, count: bytes.count)) }
    }
    try sink.finish()
  }

  private func merge(_ folder: TemporaryFolder, of count: Int) throws -> MergedRows {
    try MergedRows((0..<count).map { folder.path("\($0)") }, to: folder.path("merged"))
  }

  private func text(_ folder: TemporaryFolder, _ path: String) throws -> String {
    let lines = try FileLines(folder.path("merged/" + path))
    var text = ""
    while let line = try lines.next() { text += line.string }
    return text
  }

  @Test func aRowIsOfTheOnePartThatKnowsIt() throws {
    let mine = "water,\"a, b.csv.gz\",1,0a,0606,listed,\n"
    let theirs = "water,\"a, b.csv.gz\",2,0b,0622,repeat,\"same claim, as 0a\"\n"
    let nobodys = "water,\"a, b.csv.gz\",3,,,malformed,FEED-100\n"
    let folder = try folders(ledgers: [
      header + mine + "water,\"a, b.csv.gz\",2," + other + nobodys,
      header + "water,\"a, b.csv.gz\",1," + other + theirs + nobodys,
    ])
    let merged = try merge(folder, of: 2)
    #expect(try text(folder, "ledger.csv.gz") == header + mine + theirs + nobodys)
    #expect(merged.counts.rows == 3)
    #expect(
      merged.counts.byFate.filter { $0.value > 0 } == ["listed": 1, "repeat": 1, "malformed": 1])
  }

  @Test(arguments: [
    // Nobody's.
    [
      "water,a,1,,,outside-municipality,other part\n",
      "water,a,1,,,outside-municipality,other part\n",
    ],
    // Two are sure that it is theirs, or say different things of it.
    ["water,a,1,0a,0606,listed,\n", "water,a,1,0b,0622,listed,\n"],
    ["water,a,1,,,malformed,FEED-100\n", "water,a,1,,,malformed,FEED-101\n"],
    // Of another row.
    ["water,a,1,0a,0606,listed,\n", "water,a,2,,,outside-municipality,other part\n"],
    // One has fewer rows.
    ["water,a,1,,,malformed,FEED-100\n", ""],
  ])
  func ledgersThatDoNotFitAreRefused(lines: [String]) throws {
    let folder = try folders(ledgers: lines.map { header + $0 })
    #expect(throws: (any Error).self) { try merge(folder, of: 2) }
  }

  /// A part that knows that somebody was erased keeps nothing of a row that nobody could read.
  @Test func whatOnePartWithholdsIsWithheld() throws {
    let nobodys = ["1", "2"].map { "water,a,\($0),,,malformed,FEED-100\n" }.joined()
    let top = "feed,delivery,row,code,column,problem,content\n"
    let receiptTop =
      "feed,delivery,row,signal_id,partner_ref,received_at,outcome,reason,row_digest\n"
    let folder = try folders(
      ledgers: [header + nobodys, header + nobodys],
      quarantines: [
        top + "water,a,1,F,,p,\" x\n|y\"\n" + "water,a,2,F,,p,\n",
        top + "water,a,1,F,,p,\" x\n|y\"\n" + "water,a,2,F,,p,z\n",
      ],
      receipts: [
        receiptTop + "water,a,1,,r1,,unreadable,F,aa\n" + "water,a,2,,r2,,unreadable,F,bb\n",
        receiptTop + "water,a,1,,r1,,unreadable,F,aa\n" + "water,a,2,,,,unreadable,F,\n",
      ])
    let merged = try merge(folder, of: 2)
    try merged.mergeQuarantine("quarantine/water.csv.gz")
    try merged.mergeReceipts()
    #expect(
      try text(folder, "quarantine/water.csv.gz")
        == top + "water,a,1,F,,p,\" x\n|y\"\n" + "water,a,2,F,,p,\n")
    #expect(
      try text(folder, "receipts/water.csv")
        == receiptTop + "water,a,1,,r1,,unreadable,F,aa\n" + "water,a,2,,,,unreadable,F,\n")
  }

  @Test func aFileIsReadLineByLineHoweverLong() throws {
    let folder = try TemporaryFolder()
    let long = "\"" + String(repeating: "ab\ncd", count: 100_000) + "\",1\n"
    let path = try folder.write("x\n" + long + "y\nlast", to: "lines.csv")
    let lines = try FileLines(path)
    var found: [String] = []
    while let line = try lines.next() { found.append(line.string) }
    #expect(found == ["x\n", long, "y\n", "last"])
    #expect(throws: (any Error).self) { try FileLines(folder.path("absent")) }
  }
}
