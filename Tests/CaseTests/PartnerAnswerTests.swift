import Foundation
import TestSupport
import Testing

/// What a run tells partners: receipts that they can check, and what to correct, without a value.
@Suite struct PartnerAnswerTests {
  @Test func aPartnerCanComputeEveryReceiptAgain() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let run = NightFixture.current(folder)
    var checked = 0
    for feed in try feeds() {
      var digests: [String: String] = [:]
      let files = try NightFixture.table(
        run.appendingPathComponent("receipts/\(feed.id).deliveries.csv"))
      for file in files {
        let name = try #require(file["delivery"])
        let url = Repository.url("fixtures/deliveries/" + name)
        let rows = plainRows(try NightFixture.inflate(url), delimiter: feed.delimiter)
        #expect(file["rows"] == "\(rows.count)")
        #expect(file["outcome"] == "accepted")
        #expect(file["sha256"] == (try NightFixture.inputDigests(of: run))[name])
        for (number, fields) in rows.enumerated() {
          digests["\(name) \(number + 1)"] = PlainSipHash.hexadecimal(
            Array(fields.joined(separator: [0x1F])))
        }
      }
      let receipts = try NightFixture.table(run.appendingPathComponent("receipts/\(feed.id).csv"))
      #expect(receipts.count == digests.count)
      for receipt in receipts {
        let place = "\(receipt["delivery"] ?? "") \(receipt["row"] ?? "")"
        // Of a row whose debtor objected nothing is kept.
        let isRefused = receipt["reason"] == "refused"
        #expect(receipt["row_digest"] == (isRefused ? "" : digests[place]), "\(place)")
        checked += 1
      }
    }
    #expect(checked >= 2400)
  }

  @Test func everyUnreadableRowIsInTheReportWithAHintAndNoValue() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let run = NightFixture.current(folder)
    var found = 0
    for feed in try feeds() {
      let quarantine = run.appendingPathComponent("quarantine/\(feed.id).csv.gz")
      guard FileManager.default.fileExists(atPath: quarantine.path) else { continue }
      let rows = try NightFixture.table(quarantine)
      let url = run.appendingPathComponent("rejections/\(feed.id).csv")
      let lines = try NightFixture.table(url).filter { !($0["row"] ?? "").isEmpty }
      #expect(
        lines.map { "\($0["delivery"] ?? "") \($0["row"] ?? "") \($0["code"] ?? "")" }
          == rows.map { "\($0["delivery"] ?? "") \($0["row"] ?? "") \($0["code"] ?? "")" })
      #expect(lines.allSatisfy { !($0["hint"] ?? "").isEmpty && $0["severity"] == "warning" })
      let text = try String(contentsOf: url, encoding: .utf8)
      for row in rows {
        for field in (row["content"] ?? "").split(separator: feed.character)
        where field.count > 5 && !field.contains("-") {
          #expect(!text.contains(field), "\(feed.id) row \(row["row"] ?? "")")
        }
      }
      found += rows.count
    }
    #expect(found > 0)
  }

  @Test func theQuarantineIsForTheOwnerOnly() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let quarantine = NightFixture.current(folder).appendingPathComponent("quarantine")
    func access(_ url: URL) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
    }
    #expect(try access(quarantine) == 0o700)
    let names = try FileManager.default.contentsOfDirectory(atPath: quarantine.path)
    #expect(names.contains { $0.hasSuffix(".headers.csv.gz") })
    for name in names {
      #expect(try access(quarantine.appendingPathComponent(name)) == 0o600, "\(name)")
    }
  }

  private struct Feed {
    var id: String
    var delimiter: UInt8
    var character: Character { Character(Unicode.Scalar(delimiter)) }
  }

  private func feeds() throws -> [Feed] {
    let deliveries = try FileManager.default.contentsOfDirectory(
      atPath: Repository.url("fixtures/deliveries").path)
    return try Set(deliveries.compactMap { $0.split(separator: "_").first.map(String.init) })
      .sorted().map { id in
        let text = try String(
          contentsOf: Repository.url("pipelines/feeds/\(id)/feed.yml"), encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.contains("delimiter:") })
        let value = line.split(separator: ":")[1].trimmingCharacters(in: .whitespaces)
          .replacingOccurrences(of: "\"", with: "")
        return Feed(id: id, delimiter: value == "tab" ? 0x09 : try #require(value.utf8.first))
      }
  }

  /// The data rows as lists of fields, split by the rules of RFC 4180 letter by letter.
  private func plainRows(_ data: Data, delimiter: UInt8) -> [[[UInt8]]] {
    var rows: [[[UInt8]]] = []
    var row: [[UInt8]] = []
    var field: [UInt8] = []
    var quoted = false
    var wasQuoted = false
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 && delimiter != 0x09 }
    func end() {
      if !wasQuoted {
        while let first = field.first, isBlank(first) { field.removeFirst() }
        while let last = field.last, isBlank(last) { field.removeLast() }
      }
      row.append(field)
      field = []
      wasQuoted = false
    }
    var bytes = [UInt8](data)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if quoted {
        if byte == UInt8(ascii: "\"") {
          if index + 1 < bytes.count, bytes[index + 1] == byte {
            field.append(byte)
            index += 1
          } else {
            quoted = false
          }
        } else {
          field.append(byte)
        }
      } else if byte == UInt8(ascii: "\"") {
        quoted = true
        wasQuoted = true
        field = []
      } else if byte == delimiter {
        end()
      } else if byte == 0x0A || byte == 0x0D {
        if !row.isEmpty || !field.isEmpty || wasQuoted {
          end()
          rows.append(row)
          row = []
        }
      } else {
        field.append(byte)
      }
      index += 1
    }
    if !row.isEmpty || !field.isEmpty {
      end()
      rows.append(row)
    }
    return Array(rows.dropFirst())
  }
}
