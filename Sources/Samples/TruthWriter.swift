import Glibc
import Model
import Tabular

/// Writes `truth.csv`: who is meant by each row, and what must become of it.
final class TruthWriter {
  private let file: UnsafeMutablePointer<FILE>
  private let output = ByteArena(capacity: 1 << 17)
  private let start = ByteArena(capacity: 256)
  private let words = WordList(Fate.allCases.map(\.rawValue))

  init(path: String, header: Bool) throws(TabularError) {
    guard let file = fopen(path, "w") else { throw .cannotCreate(errno: errno) }
    self.file = file
    if header { output.append("feed,delivery,row,person,household,fate\n") }
  }

  deinit { fclose(file) }

  /// Turns to the rows of a delivery.
  func begin(feed: String, delivery: String) {
    start.removeAll()
    start.append(string: feed)
    start.append(",")
    start.append(string: delivery)
    start.append(",")
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - row: The data row, from 1.
  ///   - member: Who owes, in the household.
  ///   - household: The household's number.
  ///   - fate: Index in `Fate.allCases`.
  func write(row: Int, member: Int, household: Int, fate: Int) {
    output.append(start.bytes)
    output.append(decimal: row)
    output.append(",p")
    output.append(decimal: household)
    output.append("-")
    output.append(decimal: member + 1)
    output.append(",h")
    output.append(decimal: household)
    output.append(",")
    output.append(words[fate, .unicode])
    output.append("\n")
  }

  /// Adds the rows of another truth, and removes its file.
  func append(fileOf path: String) throws(TabularError) {
    try flush()
    guard let part = fopen(path, "r") else { throw .unreadable(errno: errno) }
    defer { fclose(part) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = fread(&buffer, 1, buffer.count, part)
      if count == 0 { break }
      guard fwrite(buffer, 1, count, file) == count else { throw .writeFailed(errno: errno) }
    }
    guard ferror(part) == 0 else { throw .unreadable(errno: errno) }
    unlink(path)
  }

  /// Hands on what was written.
  func flush() throws(TabularError) {
    guard output.count > 0 else { return }
    guard fwrite(output.bytes.start, 1, output.count, file) == output.count else {
      throw .writeFailed(errno: errno)
    }
    output.removeAll()
  }

  /// Hands on what is left.
  func finish() throws(TabularError) {
    try flush()
    guard fflush(file) == 0 else { throw .writeFailed(errno: errno) }
  }
}
