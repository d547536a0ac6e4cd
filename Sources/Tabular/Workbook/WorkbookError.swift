/// What can be wrong with a workbook, as facts.
///
/// Others word them.
public enum WorkbookError: Error, Hashable, Sendable {
  /// The file cannot be opened or read.
  case unreadable(TabularError)
  /// The file is larger than allowed.
  case fileTooLarge(limit: Int)
  /// The file is no zip file, or not whole.
  case notZip
  /// The file is a zip file, but no workbook.
  case notWorkbook
  /// The zip file has a form that no spreadsheet program writes: encrypted, in several files, with one name
  /// twice, or compressed in another way.
  case unusualZip
  /// The zip file has more parts than allowed.
  case tooManyParts(limit: Int)
  /// A part inflates to more than allowed.
  case partTooLarge(limit: Int)
  /// A part inflates to more than so many times its size.
  case partTooDense(ratio: Int)
  /// A part of the zip file does not inflate to what the file says of it.
  case damagedPart
  /// A part declares what documents may declare and workbooks never do: entities and other files.
  case declaration
  /// A part is no well-formed XML in UTF-8.
  case malformedPart
  /// A cell stands outside a sheet, or holds more text than a cell can.
  case impossibleCell
}
