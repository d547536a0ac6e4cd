internal import Diagnostics
internal import Model

/// Puts together the files in which every part has a line for every row of every delivery.
///
/// A row is of one part, whose line holds; all others say that it is of another part. Or it is of none, since
/// nobody could read it or it is from elsewhere; then all parts say the same of it.
struct MergedRows {
  private static let ofOtherPart: StaticString = ",,outside-municipality,other part\n"

  /// The folders of the parts.
  let parts: [String]
  let folder: String
  /// For each row the place of the part that it is of; -1 for none.
  private var owners: [Int16] = []
  /// The rows of each feed.
  private var feeds: [(name: String, rows: Range<Int>)] = []
  /// How many rows came to each end.
  private(set) var counts = RunManifest.Counts(rows: 0, byFate: [:])

  /// Merges the ledgers, which say whose each row is.
  ///
  /// - Parameters:
  ///   - parts: Their folders, in order.
  ///   - folder: The folder of the merged run.
  /// - Throws: A diagnostic if the ledgers do not fit together: every row is of one part or of none.
  /// - Complexity: O(parts × rows).
  init(_ parts: [String], to folder: String) throws {
    self.parts = parts
    self.folder = folder
    for fate in Fate.allCases { counts.byFate[fate.rawValue] = 0 }
    try mergeLedger()
  }

  private mutating func mergeLedger() throws {
    let name = RunFolder.ledger
    let files = try parts.map { try FileLines("\($0)/\(name)") }
    let sink = try LineSink("\(folder)/\(name)")
    var isHeader = true
    var feed: (name: [UInt8], start: Int) = ([], 0)
    while true {
      let lines = try files.map { try $0.next() }
      guard let first = lines[0] else {
        guard lines.allSatisfy({ $0 == nil }) else { throw disagreement(name) }
        break
      }
      var owner = -1
      var sibling: ByteView?
      var shared: ByteView?
      for (place, line) in lines.enumerated() {
        guard let line else { throw disagreement(name) }
        if line.ends(with: Self.ofOtherPart) {
          sibling = line
        } else if let known = shared {
          // Said by two parts, it must be said by all, in the same words.
          guard known.equals(line) else { throw disagreement(name) }
          owner = -1
        } else {
          shared = line
          owner = place
        }
      }
      guard let chosen = shared else { throw disagreement(name) }
      if let sibling {
        let row = sibling[0..<sibling.count - Self.ofOtherPart.utf8CodeUnitCount]
        guard owner >= 0, chosen.count > row.count, chosen[0..<row.count].equals(row) else {
          throw disagreement(name)
        }
      } else if isHeader || chosen.field(4).isEmpty {
        // Not of a municipality: with one part alone, too.
        owner = -1
        guard first.equals(chosen) else { throw disagreement(name) }
      }
      try sink.write(chosen)
      if isHeader {
        isHeader = false
        continue
      }
      let ownFeed = chosen.field(0)
      if !ownFeed.buffer.elementsEqual(feed.name) {
        end(feed)
        feed = (Array(ownFeed.buffer), owners.count)
      }
      owners.append(Int16(owner))
      counts.byFate[chosen.field(5).string, default: 0] += 1
    }
    end(feed)
    try sink.finish()
    counts.rows = owners.count
  }

  private mutating func end(_ feed: (name: [UInt8], start: Int)) {
    guard owners.count > feed.start else { return }
    feeds.append((String(decoding: feed.name, as: UTF8.self), feed.start..<owners.count))
  }

  /// Merges the receipts of every feed.
  ///
  /// - Throws: A diagnostic if they do not fit the ledger.
  func mergeReceipts() throws {
    try FileSystem.makeFolder(folder + "/receipts")
    for (feed, rows) in feeds { try merge("receipts/\(feed).csv", owners: owners[rows]) }
  }

  /// Merges the rows of a quarantine, which are of no part.
  ///
  /// - Parameter path: Its file in every part.
  /// - Throws: A diagnostic if they do not fit together.
  func mergeQuarantine(_ path: String) throws {
    try FileSystem.makeFolder(folder + "/quarantine")
    try merge(path, owners: nil)
  }

  /// Merges files with the same rows: the line of the part that the row is of; of a row that is of none the line
  /// that keeps the least, since a part withholds in its last column what may not be kept.
  private func merge(_ path: String, owners: ArraySlice<Int16>?) throws {
    let files = try parts.map { try FileLines("\($0)/\(path)") }
    let sink = try LineSink("\(folder)/\(path)")
    var rows = owners?.makeIterator()
    var isHeader = true
    while true {
      let lines = try files.map { try $0.next() }
      guard let first = lines[0] else {
        guard lines.allSatisfy({ $0 == nil }), rows?.next() == nil else {
          throw disagreement(path)
        }
        break
      }
      var owner = -1
      if !isHeader, rows != nil {
        guard let next = rows?.next() else { throw disagreement(path) }
        owner = Int(next)
      }
      isHeader = false
      var chosen = first
      for (place, line) in lines.enumerated() {
        guard let line else { throw disagreement(path) }
        if owner >= 0 {
          if place == owner { chosen = line }
        } else if line.withholds {
          chosen = line
        } else if !chosen.withholds {
          guard chosen.equals(line) else { throw disagreement(path) }
        }
      }
      try sink.write(chosen)
    }
    try sink.finish()
  }

  private func disagreement(_ path: String) -> Diagnostic {
    Diagnostic(.partsDisagree, ["path": path])
  }
}

extension ByteView {
  /// Whether the last column of a line is empty.
  fileprivate var withholds: Bool {
    count > 1 && self[count - 1] == 0x0A && self[count - 2] == UInt8(ascii: ",")
  }

  /// Whether the bytes end in those of a text in the program.
  fileprivate func ends(with text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    return count >= length && self[count - length..<count].equals(text)
  }

  /// A field of a line as it is written, from 0; empty if there is none.
  ///
  /// - Complexity: O(bytes before its end).
  fileprivate func field(_ number: Int) -> ByteView {
    var from = 0
    var left = number
    var isQuoted = false
    for at in 0..<count {
      let byte = self[at]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted, byte == UInt8(ascii: ",") || byte == 0x0A else { continue }
      if left == 0 { return self[from..<at] }
      left -= 1
      from = at + 1
    }
    return self[count..<count]
  }
}
