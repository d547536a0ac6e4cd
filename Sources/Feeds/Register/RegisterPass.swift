internal import Definitions
internal import Diagnostics
internal import Model
internal import Tabular

/// One pass over an extract: the header first, then rows, handed on in blocks.
struct RegisterPass {
  private let definition: RegisterDefinition
  private let isWindows1252: Bool
  private let location: Location
  private let rowsPerBlock: Int
  private var decoder: RegisterRowDecoder?
  private let key: SipHash
  private var rowNumber = 0

  init(
    _ definition: RegisterDefinition, encoding: TextEncoding, key: SipHash, location: Location,
    rowsPerBlock: Int
  ) {
    self.definition = definition
    isWindows1252 = encoding == .windows1252
    self.location = location
    self.rowsPerBlock = rowsPerBlock
    self.key = key
  }

  /// Decodes the complete rows of a block; the first row of the file is its header.
  mutating func take(_ block: CSVBlock, _ body: (RegisterRows) throws -> Void) throws {
    var first = 0
    if decoder == nil {
      guard block.rowCount > 0 else { return }
      try readHeader(block)
      first = 1
    }
    guard var decoder else { return }
    self.decoder = nil
    defer { self.decoder = decoder }
    for index in first..<block.rowCount {
      let range = block[index]
      if block.bytes(ofRow: index).count < range.count { continue }
      rowNumber += 1
      guard
        range.count == decoder.width
          || range.dropFirst(decoder.width).allSatisfy({ block.cells[$0].isEmpty })
            && range.count > decoder.width
      else {
        var place = location
        place.row = rowNumber
        place.line = block.line(ofRow: index)
        throw Diagnostic(
          .registerRowUneven, at: place,
          ["expected": "\(decoder.width)", "found": "\(range.count)"])
      }
      decoder.decode(block.cells + range.lowerBound, in: block.arena)
      if decoder.rows.count == rowsPerBlock { try body(decoder.take()) }
    }
    if rowNumber > definition.file.maximumRows {
      throw Diagnostic(
        .registerUnusable, at: location,
        ["reason": "it has more than \(definition.file.maximumRows) rows"])
    }
  }

  private mutating func readHeader(_ block: CSVBlock) throws {
    let names = block[0].map { position -> String in
      let text = block.arena[block.cells[position]]
      guard isWindows1252, text.hasHighBytes else { return text.trimmed.string }
      let converted = ByteArena(capacity: text.count * 3)
      Windows1252.convert(text, into: converted)
      return converted.bytes.trimmed.string
    }
    let header = try RegisterHeader(names: names, definition, at: location)
    decoder = RegisterRowDecoder(header, isWindows1252: isWindows1252, key: key)
  }

  /// Hands on the last rows.
  ///
  /// - Returns: What is doubtful, by column.
  mutating func finish(_ body: (RegisterRows) throws -> Void) throws -> [Diagnostic] {
    guard var decoder, rowNumber > 0 else { throw Diagnostic(.registerEmpty, at: location) }
    self.decoder = nil
    if decoder.rows.count > 0 { try body(decoder.take()) }
    var notes: [Diagnostic] = []
    if decoder.invalidNumbers > 0 {
      notes.append(
        Diagnostic(
          .registerNumbersInvalid, at: location, ["count": "\(decoder.invalidNumbers)"]))
    }
    for (field, count) in decoder.unreadable.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      var place = location
      place.column = definition.columns.first { $0.field == field }?.header
      notes.append(
        Diagnostic(
          .registerCellsUnreadable, at: place,
          ["count": "\(count)", "expected": RegisterRowDecoder.expected(of: field)]))
    }
    return notes
  }
}
