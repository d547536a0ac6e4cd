/// Swift text with the content of comments and string literals blanked out, line by line.
///
/// A scanner, not a parser: interpolations count as string, which no rule here minds.
func codeOnly(_ text: String) -> String {
  var out: [UInt8] = []
  out.reserveCapacity(text.utf8.count)
  var rest = Array(text.utf8)[...]
  func starts(_ token: StaticString) -> Bool {
    rest.starts(with: UnsafeBufferPointer(start: token.utf8Start, count: token.utf8CodeUnitCount))
  }
  /// Blanks bytes out; line ends stay.
  func skip(_ count: Int) {
    for byte in rest.prefix(count) { out.append(byte == 0x0A ? 0x0A : 0x20) }
    rest = rest.dropFirst(count)
  }
  func skipString(_ quote: StaticString) {
    let length = quote.utf8CodeUnitCount
    skip(length)
    while !rest.isEmpty && !starts(quote) {
      if length == 1 && rest.first == 0x0A { return }
      skip(rest.first == UInt8(ascii: "\\") ? 2 : 1)
    }
    skip(length)
  }
  while let byte = rest.first {
    if starts("//") {
      skip(rest.firstIndex(of: 0x0A).map { $0 - rest.startIndex } ?? rest.count)
    } else if starts("/*") {
      while !rest.isEmpty && !starts("*/") { skip(1) }
      skip(2)
    } else if starts("\"\"\"") {
      skipString("\"\"\"")
    } else if starts("\"") {
      skipString("\"")
    } else {
      out.append(byte)
      rest = rest.dropFirst()
    }
  }
  return String(decoding: out, as: UTF8.self)
}
