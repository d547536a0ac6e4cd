public import Foundation
import Model
import Tabular

/// The parts of a zip file, as far as a test needs them.
public struct ZipParts {
  private let bytes: [UInt8]
  private let entries: [String: Entry]

  private struct Entry {
    let method: Int
    let trailer: ArraySlice<UInt8>
    let compressed: Int
    let offset: Int
  }

  /// Reads the directory at the end of a file.
  public init(_ data: Data) {
    let bytes = [UInt8](data)
    var entries: [String: Entry] = [:]
    let last = bytes.indices.reversed().first { index in
      index + 22 <= bytes.count && Array(bytes[index..<index + 4]) == [0x50, 0x4B, 5, 6]
    }
    if let last {
      var at = Self.number(bytes, last + 16, 4)
      while at + 46 <= last, Array(bytes[at..<at + 4]) == [0x50, 0x4B, 1, 2] {
        let name = Self.number(bytes, at + 28, 2)
        let rest = Self.number(bytes, at + 30, 2) + Self.number(bytes, at + 32, 2)
        let size = bytes[at + 24..<at + 28]
        let entry = Entry(
          method: Self.number(bytes, at + 10, 2), trailer: bytes[at + 16..<at + 20] + size,
          compressed: Self.number(bytes, at + 20, 4), offset: Self.number(bytes, at + 42, 4))
        entries[String(decoding: bytes[at + 46..<at + 46 + name], as: UTF8.self)] = entry
        at += 46 + name + rest
      }
    }
    self.bytes = bytes
    self.entries = entries
  }

  /// The names of the parts in alphabetical order.
  public var names: [String] { entries.keys.sorted() }

  /// The text of a part: its deflated bytes, read as the gzip file that they are the inside of.
  public func text(_ name: String) throws -> String {
    guard let entry = entries[name] else { return "" }
    let start =
      entry.offset + 30 + Self.number(bytes, entry.offset + 26, 2)
      + Self.number(bytes, entry.offset + 28, 2)
    let inside = bytes[start..<start + entry.compressed]
    guard entry.method == 8 else { return String(decoding: inside, as: UTF8.self) }
    let folder = try TemporaryFolder()
    let gzip = Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + inside + entry.trailer)
    let reader = try GzipReader(path: try folder.write(gzip, to: "part.gz"))
    let out = ByteArena()
    while try reader.read(into: out, room: 64 * 1024) {}
    return out.bytes.string
  }

  /// The texts of all parts, one after another.
  public func wholeText() throws -> String { try names.map(text).joined(separator: "\n") }

  private static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }
}
