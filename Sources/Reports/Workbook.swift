internal import CXLSXWriter
internal import Diagnostics
internal import Glibc
internal import Model
internal import Pipeline

/// An Excel workbook that is written row by row, in memory that does not grow with it.
///
/// Its bytes depend on its content alone: the date inside is given. Temporary files stand in a folder beside
/// the workbook, which goes with all that is left in it. The first problem is kept and thrown by ``close()``.
final class Workbook {
  private let path: String
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var failed = LXW_NO_ERROR
  private let tally = WorkbookTally()
  private var sheets = 0

  /// Creates the file.
  ///
  /// - Parameters:
  ///   - path: Where to; what was there is replaced.
  ///   - title: What the document says it is.
  ///   - date: The day that the document says it was made on.
  /// - Throws: `workbookFailed`.
  init(path: String, title: String, date: CalendarDate) throws(Diagnostic) {
    self.path = path
    // Makes the file first, for this user alone; the library then writes into it.
    try OutputFile.make(path)
    let folder = Self.folder(of: path)
    try Self.change { try FileSystem.makeFolder(folder) }
    book = folder.withMutableCString { folder in
      var options = lxw_workbook_options(constant_memory: 1, tmpdir: folder, use_zip64: 0)
      return workbook_new_opt(path, &options)
    }
    guard book != nil else { throw failure(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    keep(
      title.withMutableCString { title in
        "Voorsein".withMutableCString { author in
          var properties = lxw_doc_properties()
          properties.title = title
          properties.author = author
          properties.created = time_t(date.days) * 86_400
          return workbook_set_properties(book, &properties)
        }
      })
  }

  deinit {
    guard let book else { return }
    workbook_close(book)
    // Somebody threw already: that is told, and the folder goes with the rest of the run.
    try? FileSystem.remove(Self.folder(of: path))
  }

  private static func change(_ work: () throws -> Void) throws(Diagnostic) {
    do { try work() } catch let problem as Diagnostic { throw problem } catch {
      throw Diagnostic(.defect, ["what": "a folder for a workbook failed without a reason"])
    }
  }

  /// Where the library puts its temporary files.
  private static func folder(of path: String) -> String { path + ".parts" }

  /// Adds a sheet.
  ///
  /// - Throws: `workbookFailed`.
  func sheet(_ name: String) throws(Diagnostic) -> Sheet {
    guard let sheet = workbook_add_worksheet(book, name) else {
      throw failure(LXW_ERROR_PARAMETER_VALIDATION)
    }
    sheets += 1
    return Sheet(sheet, number: sheets - 1, tally) { [unowned self] in keep($0) }
  }

  /// Adds a format.
  ///
  /// - Throws: `workbookFailed`.
  func format(
    _ set: (UnsafeMutablePointer<lxw_format>) -> Void
  ) throws(Diagnostic) -> UnsafeMutablePointer<lxw_format> {
    guard let format = workbook_add_format(book) else {
      throw failure(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    set(format)
    return format
  }

  /// Writes what is left, closes the file, reads it back, and brings it to the disk.
  ///
  /// - Throws: `workbookFailed` with the first problem of all calls, or if the file does not hold what was
  ///   written.
  func close() throws(Diagnostic) {
    let closing = book
    book = nil
    keep(workbook_close(closing))
    try Self.change { try FileSystem.remove(Self.folder(of: path)) }
    guard failed == LXW_NO_ERROR else { throw failure(failed) }
    guard tally.isOf(path) else {
      throw Diagnostic(
        .workbookFailed, ["path": path, "reason": "what was read back is not what was written"])
    }
    try OutputFile.synchronise(path)
  }

  private func keep(_ error: lxw_error) {
    if failed == LXW_NO_ERROR { failed = error }
  }

  private func failure(_ error: lxw_error) -> Diagnostic {
    let reason = lxw_strerror(error).map { String(cString: $0) } ?? "unknown"
    return Diagnostic(.workbookFailed, ["path": path, "reason": reason])
  }
}

extension String {
  /// Calls a C interface that asks for bytes it could change, and does not.
  func withMutableCString<Result>(_ body: (UnsafeMutablePointer<CChar>) -> Result) -> Result {
    var bytes = utf8CString
    return bytes.withUnsafeMutableBufferPointer { buffer in
      // A C string is never empty: it has at least the zero at its end.
      guard let start = buffer.baseAddress else { return "".withMutableCString(body) }
      return body(start)
    }
  }
}
