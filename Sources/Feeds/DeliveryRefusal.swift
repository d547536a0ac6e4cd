import Glibc
internal import Definitions
internal import Diagnostics
internal import Pipeline
internal import Tabular

/// Says in the product's own codes why the bytes of a delivery cannot be used.
struct DeliveryRefusal {
  let file: FileFormat
  let location: Location

  /// Runs a step of reading a file and translates its error.
  func translating<Value>(
    _ step: () throws(TabularError) -> Value
  ) throws(DiagnosticList) -> Value {
    do { return try step() } catch { throw list(error) }
  }

  /// Opens the file of a delivery with the bounds of its format.
  func open(_ path: String) throws(DiagnosticList) -> GzipReader {
    try translating { () throws(TabularError) in
      try GzipReader(
        path: path, limit: file.maximumBytes, ratio: file.maximumRatio)
    }
  }

  /// The refusal for an error of the file's form.
  func list(_ error: TabularError) -> DiagnosticList { DiagnosticList([diagnostic(error)]) }

  /// The refusal for bytes that are not written as agreed.
  func list(_ finding: EncodingCheck.Finding) -> DiagnosticList {
    var place = location
    switch finding {
    case .nul(let line):
      place.line = line
      return DiagnosticList([Diagnostic(.nulByte, at: place)])
    case .packed(let kind):
      return DiagnosticList([Diagnostic(.archiveInside, at: place, ["found": kind.rawValue])])
    case .looksLike(let found, let line):
      place.line = line
      return DiagnosticList([
        Diagnostic(
          .wrongEncoding, at: place,
          ["expected": file.encoding.title, "found": found])
      ])
    }
  }

  private func diagnostic(_ error: TabularError) -> Diagnostic {
    var place = location
    switch error {
    case .notRegular(let found):
      return Diagnostic(.deliveryNotRegular, at: place, ["found": found.rawValue])
    case .unreadable(let number), .cannotCreate(let number), .writeFailed(let number):
      return UnreadableDelivery.diagnostic(errno: number, at: place)
    case .outOfMemory:
      return Diagnostic(.deliveryUnreadable, at: place, ["reason": "there is not enough memory"])
    case .notGzip(let found):
      return Diagnostic(.notGzip, at: place, ["found": found.rawValue])
    case .truncated(let bytes):
      return Diagnostic(.gzipTruncated, at: place, ["bytes": "\(bytes)"])
    case .damaged(let damage):
      return Diagnostic(.gzipDamaged, at: place, ["reason": damage.rawValue])
    case .tooManyBytes(let limit):
      return Diagnostic(.tooManyBytes, at: place, ["limit": "\(limit)"])
    case .tooDense(let ratio):
      return Diagnostic(.inflatesTooMuch, at: place, ["limit": "\(ratio)"])
    case .tooManyMembers(let limit):
      return Diagnostic(.tooManyMembers, at: place, ["limit": "\(limit)"])
    case .rowTooLong(let limit, let line):
      place.line = line
      return Diagnostic(.rowTooLong, at: place, ["limit": "\(limit)"])
    case .quoteNotClosed(let line):
      place.line = line
      return Diagnostic(.quoteNotClosed, at: place)
    case .quoteMisplaced(let line):
      place.line = line
      return Diagnostic(.quoteMisplaced, at: place)
    }
  }
}
