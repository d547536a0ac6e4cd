import Model
import Tabular

/// A gzip file is whole or refused, whatever blocks it is read in; what was written is read again.
enum GzipTarget {
  /// Enough for every input that is no bomb.
  private static let limit = 1 << 20

  static func hold(_ input: ByteView) throws(BrokenPromise) {
    try asDelivered(input)
    try asText(input)
  }

  /// The bytes taken for a gzip file: every size of block gives the same text or the same error.
  private static func asDelivered(_ input: ByteView) throws(BrokenPromise) {
    let file = try ScratchFile(input.copy)
    let whole = read(file.path, room: limit)
    let room = 1 + input.copy.reduce(0) { $0 &+ Int($1) } % 997
    let pieces = read(file.path, room: room)
    // A bomb goes off at the first block over the limit, or breaks before the end of a large one.
    if pieces == .failure(.tooManyBytes(limit: limit)), whole.isFailure { return }
    // How much of a truncated file could be inflated depends on the room there was; that it is truncated
    // does not.
    if case .failure(.truncated) = whole, case .failure(.truncated) = pieces { return }
    try expect(
      pieces == whole, "blocks of \(room) bytes give \(said(pieces)), one gives \(said(whole))")
  }

  /// The bytes taken for text: written in any pieces it is the same file, and reads back; a part of that
  /// file, or the file with something behind it, is refused.
  private static func asText(_ input: ByteView) throws(BrokenPromise) {
    let size = input.isEmpty ? 1 : 1 + Int(input[0])
    let file = try written(input, pieces: max(input.count, 1))
    try expect(try written(input, pieces: size) == file, "pieces of \(size) give another file")
    try expect(try read(file) == .success(input.copy), "what was written is not read again")

    let cut = input.copy.reduce(1) { $0 &* 31 &+ Int($1) }.magnitude % UInt(file.count)
    let part = try read(Array(file[..<Int(cut)]))
    try expect(part.isFailure, "the first \(cut) of \(file.count) bytes are taken for the file")
    let longer = try read(file + [UInt8(truncatingIfNeeded: cut)])
    try expect(longer.isFailure, "the file and another byte are taken for the file")
    try expect(
      try read(file + file) == .success(input.copy + input.copy), "two members are one text")
  }

  private static func written(
    _ input: ByteView, pieces size: Int
  ) throws(BrokenPromise) -> [UInt8] {
    let file = try ScratchFile([])
    do throws(TabularError) {
      let writer = try GzipWriter(path: file.path)
      var from = 0
      while from < input.count {
        let end = min(from + size, input.count)
        try writer.write(input[from..<end])
        from = end
      }
      try writer.finish()
    } catch {
      throw BrokenPromise("writing ends with \(error)")
    }
    return try file.bytes()
  }

  private static func read(_ bytes: [UInt8]) throws(BrokenPromise) -> Result<[UInt8], TabularError>
  {
    let file = try ScratchFile(bytes)
    return read(file.path, room: 4096)
  }

  private static func read(_ path: String, room: Int) -> Result<[UInt8], TabularError> {
    do throws(TabularError) {
      let reader = try GzipReader(path: path, limit: limit)
      let text = ByteArena()
      while try reader.read(into: text, room: room) {}
      return .success(text.bytes.copy)
    } catch {
      return .failure(error)
    }
  }

  private static func said(_ result: Result<[UInt8], TabularError>) -> String {
    switch result {
    case .success(let text): "\(text.count) bytes"
    case .failure(let error): "\(error)"
    }
  }
}

extension Result {
  fileprivate var isFailure: Bool {
    if case .failure = self { true } else { false }
  }
}
