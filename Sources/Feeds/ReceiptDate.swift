import Glibc
internal import Diagnostics
internal import Model

/// The day of receipt from the small file that the transfer may write beside a delivery.
enum ReceiptDate {
  /// Reads `<path>.received`.
  ///
  /// - Returns: `nil` if there is no such file.
  /// - Throws: A diagnostic if it holds anything but one ISO date.
  static func read(besides path: String, at location: Location) throws(DiagnosticList)
    -> CalendarDate?
  {
    let sidecar = path + ".received"
    let descriptor = open(sidecar, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 && errno == ENOENT { return nil }
    defer { if descriptor >= 0 { close(descriptor) } }
    let arena = ByteArena(capacity: 64)
    if descriptor >= 0 {
      arena.fill(room: 64) { max(0, Glibc.read(descriptor, $0, 64)) }
    }
    guard descriptor >= 0, let date = CalendarDate(iso: arena.bytes.trimmed) else {
      let name = sidecar.split(separator: "/").last.map { String($0) } ?? sidecar
      throw DiagnosticList([Diagnostic(.receiptUnreadable, at: location, ["sidecar": name])])
    }
    return date
  }
}
