public import Foundation
import Model
import Tabular

/// Writes a zip file for a test, with every lie that a test needs.
public struct ZipWriting {
  /// One part as it is written.
  public struct Part {
    public var name: String
    public var content: Data
    /// Whether it is deflated.
    public var isDeflated: Bool
    /// What the directory says of its inflated size, in place of the truth.
    public var claimedSize: Int?
    public var flags: UInt16 = 0

    /// Describes a part.
    public init(_ name: String, _ text: String, isDeflated: Bool = true, claimedSize: Int? = nil) {
      self.name = name
      content = Data(text.utf8)
      self.isDeflated = isDeflated
      self.claimedSize = claimedSize
    }
  }

  /// The bytes of a zip file with these parts.
  public static func bytes(_ parts: [Part]) throws -> Data {
    var file = Data()
    var directory = Data()
    for part in parts {
      let (deflated, checksum) = try pack(part.content)
      let inside = part.isDeflated ? deflated : part.content
      let name = Data(part.name.utf8)
      let common =
        number(20, 2) + number(Int(part.flags), 2) + number(part.isDeflated ? 8 : 0, 2)
        + number(0, 4) + checksum + number(inside.count, 4)
        + number(part.claimedSize ?? part.content.count, 4) + number(name.count, 2) + number(0, 2)
      directory +=
        Data([0x50, 0x4B, 1, 2, 20, 0]) + common + number(0, 10) + number(file.count, 4) + name
      file += Data([0x50, 0x4B, 3, 4]) + common + name + inside
    }
    let end =
      Data([0x50, 0x4B, 5, 6]) + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
      + number(directory.count, 4) + number(file.count, 4) + number(0, 2)
    return file + directory + end
  }

  /// The deflated bytes and the checksum, taken out of a gzip file.
  private static func pack(_ content: Data) throws -> (Data, Data) {
    let folder = try TemporaryFolder()
    let writer = try GzipWriter(path: folder.path("part.gz"), level: 9)
    let arena = ByteArena(capacity: content.count)
    for byte in content { arena.append(byte) }
    try writer.write(arena.bytes)
    try writer.finish()
    let gzip = try Data(contentsOf: URL(fileURLWithPath: folder.path("part.gz")))
    return (Data(gzip.dropFirst(10).dropLast(8)), Data(gzip.suffix(8).prefix(4)))
  }

  private static func number(_ value: Int, _ width: Int) -> Data {
    Data((0..<width).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0) })
  }
}

/// A workbook of one sheet for a test.
public struct WorkbookWriting {
  /// The inside of `sheetData`.
  public var rows: String
  /// The inside of the table of shared texts.
  public var texts = ""
  /// Attributes of `workbookPr`.
  public var properties = ""
  /// What stands before the root of the sheet.
  public var preamble = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
  public var sheetName = "Werklijst"

  /// Describes a workbook.
  public init(rows: String) { self.rows = rows }

  /// Its parts.
  public var parts: [ZipWriting.Part] {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return [
      .init("[Content_Types].xml", "<Types/>"),
      .init(
        "_rels/.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"\(types)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      .init(
        "xl/workbook.xml",
        "<workbook xmlns:r=\"\(types)\"><workbookPr \(properties)/><sheets><sheet name=\"\(sheetName)\" sheetId=\"7\" r:id=\"rId3\"/></sheets></workbook>"
      ),
      .init(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId3\" Type=\"\(types)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId4\" Type=\"\(types)/sharedStrings\" Target=\"/xl/./styles/../sharedStrings.xml\"/><Relationship Id=\"rId5\" Type=\"\(types)/worksheet\" TargetMode=\"External\" Target=\"file:///etc/passwd\"/></Relationships>"
      ),
      .init("xl/sharedStrings.xml", "<sst>\(texts)</sst>"),
      .init(
        "xl/worksheets/sheet1.xml",
        "\(preamble)<worksheet><sheetData>\(rows)</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>"
      ),
    ]
  }
}
