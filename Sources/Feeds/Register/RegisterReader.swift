public import Definitions
public import Diagnostics
public import Model
internal import Tabular

/// Reads an extract from the register of persons, block by block, to its verified end.
///
/// Nothing of it may be used before ``read(_:_:key:at:_:)`` has returned: what is wrong with the file may
/// show at its end only. At any time memory holds one block.
public struct RegisterReader: Sendable {
  /// How much text is inflated and split at once.
  private static let textSize = 256 * 1024
  /// How many rows are handed on at once.
  private let rowsPerBlock: Int

  /// Creates a reader.
  public init() { self.init(rowsPerBlock: 1 << 15) }

  /// Creates a reader with another size of blocks; that changes no row.
  init(rowsPerBlock: Int) { self.rowsPerBlock = rowsPerBlock }

  /// Reads an extract.
  ///
  /// - Parameters:
  ///   - path: The gzip file.
  ///   - definition: What its columns are.
  ///   - key: Makes the pseudonyms of rows.
  ///   - location: What the extract is called in diagnostics.
  ///   - body: Is given the rows in the order of the file.
  /// - Returns: What is doubtful about the extract, counted by column; never a value.
  /// - Throws: Everything that is wrong with the extract as a whole, or what `body` throws.
  /// - Complexity: O(*n*) in the number of bytes.
  public func read(
    _ path: String, _ definition: RegisterDefinition, key: SipHash, at location: Location,
    _ body: (RegisterRows) throws -> Void
  ) throws -> [Diagnostic] {
    var file = definition.file
    func translating<Value>(
      _ step: () throws(DiagnosticList) -> Value
    ) throws(DiagnosticList) -> Value {
      do { return try step() } catch {
        // The form of a file is judged as that of a delivery, in the words of the register.
        throw DiagnosticList(
          error.diagnostics.map { problem in
            var place = location
            place.line = problem.location.line
            return Diagnostic(
              .registerUnusable, at: place, ["reason": DiagnosticText.sentence(problem)])
          })
      }
    }
    if file.encoding == .detect {
      let refusal = DeliveryRefusal(file: file, location: location)
      file.encoding = try translating { () throws(DiagnosticList) in
        try EncodingDetection.encoding(path: path, refusal)
      }
    }
    let refusal = DeliveryRefusal(file: file, location: location)
    let gzip = try translating { () throws(DiagnosticList) in try refusal.open(path) }
    let csv = CSVReader(delimiter: file.delimiter, maximumRowLength: file.maximumRowLength)
    let block = CSVBlock()
    let text = ByteArena(capacity: RegisterReader.textSize)
    var encoding = EncodingCheck(file.encoding)
    var pass = RegisterPass(
      definition, encoding: file.encoding, key: key, location: location,
      rowsPerBlock: rowsPerBlock)
    var isBeginning = true
    var more = true
    while more {
      try translating { () throws(DiagnosticList) in
        text.removeAll()
        more = try refusal.translating { () throws(TabularError) in
          try gzip.read(into: text, room: RegisterReader.textSize)
        }
        var piece = text.bytes
        if isBeginning, more {
          if let finding = EncodingCheck.beginning(piece) { throw refusal.list(finding) }
          if piece.count >= 3, piece[0] == 0xEF, piece[1] == 0xBB, piece[2] == 0xBF {
            piece = piece[3..<piece.count]
          }
          isBeginning = false
        }
        if let finding = more ? encoding.look(at: piece) : encoding.end() {
          throw refusal.list(finding)
        }
        try refusal.translating { () throws(TabularError) in
          if more { try csv.parse(piece, into: block) } else { try csv.finish(into: block) }
        }
      }
      try pass.take(block, body)
      block.removeRows()
    }
    return try pass.finish(body)
  }
}
