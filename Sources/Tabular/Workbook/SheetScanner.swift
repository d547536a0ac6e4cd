internal import Model

/// One row of a sheet.
public struct WorkbookRow: Sendable {
  /// From 1, as the program shows it.
  public var number: Int
  /// The cells that hold something, from left to right.
  public var cells: [WorkbookCell] = []
}

/// One cell that holds something.
public struct WorkbookCell: Sendable {
  /// From 0.
  public var column: Int
  public var value: WorkbookValue
  /// Whether a formula made the value, when the workbook was last computed.
  public var isFormula = false
}

/// What a cell holds.
public enum WorkbookValue: Hashable, Sendable {
  case text(String)
  /// A number; a day is one too.
  case number(Double)
  case truth(Bool)
  /// `#N/A` and the like.
  case fault
}

/// Goes through the rows of a sheet.
struct SheetScanner {
  private static let mostRows = 1_048_576
  private static let mostColumns = 16_384

  private var scanner: MarkupScanner
  private let texts: [String]
  private var row = 0

  /// Begins at the top.
  ///
  /// - Parameters:
  ///   - bytes: The sheet.
  ///   - texts: The texts that cells share.
  init(_ bytes: ByteView, texts: [String]) {
    scanner = MarkupScanner(bytes)
    self.texts = texts
  }

  /// The next row with cells; `nil` at the end.
  ///
  /// - Throws: `malformedPart`, `declaration` or `impossibleCell`.
  mutating func nextRow() throws(WorkbookError) -> WorkbookRow? {
    while true {
      switch try scanner.next() {
      case .finished: return nil
      case .start where scanner.isNamed("row"):
        let read = try readRow()
        if !read.cells.isEmpty { return read }
      case .start, .end, .text: scanner.forgetText()
      }
    }
  }

  private mutating func readRow() throws(WorkbookError) -> WorkbookRow {
    row = try scanner.attribute("r").map { Int($0) ?? 0 } ?? row + 1
    guard (1...Self.mostRows).contains(row) else { throw .impossibleCell }
    var read = WorkbookRow(number: row)
    var column = 0
    while true {
      switch try scanner.next() {
      case .finished: throw .malformedPart
      case .end where scanner.isNamed("row"): return read
      case .start where scanner.isNamed("c"):
        if let place = try scanner.attribute("r") { column = try Self.column(of: place) }
        guard column < Self.mostColumns else { throw .impossibleCell }
        if let cell = try readCell(column) { read.cells.append(cell) }
        column += 1
      case .start, .end, .text: scanner.forgetText()
      }
    }
  }

  private mutating func readCell(_ column: Int) throws(WorkbookError) -> WorkbookCell? {
    let kind = try scanner.attribute("t") ?? "n"
    var isFormula = false
    var written: String?
    scanner.forgetText()
    while true {
      switch try scanner.next() {
      case .finished: throw .malformedPart
      case .end where scanner.isNamed("c"):
        guard let written, !written.isEmpty,
          let value = try value(written, kind: kind)
        else { return nil }
        return WorkbookCell(column: column, value: value, isFormula: isFormula)
      case .start where scanner.isNamed("f"):
        isFormula = true
        try skip("f")
      case .start where scanner.isNamed("is"):
        written = try RichText.read(&scanner, upTo: "is")
      case .start where scanner.isNamed("v"): scanner.forgetText()
      case .end where scanner.isNamed("v"):
        written = scanner.text
        scanner.forgetText()
      case .start, .end: scanner.forgetText()
      case .text:
        guard scanner.textCount <= RichText.longest else { throw .impossibleCell }
      }
    }
  }

  /// Passes over the formula.
  private mutating func skip(_ word: StaticString) throws(WorkbookError) {
    while true {
      switch try scanner.next() {
      case .finished: throw .malformedPart
      case .end where scanner.isNamed(word): return scanner.forgetText()
      case .start, .end, .text: scanner.forgetText()
      }
    }
  }

  private func value(_ written: String, kind: String) throws(WorkbookError) -> WorkbookValue? {
    switch kind {
    case "s":
      guard let index = Int(written), texts.indices.contains(index) else { throw .malformedPart }
      return texts[index].isEmpty ? nil : .text(texts[index])
    case "inlineStr", "str", "d": return .text(written)
    case "b": return .truth(written == "1" || written == "true")
    case "e": return .fault
    default:
      guard let number = Double(written), number.isFinite else { throw .malformedPart }
      return .number(number)
    }
  }

  /// The column of a place such as `AB12`, from 0.
  private static func column(of place: String) throws(WorkbookError) -> Int {
    var column = 0
    for byte in place.utf8 {
      guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) else { break }
      column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      guard column <= mostColumns else { throw .impossibleCell }
    }
    guard column > 0 else { throw .impossibleCell }
    return column - 1
  }
}

/// A text that may be in several formats, and tell how it is spoken.
enum RichText {
  /// More bytes than the 32,767 signs that a cell can hold.
  static let longest = 1 << 17

  /// Reads the text of an element: its pieces one after another, without how they are spoken.
  ///
  /// - Throws: `malformedPart`, `declaration`, or `impossibleCell` where the text is too long.
  static func read(
    _ scanner: inout MarkupScanner, upTo word: StaticString
  ) throws(WorkbookError) -> String {
    var text = ""
    var count = 0
    var spoken = 0
    scanner.forgetText()
    while true {
      switch try scanner.next() {
      case .finished: throw .malformedPart
      case .end where scanner.isNamed(word): return text
      case .start where scanner.isNamed("rPh"): spoken += 1
      case .end where scanner.isNamed("rPh"): spoken -= 1
      case .start: scanner.forgetText()
      case .end where scanner.isNamed("t"):
        if spoken == 0 {
          text += scanner.text
          count += scanner.textCount
        }
        scanner.forgetText()
      case .end: scanner.forgetText()
      case .text: break
      }
      guard count + scanner.textCount <= longest else { throw .impossibleCell }
    }
  }
}
