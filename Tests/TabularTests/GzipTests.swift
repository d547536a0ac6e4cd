import Foundation
import Model
import TestSupport
import Testing

@testable import Tabular

@Suite struct GzipTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func write(_ bytes: [UInt8], to name: String, pieces: [Int] = []) throws -> String {
    let path = folder.path(name)
    let writer = try GzipWriter(path: path)
    try bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      var from = 0
      var sizes = pieces[...]
      while from < bytes.count {
        let size = min(sizes.popFirst() ?? bytes.count, bytes.count - from)
        try writer.write(ByteView(start: start + from, count: size))
        from += size
      }
    }
    try writer.finish()
    return path
  }

  func read(_ path: String, limit: Int = .max, room: Int = 65_536) throws -> [UInt8] {
    let reader = try GzipReader(path: path, limit: limit)
    let arena = ByteArena()
    while try reader.read(into: arena, room: room) {}
    #expect(reader.inflatedBytes == arena.count)
    return (0..<arena.count).map { arena.bytes[$0] }
  }

  func file(_ bytes: [UInt8]) throws -> String { try folder.write(Data(bytes), to: "file") }

  func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  func text(_ count: Int, seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in UInt8.random(in: 32...60, using: &random) }
  }

  @Test func roundTripInAnyPiecesGivesTheSameBytes() throws {
    var random = SeededGenerator(seed: 7)
    for size in [0, 1, 100, 65_536, 200_000] {
      let content = text(size, seed: UInt64(size))
      let whole = try bytes(of: write(content, to: "whole"))
      for _ in 0..<3 {
        let pieces = (0..<200).map { _ in Int.random(in: 1...5000, using: &random) }
        let path = try write(content, to: "pieces", pieces: pieces)
        #expect(try bytes(of: path) == whole)
        #expect(try read(path, room: Int.random(in: 1...9000, using: &random)) == content)
      }
      #expect(Array(whole[3..<8]) == [0, 0, 0, 0, 0], "no flags, no time")
    }
  }

  @Test func anybodyElsesGunzipReadsIt() throws {
    let content = text(300_000, seed: 3)
    let path = try write(content, to: "list.gz")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let gunzip = Process()
    gunzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    gunzip.arguments = ["gzip", "--decompress", "--keep", path]
    try gunzip.run()
    gunzip.waitUntilExit()
    #expect(gunzip.terminationStatus == 0)
    #expect(try bytes(of: folder.path("list")) == content)
  }

  @Test func readsSeveralMembers() throws {
    let first = try bytes(of: write(text(1000, seed: 1), to: "a"))
    let second = try bytes(of: write(text(70_000, seed: 2), to: "b"))
    let empty = try bytes(of: write([], to: "c"))
    let path = try file(first + empty + second + empty)
    for room in [1, 999, 1000, 1001, 100_000] {
      #expect(try read(path, room: room) == text(1000, seed: 1) + text(70_000, seed: 2))
    }
  }

  @Test func showsTheFileAsDelivered() throws {
    let path = try write(text(900_000, seed: 5), to: "big")
    var shown: [UInt8] = []
    let reader = try GzipReader(path: path) { block in
      shown += (0..<block.count).map { block[$0] }
    }
    let arena = ByteArena()
    while try reader.read(into: arena, room: 100_000) { arena.removeAll() }
    #expect(try shown == bytes(of: path))
    #expect(reader.compressedBytes == shown.count)
  }

  @Test func noticesEveryTruncation() throws {
    let whole =
      try bytes(of: write(text(400, seed: 9), to: "x"))
      + bytes(of: write(text(300, seed: 10), to: "y"))
    let firstEnd = try bytes(of: folder.path("x")).count
    for length in 0..<whole.count where length != firstEnd {
      let path = try file(Array(whole[..<length]))
      let error = #expect(throws: TabularError.self) { try read(path) }
      switch error {
      case .truncated: #expect(length > 0)
      case .notGzip(.nothing): #expect(length == 0)
      default: Issue.record("at \(length): \(String(describing: error))")
      }
    }
  }

  @Test func noticesDamage() throws {
    let whole = try bytes(of: write(text(5000, seed: 11), to: "x"))
    func damaged(_ position: Int) throws -> TabularError? {
      var copy = whole
      copy[position] ^= 0x10
      let path = try file(copy)
      return #expect(throws: TabularError.self) { try read(path) }
    }
    #expect(try damaged(whole.count - 1) == .damaged(.length))
    #expect(try damaged(whole.count - 8) == .damaged(.checksum))
    #expect(try damaged(2) == .damaged(.header))
    for position in stride(from: 10, to: whole.count - 8, by: 37) {
      _ = try damaged(position)
    }
  }

  @Test(arguments: [
    [0x00], [0x1F], Array("\n".utf8), [0x1F, 0x00, 0x00], [0x1F, 0x8B, 0x00, 0x00],
  ])
  func noticesBytesAfterTheEnd(_ trailing: [UInt8]) throws {
    let whole = try bytes(of: write(text(50, seed: 12), to: "x"))
    let path = try file(whole + trailing)
    let error = #expect(throws: TabularError.self) { try read(path) }
    #expect(
      error == (trailing == [0x1F] ? .truncated(bytes: 50) : .damaged(.trailingBytes)))
  }

  @Test func stopsABomb() throws {
    let path = try write(Array(repeating: 0x30, count: 3_000_000), to: "bomb")
    #expect(throws: TabularError.tooManyBytes(limit: 1_000_000)) {
      try read(path, limit: 1_000_000)
    }
    #expect(try read(path, limit: 3_000_000).count == 3_000_000)
  }

  /// A bomb is stopped after the first 16 MiB of text, whatever may still follow.
  @Test func stopsTextThatIsTooDense() throws {
    let dense = Array(repeating: UInt8(0x30), count: 24 << 20)
    let path = try write(dense, to: "dense")
    func inflated(_ path: String, ratio: Int) throws -> (TabularError?, Int) {
      let reader = try GzipReader(path: path, ratio: ratio)
      let arena = ByteArena()
      do throws(TabularError) {
        while try reader.read(into: arena, room: 65_536) { arena.removeAll() }
      } catch { return (error, reader.inflatedBytes) }
      return (nil, reader.inflatedBytes)
    }
    let (error, bytes) = try inflated(path, ratio: 12)
    #expect(error == .tooDense(ratio: 12))
    #expect((GzipReader.ratioCountsAfter - 65_536...GzipReader.ratioCountsAfter).contains(bytes))
    #expect(try inflated(path, ratio: 1100).0 == nil)
    // What came before does not hide a bomb in a later member.
    let plain = try self.bytes(of: write(text(3 << 20, seed: 13), to: "plain"))
    let both = try file(plain + self.bytes(of: path))
    #expect(try inflated(both, ratio: 4).0 == .tooDense(ratio: 4))
    let small = try write(Array(dense.prefix(16 << 20)), to: "small")
    #expect(try inflated(small, ratio: 2).0 == nil)
  }

  @Test func stopsEndlessMembers() throws {
    let empty = try bytes(of: write([], to: "empty"))
    let most = GzipReader.maximumMembers
    let many = try file(Array(repeatElement(empty, count: most).joined()))
    #expect(try read(many).isEmpty)
    let more = try file(Array(repeatElement(empty, count: most + 1).joined()))
    #expect(throws: TabularError.tooManyMembers(limit: most)) { try read(more) }
  }

  @Test(arguments: [
    ("", FileKind.nothing), ("a;b\n1;2\n", .plainText), ("PK\u{3}\u{4} other", .zip),
    ("%PDF-1.7", .portableDocument), ("BZh91AY", .bzip2), ("\u{0}\u{1}\u{2}", .binary),
  ])
  func tellsWhatItIs(_ content: String, _ kind: FileKind) throws {
    let path = try file(Array(content.utf8))
    #expect(throws: TabularError.notGzip(found: kind)) { try read(path) }
  }

  @Test func tellsAWorkbook() throws {
    let name = Array("[Content_Types].xml".utf8)
    let entry: [UInt8] =
      [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 22) + [UInt8(name.count), 0, 0, 0] + name
    let path = try file(entry)
    #expect(throws: TabularError.notGzip(found: .workbook)) { try read(path) }
  }

  @Test func opensRegularFilesOnly() throws {
    let target = try file([1, 2, 3])
    let link = folder.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    #expect(throws: TabularError.notRegular(found: .link)) { try GzipReader(path: link) }
    #expect(throws: TabularError.notRegular(found: .folder)) {
      try GzipReader(path: folder.url.path)
    }
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(throws: TabularError.notRegular(found: .pipe)) { try GzipReader(path: pipe) }
    #expect(throws: TabularError.unreadable(errno: ENOENT)) {
      try GzipReader(path: folder.path("absent"))
    }
    #expect(throws: TabularError.cannotCreate(errno: ENOENT)) {
      try GzipWriter(path: folder.path("absent/file"))
    }
    #expect(throws: TabularError.cannotCreate(errno: ELOOP)) { try GzipWriter(path: link) }
  }

  @Test func saysWhenTheDiskIsFull() throws {
    let writer = try GzipWriter(path: "/dev/full")
    #expect(throws: TabularError.writeFailed(errno: ENOSPC)) { try writer.finish() }
  }
}
