import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

@Suite struct PrivateFolderTests {
  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func isForTheOwnerOnly() throws {
    let folder = try TemporaryFolder()
    let copies = try PrivateFolder(below: folder.url.path)
    let copy = copies.copy(number: 1)
    try copy.fill { write in
      let arena = ByteArena()
      arena.append(string: "a")
      try write(arena.bytes)
    }
    #expect(try mode(folder.path("private")) == 0o700)
    #expect(try mode(folder.path("private/0001.csv.gz")) == 0o600)
    #expect(copy.path.hasPrefix("/") && copy.path.hasSuffix("/private/0001.csv.gz"))
    // A name is never used twice.
    #expect(throws: (any Error).self) { try copy.fill { _ in } }
    try copy.remove()
    #expect(throws: Never.self) { try copy.remove() }
    copies.remove()
    #expect(!FileManager.default.fileExists(atPath: folder.path("private")))
  }

  @Test func isEmptiedOfWhatAKilledRunLeft() throws {
    let folder = try TemporaryFolder()
    try folder.write("left", to: "private/0001.csv.gz")
    try folder.write("left", to: "private/deeper/0002.csv.gz")
    _ = try PrivateFolder(below: folder.url.path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("private")).isEmpty)
  }

  @Test func isNeverSomebodyElsesFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("kept", to: "elsewhere/file")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("private"), withDestinationPath: "elsewhere")
    let copies = try PrivateFolder(below: folder.url.path)
    try copies.copy(number: 12345).fill { _ in }
    #expect(FileManager.default.fileExists(atPath: folder.path("private/12345.csv.gz")))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("elsewhere")) == ["file"])
  }
}
