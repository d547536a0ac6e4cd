internal import Definitions
internal import Diagnostics
internal import Model
internal import Tabular

/// Finds out how the letters of a delivery are written, for feeds whose partner does not always say.
///
/// The whole file is inflated once more before it is read: what it is written in shows at its end only,
/// and is decided for the delivery, never for a cell.
enum EncodingDetection {
  private static let blockSize = 256 * 1024

  /// Reads a delivery to its end, or to its byte-order mark.
  ///
  /// - Throws: What is wrong with its bytes.
  /// - Complexity: O(*n*) in the number of bytes.
  /// - Source: `whatwg-encoding`.
  static func encoding(
    path: String, _ refusal: DeliveryRefusal
  ) throws(DiagnosticList) -> TextEncoding {
    let gzip = try refusal.open(path)
    let text = ByteArena(capacity: blockSize)
    var check = EncodingCheck(.detect)
    var isBeginning = true
    while try refusal.translating({ () throws(TabularError) in
      try gzip.read(into: text, room: blockSize)
    }) {
      let piece = text.bytes
      if isBeginning {
        if let finding = EncodingCheck.beginning(piece) { throw refusal.list(finding) }
        if piece.count >= 3, piece[0] == 0xEF, piece[1] == 0xBB, piece[2] == 0xBF { return .utf8 }
        isBeginning = false
      }
      if let finding = check.look(at: piece) { throw refusal.list(finding) }
      text.removeAll()
    }
    if let finding = check.end() { throw refusal.list(finding) }
    return check.encoding ?? .windows1252
  }
}
