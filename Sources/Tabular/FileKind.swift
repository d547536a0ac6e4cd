public import Model

extension FileKind {
  /// Tells the kind of a file from its first bytes.
  ///
  /// - Parameter bytes: At least 64 bytes if the file has them.
  public init(beginning bytes: ByteView) {
    func begins(_ signature: [UInt8]) -> Bool {
      guard bytes.count >= signature.count else { return false }
      for (index, byte) in signature.enumerated() where bytes[index] != byte { return false }
      return true
    }
    if bytes.isEmpty {
      self = .nothing
    } else if begins([0x1F, 0x8B]) {
      self = .gzip
    } else if begins([0x50, 0x4B, 0x03, 0x04]) || begins([0x50, 0x4B, 0x05, 0x06]) {
      self = FileKind.isWorkbook(bytes) ? .workbook : .zip
    } else if begins([0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldWorkbook
    } else if begins([0x42, 0x5A, 0x68]) && bytes.count > 4 && bytes[4] == 0x31 {
      self = .bzip2
    } else if begins([0xFD, 0x37, 0x7A, 0x58, 0x5A]) {
      self = .xz
    } else if begins([0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstandard
    } else if begins([0x37, 0x7A, 0xBC, 0xAF]) {
      self = .sevenZip
    } else if begins([0x25, 0x50, 0x44, 0x46, 0x2D]) {
      self = .portableDocument
    } else {
      self = FileKind.isText(bytes) ? .plainText : .binary
    }
  }

  /// Whether the first entry of a zip file is one that workbooks begin with.
  private static func isWorkbook(_ bytes: ByteView) -> Bool {
    guard bytes.count > 30 else { return false }
    let length = min(Int(bytes[26]) | Int(bytes[27]) << 8, bytes.count - 30)
    let name = bytes[30..<30 + length]
    return name.equals("[Content_Types].xml") || name.equals("_rels/.rels")
      || (length > 3 && name[0..<3].equals("xl/"))
  }

  /// Whether it is a file that packs or holds others, which text never looks like.
  public var isPacked: Bool {
    switch self {
    case .nothing, .plainText, .binary: false
    case .zip, .workbook, .oldWorkbook, .bzip2, .xz, .zstandard, .sevenZip, .portableDocument,
      .gzip:
      true
    }
  }

  private static func isText(_ bytes: ByteView) -> Bool {
    for index in 0..<bytes.count {
      let byte = bytes[index]
      if byte < 0x20 && !(0x09...0x0D).contains(byte) { return false }
    }
    return true
  }
}
