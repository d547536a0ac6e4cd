import Foundation
import Model
import Samples
import Tabular
import TestSupport

/// A sample on disk, read back by the simplest means.
struct SampleFolder {
  let folder: TemporaryFolder
  let summary: SampleSummary

  init(
    signals: Int, seed: UInt64, municipalities: SampleMunicipalities = .waterweg,
    periods: [SamplePeriod] = SamplePeriod.autumn
  ) throws {
    folder = try TemporaryFolder()
    summary = try SampleGenerator(
      signals: signals, seed: seed, municipalities: municipalities, periods: periods
    ).write(to: folder.url.path)
  }

  /// The rows of the truth file.
  func truth() throws -> [Truth] { try Truth.read(folder.url.appendingPathComponent("truth.csv")) }

  /// A delivery's bytes, inflated.
  func bytes(_ name: String) throws -> Data { try inflated(folder.path(name)) }

  /// All lines of a delivery as cells, the header first.
  func cells(_ name: String) throws -> [[String]] { try Layout(name).cells(try bytes(name)) }
}

/// Inflates a file.
func inflated(_ path: String) throws -> Data {
  let reader = try GzipReader(path: path)
  let arena = ByteArena()
  while try reader.read(into: arena, room: 1 << 16) {}
  return Data(UnsafeBufferPointer(start: arena.bytes.start, count: arena.count))
}

/// One line of the truth file.
struct Truth {
  var feed: String
  var delivery: String
  var row: Int
  var person: String
  var household: String
  var fate: String

  static func read(_ file: URL) throws -> [Truth] {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Truth(
        feed: cells[0], delivery: cells[1], row: Int(cells[2]) ?? -1, person: cells[3],
        household: cells[4], fate: cells[5])
    }
  }
}

/// How a feed's file is written, as the feeds were agreed: a second description beside the generator.
struct Layout {
  var delimiter: Character
  var ending: String
  var isWestern: Bool
  var hasMark: Bool
  var columns: Int

  init(_ name: String) {
    switch name.prefix(while: { $0 != "_" }) {
    case "havenstad-wonen": self.init(";", "\r\n", western: true, mark: false, 23)
    case "maasoever-wonen": self.init(",", "\n", western: false, mark: true, 12)
    case "noorderlicht-energie": self.init(";", "\n", western: false, mark: false, 18)
    case "waterdruppel": self.init("|", "\r\n", western: true, mark: false, 12)
    default: self.init(";", "\r\n", western: false, mark: false, 20)
    }
  }

  private init(
    _ delimiter: Character, _ ending: String, western: Bool, mark: Bool, _ columns: Int
  ) {
    self.delimiter = delimiter
    self.ending = ending
    isWestern = western
    hasMark = mark
    self.columns = columns
  }

  /// Splits a file; quotation marks only around whole cells.
  func cells(_ data: Data) throws -> [[String]] {
    var data = data
    if hasMark, data.starts(with: [0xEF, 0xBB, 0xBF]) { data = data.dropFirst(3) }
    guard let text = String(data: data, encoding: isWestern ? .windowsCP1252 : .utf8) else {
      throw CocoaError(.fileReadInapplicableStringEncoding)
    }
    var lines = text.components(separatedBy: ending)
    if lines.last == "" { lines.removeLast() }
    return lines.map { line in
      var cells = [""]
      var isQuoted = false
      for letter in line {
        if letter == "\"" {
          isQuoted.toggle()
        } else if letter == delimiter, !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(letter)
        }
      }
      return cells
    }
  }
}
