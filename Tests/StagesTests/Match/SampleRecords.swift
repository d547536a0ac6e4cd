import Foundation
import Model
import Samples
import Tabular
import TestSupport

@testable import Stages

/// Invented deliveries as rows, read by the simplest means.
enum SampleRecords {
  typealias Path = WritableKeyPath<DeliveredRow, String>

  /// A feed's delimiter, whether it is written in Windows-1252, and its first columns.
  private static func layout(_ feed: String) -> (Character, Bool, [Path]) {
    switch feed {
    case "havenstad-wonen":
      (
        ";", true,
        [
          \.reference, \.initials, \.prefix, \.surname, \.partnerPrefix, \.partnerSurname,
          \.birthDate, \.street, \.houseNumber, \.houseLetter, \.houseAddition, \.postcode,
          \.city, \.phone, \.email,
        ]
      )
    case "maasoever-wonen": (",", false, [\.reference, \.name, \.addressLine, \.postcode, \.phone])
    case "noorderlicht-energie":
      (
        ";", false,
        [
          \.reference, \.initials, \.surname, \.kvk, \.street, \.houseNumber, \.houseAddition,
          \.postcode, \.city, \.phone, \.email,
        ]
      )
    case "waterdruppel":
      ("|", true, [\.reference, \.name, \.addressLine, \.postcode, \.city, \.phone])
    default:
      (
        ";", false,
        [
          \.reference, \.initials, \.prefix, \.surname, \.partnerPrefix, \.partnerSurname,
          \.birthDate, \.postcode, \.houseNumber, \.houseAddition, \.street, \.city, \.phone,
          \.email,
        ]
      )
    }
  }

  /// The rows of a sample of some size.
  static func rows(_ count: Int, seed: UInt64) throws -> [DeliveredRow] {
    let folder = try TemporaryFolder()
    let summary = try SampleGenerator(signals: count, seed: seed).write(to: folder.url.path)
    var rows: [DeliveredRow] = []
    for file in summary.files {
      let feed = String(file.prefix { $0 != "_" })
      let (delimiter, isWestern, paths) = layout(feed)
      let reader = try GzipReader(path: folder.path(file))
      let arena = ByteArena()
      while try reader.read(into: arena, room: 1 << 16) {}
      let data = Data(UnsafeBufferPointer(start: arena.bytes.start, count: arena.count))
      let text = String(data: data, encoding: isWestern ? .windowsCP1252 : .utf8) ?? ""
      let lines = SimpleCSV.rows(Array(text.utf8), delimiter: delimiter.asciiValue ?? 0).rows
      for line in lines.dropFirst() where line.cells.count >= paths.count {
        var row = DeliveredRow(partner: feed)
        for (path, cell) in zip(paths, line.cells) { row[keyPath: path] = cell }
        row.birthDate = iso(row.birthDate)
        rows.append(row)
      }
    }
    return rows
  }

  /// A date of eight digits, in whichever order, as year, month, day; anything else as nothing.
  private static func iso(_ text: String) -> String {
    let parts = text.split(separator: "-")
    if parts.count == 3, parts[2].count == 4 { return "\(parts[2])-\(parts[1])-\(parts[0])" }
    guard text.count == 8, text.allSatisfy(\.isNumber) else { return "" }
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
  }
}
