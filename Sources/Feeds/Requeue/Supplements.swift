public import Definitions
internal import Diagnostics
internal import Model
internal import Pipeline
internal import Tabular

/// Rows in the quarantine of a run, to be delivered again: a supplement to each delivery.
///
/// A supplement is a delivery of its own. It keeps the period and the day of receipt of the delivery whose
/// rows it holds, so that the legal terms count from the day on which they were first received; and it adds
/// rows, so that what was accepted of the delivery stays.
///
/// - Source: `wgs/4.1`.
public struct Supplements: Sendable {
  /// A supplement that was written.
  public struct Written: Encodable, Sendable {
    public var delivery: String
    public var path: String
    public var rows: Int
  }

  private let run: String
  private let feed: FeedDefinition

  /// Names the rows of a feed in a run.
  ///
  /// - Parameters:
  ///   - run: The run's folder, such as `output/current`.
  ///   - feed: The definition under which the rows will be read again.
  public init(run: String, feed: FeedDefinition) {
    self.run = run
    self.feed = feed
  }

  /// Writes rows as they were delivered, in the order of their delivery.
  ///
  /// - Parameters:
  ///   - delivery: Only the rows of this delivery; `nil` takes those of every delivery of the feed.
  ///   - rows: Only these rows; `nil` takes all.
  ///   - inbox: The folder to write to; made if absent. No file in it is written over.
  /// - Returns: What was written, in the order of deliveries.
  /// - Throws: A diagnostic if there is no such row, or it cannot be written; rows of a delivery are written
  ///   all or none.
  /// - Complexity: O(*n* log *n*) in the quarantined rows of the feed.
  public func write(
    of delivery: String?, rows: RowSelection?, to inbox: String
  ) throws -> [Written] {
    let chosen = try choose(delivery, rows)
    let texts = try chosen.map { try text(of: $0) }
    try FileSystem.makeFolder(inbox)
    return try zip(chosen, texts).map { rows, text in
      let path = try write(text, of: rows, to: inbox)
      return Written(delivery: rows.delivery, path: path, rows: rows.lines.count)
    }
  }

  /// The chosen rows of one delivery.
  private struct Chosen {
    var delivery: String
    var receivedAt: CalendarDate?
    var header: String
    var lines: [(row: UInt32, content: String)] = []
  }

  private func choose(_ delivery: String?, _ rows: RowSelection?) throws -> [Chosen] {
    guard FileSystem.exists(run + "/manifest.json") else {
      throw Diagnostic(
        .notFound,
        ["what": "a run in \(run)", "hint": "give the folder of a run, such as output/current"])
    }
    let nothing = Diagnostic(.nothingToRequeue, ["feed": feed.id.name])
    let path = "\(run)/quarantine/\(feed.id)"
    guard FileSystem.exists(path + ".csv.gz") else { throw nothing }
    let table = try StageFile.read(Quarantine.self, file: path + ".csv.gz", stage: "requeue")
    let headers = try StageFile.read(
      QuarantineHeaders.self, file: path + ".headers.csv.gz", stage: "requeue")
    var found: [String: Chosen] = [:]
    for index in 0..<headers.count {
      let name = headers.arena[headers.delivery[index]].string
      found[name] = Chosen(
        delivery: name, receivedAt: headers.receivedAt[index],
        header: headers.arena[headers.header[index]].string)
    }
    // Rows of the quarantine have no id, by which tables are counted.
    for index in table.content.indices {
      let name = table.keys.deliveries[Int(table.keys.delivery[index])].file
      let row = table.keys.row[index]
      // A row whose content was withheld must come from the partner again.
      guard delivery ?? name == name, rows?.contains(row) ?? true, !table.content[index].isEmpty
      else { continue }
      guard found[name] != nil else {
        throw Diagnostic(
          .stageFilesDisagree, ["first": path + ".csv.gz", "second": path + ".headers.csv.gz"])
      }
      found[name]?.lines.append((row, table.arena[table.content[index]].string))
    }
    let chosen = found.values.filter { !$0.lines.isEmpty }.sorted { $0.delivery < $1.delivery }
    for row in rows?.named ?? [] {
      let isThere = chosen.contains { $0.lines.contains { $0.row == row } }
      guard isThere else {
        throw Diagnostic(
          .rowNotInQuarantine, ["row": "\(row)", "delivery": delivery ?? "the feed"])
      }
    }
    guard !chosen.isEmpty else { throw nothing }
    return chosen.map { chosen in
      var chosen = chosen
      chosen.lines.sort { $0.row < $1.row }
      return chosen
    }
  }

  /// The text of a supplement, in the encoding of the feed.
  private func text(of chosen: Chosen) throws -> ByteArena {
    guard feed.delivery.name.read(chosen.delivery) != nil else {
      throw Diagnostic(
        .nameOfOtherFeed,
        ["delivery": chosen.delivery, "pattern": feed.delivery.name.text])
    }
    let text = ByteArena(capacity: 1 << 16)
    for (row, line) in [(0, chosen.header)] + chosen.lines {
      switch feed.file.encoding {
      case .utf8, .detect: text.append(string: line)
      case .windows1252:
        guard Windows1252.append(line, to: text) else {
          throw Diagnostic(
            .letterNotInEncoding,
            [
              "row": "\(row)", "delivery": chosen.delivery,
              "encoding": feed.file.encoding.rawValue,
            ])
        }
      }
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  /// Writes a supplement under the first number that is free; it appears in the inbox when it is whole.
  private func write(_ text: ByteArena, of chosen: Chosen, to inbox: String) throws -> String {
    var number = 1
    var path: String { inbox + "/" + NamePattern.supplement(to: chosen.delivery, number: number) }
    while FileSystem.kind(of: path) != nil { number += 1 }
    let partial = "\(inbox)/.\(FileSystem.name(of: path)).partial"
    do throws(TabularError) {
      let writer = try GzipWriter(path: partial)
      try writer.write(text.bytes)
      try writer.finish()
    } catch {
      throw Diagnostic(.cannotCreate, ["path": partial, "reason": "\(error)"])
    }
    // Its feed may ask for a checksum.
    try FileSystem.write(
      "\(checksum(of: partial))  \(FileSystem.name(of: path))\n", to: path + ".sha256")
    // A name without a day of receipt has it beside it.
    if feed.delivery.name.read(chosen.delivery)?.received == nil, let day = chosen.receivedAt {
      try FileSystem.write("\(day)\n", to: path + ".received")
    }
    try FileSystem.rename(partial, to: path)
    try FileSystem.synchronise(folder: inbox)
    return path
  }

  private func checksum(of file: String) throws -> String {
    let bytes = ByteArena()
    for byte in try FileSystem.read(file) { bytes.append(byte) }
    var digest = Digest()
    digest.update(bytes.bytes)
    return digest.hexadecimal()
  }
}
