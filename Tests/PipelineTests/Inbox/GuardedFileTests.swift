import Diagnostics
import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

@Suite struct GuardedFileTests {
  private let folder: TemporaryFolder
  private let opened: OpenFolder

  init() throws {
    folder = try TemporaryFolder()
    opened = try #require(OpenFolder(path: folder.url.path))
  }

  private func refusal(_ name: String) -> String {
    let problem = #expect(throws: Diagnostic.self) {
      try GuardedFile(name, in: opened, at: Location())
    }
    return problem.map { "\($0.code.id) \($0.facts["found"] ?? $0.facts["count"] ?? "")" } ?? ""
  }

  @Test func opensOnlyARegularFileWithOneName() throws {
    try folder.write("a", to: "file")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: "file")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("dangling"), withDestinationPath: "nowhere")
    #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
    try FileManager.default.createDirectory(
      atPath: folder.path("folder"), withIntermediateDirectories: false)
    #expect(refusal("link") == "FEED-001 a symbolic link")
    #expect(refusal("dangling") == "FEED-001 a symbolic link")
    #expect(refusal("pipe") == "FEED-001 a pipe")
    #expect(refusal("folder") == "FEED-001 a folder")
    #expect(refusal("nothing") == "FEED-002 ")
    #expect(try GuardedFile("file", in: opened, at: Location()).facts.bytes == 1)
    try FileManager.default.linkItem(atPath: folder.path("file"), toPath: folder.path("second"))
    #expect(refusal("file") == "FEED-029 2")
    #expect(refusal("second") == "FEED-029 2")
  }

  @Test func opensNeitherASocketNorADevice() throws {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    // The name must be short, so it is bound from within the folder.
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = "/tmp/voorsein-\(getpid())-socket"
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    #expect(rename(path, folder.path("socket")) == 0)
    #expect(refusal("socket") == "FEED-001 a socket")
    let devices = try #require(OpenFolder(path: "/dev"))
    let problem = #expect(throws: Diagnostic.self) {
      try GuardedFile("null", in: devices, at: Location())
    }
    #expect(problem?.facts["found"] == "a device")
  }

  /// Whoever renames the folder and puts a link in its place leads nobody elsewhere.
  @Test func staysInTheFolderThatWasOpened() throws {
    try folder.write("true", to: "inbox/file")
    try folder.write("false", to: "other/file")
    let inbox = try #require(OpenFolder(path: folder.path("inbox")))
    try FileManager.default.moveItem(atPath: folder.path("inbox"), toPath: folder.path("moved"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("inbox"), withDestinationPath: "other")
    #expect(try read(GuardedFile("file", in: inbox, at: Location())) == "true")
  }

  private func read(_ file: GuardedFile, limit: Int = .max) throws -> String {
    var text = ""
    _ = try file.read(limit: limit) { text += $0.string }
    return text
  }

  private func codeOfReading(
    content: String = "some text", limit: Int = .max,
    _ meanwhile: @escaping (String) throws -> Void
  ) throws -> String? {
    let path = try folder.write(content, to: "file")
    let file = try GuardedFile("file", in: opened, at: Location())
    let problem = #expect(throws: Diagnostic.self) {
      try file.read(limit: limit) { _ in try meanwhile(path) }
    }
    return problem?.code.id
  }

  @Test func refusesAFileThatChangesWhileItIsRead() throws {
    let append = { (path: String) in
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("more".utf8))
      try handle.close()
    }
    let shorten = { (path: String) in _ = truncate(path, 2) }
    let writeOver = { (path: String) in
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.write(contentsOf: Data("other".utf8))
      try handle.close()
      // A clock tick of the kernel may be coarser than this test.
      let times = [timespec(tv_sec: 1, tv_nsec: 1), timespec(tv_sec: 1, tv_nsec: 1)]
      _ = utimensat(AT_FDCWD, path, times, 0)
    }
    let second = folder.path("second")
    let addName = { (path: String) in _ = link(path, second) }
    for change in [append, shorten, writeOver, addName] {
      #expect(try codeOfReading(change) == "FEED-030")
    }
  }

  @Test func refusesAFileAboveItsLimit() throws {
    let isRead = { (_: String) in _ = Issue.record("something was read") }
    #expect(try codeOfReading(limit: 8, isRead) == "FEED-031")
    try folder.write("12345678", to: "file")
    #expect(try read(GuardedFile("file", in: opened, at: Location()), limit: 8) == "12345678")
  }
}
