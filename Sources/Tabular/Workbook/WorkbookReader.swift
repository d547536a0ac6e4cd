public import Model

/// Reads the cells of a workbook (`.xlsx`), as Excel or LibreOffice saved it.
///
/// What a file may cost is bounded: its size, its parts, what a part inflates to and how densely, and the
/// text of a cell. Nothing that it names outside itself is opened, and no formula is computed.
///
/// - Source: `ecma-376`.
public final class WorkbookReader {
  /// The sheets, by the names on their tabs, in order.
  public var sheets: [String] { parts.map(\.name) }

  private let file: ZipFile
  private var parts: [(name: String, part: String)] = []
  private var texts: [String] = []
  private var hasTexts = false
  private var textsPart: String?
  /// Whether days are counted from 1904.
  private var countsFrom1904 = false

  /// Opens a workbook and reads what it says of itself.
  ///
  /// - Parameter path: A regular file; links are not followed.
  /// - Throws: A ``WorkbookError``.
  public convenience init(path: String) throws(WorkbookError) {
    try self.init(path: path, limits: ZipFile.Limits())
  }

  /// Opens a workbook that this program wrote, of any size.
  ///
  /// - Parameter path: The workbook.
  /// - Throws: A ``WorkbookError``.
  public convenience init(ofOwn path: String) throws(WorkbookError) {
    try self.init(
      path: path,
      limits: ZipFile.Limits(
        fileBytes: .max, parts: 0xFFFE, partBytes: 1 << 32, ratio: 1 << 20))
  }

  /// Checks that every part but the sheets inflates to what the file says of it, and is well-formed.
  ///
  /// A sheet is checked by reading its rows to the end, or by ``forEachWrittenCell(of:_:)``.
  ///
  /// - Throws: A ``WorkbookError``.
  /// - Complexity: O(*n*) in the size of the parts.
  public func checkParts() throws(WorkbookError) {
    let sheets = Set(parts.map(\.part))
    for name in file.names where !sheets.contains(name) {
      guard let text = try file.text(of: name) else { throw .malformedPart }
      var scanner = MarkupScanner(text.bytes)
      var more = true
      while more {
        if case .finished = try scanner.next() { more = false }
        scanner.forgetText()
      }
    }
  }

  /// Opens a workbook within bounds of its own.
  init(path: String, limits: ZipFile.Limits) throws(WorkbookError) {
    file = try ZipFile(path: path, limits: limits)
    let root = try relations(of: "")
    guard let book = root.first(where: { $0.kind == "officeDocument" })?.target else {
      throw .notWorkbook
    }
    let related = try relations(of: book)
    textsPart = related.first { $0.kind == "sharedStrings" }?.target
    let sheets = Dictionary(
      related.filter { $0.kind == "worksheet" }.map { ($0.id, $0.target) },
      uniquingKeysWith: { first, _ in first })
    guard let text = try file.text(of: book) else { throw .notWorkbook }
    var scanner = MarkupScanner(text.bytes)
    while true {
      switch try scanner.next() {
      case .finished: return
      case .start where scanner.isNamed("workbookPr"):
        let flag = try scanner.attribute("date1904")
        countsFrom1904 = flag == "1" || flag == "true"
      case .start where scanner.isNamed("sheet"):
        guard let name = try scanner.attribute("name"),
          let id = try scanner.prefixedAttribute("id")
        else { throw .malformedPart }
        // A chart or a dialogue is a sheet too, of another kind.
        if let part = sheets[id] { parts.append((name, part)) }
      case .start, .end, .text: scanner.forgetText()
      }
    }
  }

  /// Shows the rows of a sheet that hold cells, from top to bottom.
  ///
  /// - Parameters:
  ///   - sheet: A position in ``sheets``.
  ///   - body: Is shown each row; throws to end early.
  /// - Throws: A ``WorkbookError``, or what `body` throws.
  /// - Complexity: O(*n*) in the size of the sheet, which is in memory as a whole.
  public func forEachRow(
    of sheet: Int, _ body: (WorkbookRow) throws -> Void
  ) throws {
    try readTexts()
    guard let text = try file.text(of: parts[sheet].part) else {
      throw WorkbookError.malformedPart
    }
    var scanner = SheetScanner(text.bytes, texts: texts)
    while let row = try scanner.nextRow() { try body(row) }
  }

  /// Shows the cells of a sheet that this program wrote, and checks that nothing in it is missing or otherwise.
  ///
  /// - Parameters:
  ///   - sheet: A position in ``sheets``.
  ///   - body: Is given the row and the column of each cell that holds something, both from 0, and its value.
  /// - Throws: A ``WorkbookError``.
  /// - Complexity: O(*n*) in the size of the sheet, of which a few rows are in memory at a time.
  public func forEachWrittenCell(
    of sheet: Int, _ body: (_ row: Int, _ column: Int, WrittenValue) -> Void
  ) throws(WorkbookError) {
    var written = WrittenSheet()
    try file.forEachBlock(of: parts[sheet].part) { block throws(WorkbookError) in
      try written.read(block, body)
    }
    try written.finish()
  }

  /// The day that a number in a cell stands for; `nil` if it is none.
  ///
  /// - Parameter serial: Days since the end of 1899, or since 1904 in the workbooks of old Macintoshes; a time of
  ///   day behind the point is left out.
  /// - Returns: A day from 1 March 1900 on. Excel counts a 29 February 1900, which never was.
  public func date(serial: Double) -> CalendarDate? {
    let days = serial + (countsFrom1904 ? 1_462 : 0)
    guard days >= 61, days < 2_958_466 else { return nil }
    return CalendarDate(days: Int32(days.rounded(.down)) - 25_569)
  }

  private func readTexts() throws(WorkbookError) {
    guard !hasTexts else { return }
    hasTexts = true
    guard let textsPart else { return }
    guard let text = try file.text(of: textsPart) else { throw .malformedPart }
    var scanner = MarkupScanner(text.bytes)
    while true {
      switch try scanner.next() {
      case .finished: return
      case .start where scanner.isNamed("si"):
        texts.append(try RichText.read(&scanner, upTo: "si"))
      case .start, .end, .text: scanner.forgetText()
      }
    }
  }

  private struct Relation {
    var id: String
    var kind: String
    var target: String
  }

  /// What a part names as its own: parts of the same file alone.
  private func relations(of part: String) throws(WorkbookError) -> [Relation] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    guard let text = try file.text(of: "\(folder)_rels/\(name).rels") else { return [] }
    var relations: [Relation] = []
    var scanner = MarkupScanner(text.bytes)
    while true {
      switch try scanner.next() {
      case .finished: return relations
      case .start where scanner.isNamed("Relationship"):
        guard try scanner.attribute("TargetMode") != "External",
          let id = try scanner.attribute("Id"), let type = try scanner.attribute("Type"),
          let target = try scanner.attribute("Target")
        else { continue }
        relations.append(
          Relation(
            id: id, kind: type.split(separator: "/").last.map(String.init) ?? "",
            target: Self.resolve(target, in: folder)))
      case .start, .end, .text: scanner.forgetText()
      }
    }
  }

  /// The name of a part that another one names; only ever looked up in the directory of the file.
  private static func resolve(_ target: String, in folder: String) -> String {
    var names: [Substring] = []
    for name in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
      if name == ".." {
        _ = names.popLast()
      } else if name != "." {
        names.append(name)
      }
    }
    return names.joined(separator: "/")
  }
}
