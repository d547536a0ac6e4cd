/// What can be wrong with a gzip or CSV file, as facts.
///
/// Others word them.
public enum TabularError: Error, Hashable, Sendable {
  /// The path is not a regular file. Nothing was read from it.
  case notRegular(found: PathKind)
  /// The file cannot be opened or read; the number is `errno`.
  case unreadable(errno: Int32)
  /// The file does not begin as gzip.
  case notGzip(found: FileKind)
  /// The file ends in the middle of a gzip member, after so many inflated bytes.
  case truncated(bytes: Int)
  /// The file is gzip, but not whole.
  case damaged(GzipDamage)
  /// The file inflates to more than allowed.
  case tooManyBytes(limit: Int)
  /// The text is more than so many times as large as the file.
  case tooDense(ratio: Int)
  /// The file has more gzip members than allowed.
  case tooManyMembers(limit: Int)
  /// The row that begins on a line is longer than allowed.
  case rowTooLong(limit: Int, line: Int)
  /// The quotation mark that opens on a line is never closed.
  case quoteNotClosed(line: Int)
  /// A quotation mark on a line is inside an unquoted field, or text follows a closing one.
  case quoteMisplaced(line: Int)
  /// There is not enough memory for the next bytes.
  case outOfMemory
  /// The file cannot be created; the number is `errno`.
  case cannotCreate(errno: Int32)
  /// Writing failed; the number is `errno`.
  case writeFailed(errno: Int32)
}

/// What a path leads to when it is not a regular file.
public enum PathKind: String, Hashable, Sendable {
  case folder = "a folder"
  case link = "a symbolic link"
  case pipe = "a pipe"
  case socket = "a socket"
  case device = "a device"
  case other = "something else"
}

/// What a file that is not gzip looks like from its first bytes.
public enum FileKind: String, Hashable, Sendable {
  case nothing = "an empty file"
  case plainText = "plain text"
  case zip = "a zip file"
  case workbook = "a spreadsheet (xlsx)"
  case oldWorkbook = "a spreadsheet (xls)"
  case bzip2 = "a bzip2 file"
  case xz = "an xz file"
  case zstandard = "a Zstandard file"
  case sevenZip = "a 7z file"
  case portableDocument = "a PDF file"
  case gzip = "a gzip file"
  case binary = "unknown binary data"
}

/// What is broken in a gzip file.
public enum GzipDamage: String, Hashable, Sendable {
  case header = "its header is broken"
  case data = "its compressed data are broken"
  case checksum = "the checksum at its end does not fit"
  case length = "the length at its end does not fit"
  case trailingBytes = "other bytes follow after its end"
}
