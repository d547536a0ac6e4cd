import Diagnostics
import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

@Suite struct ChecksumTests {
  /// SHA-256 of the text "abc".
  private static let digits = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  private func compare(_ sidecar: String?) throws -> Result<Bool, Diagnostic> {
    let folder = try TemporaryFolder()
    if let sidecar { try folder.write(sidecar, to: "x.csv.gz.sha256") }
    let opened = try #require(OpenFolder(path: folder.url.path))
    return Result { () throws(Diagnostic) in
      try Checksum.compare("x.csv.gz", Self.digits, in: opened, at: Location(file: "x.csv.gz"))
    }
  }

  @Test(arguments: [
    digits, digits + "\n", digits + "\r\n", digits.uppercased() + "\n", digits + "  x.csv.gz\n",
    digits + " *x.csv.gz\n", digits + "  ./other name.csv.gz", "\n" + digits,
  ])
  func acceptsWhatSha256sumWrites(line: String) throws {
    #expect(try compare(line).get())
  }

  @Test func tellsAbsenceFromAnotherChecksum() throws {
    #expect(try compare(nil).get() == false)
    let other = String(Self.digits.reversed())
    guard case .failure(let problem) = try compare(other) else { return #expect(Bool(false)) }
    #expect(problem.code == .checksumMismatch)
    #expect(problem.facts == ["sidecar": "x.csv.gz.sha256"])
  }

  @Test(arguments: [
    "", "\n", "abc", String(digits.dropLast()), digits + "0", String(digits.dropLast()) + "g",
    digits + " x", digits + "\n" + digits, digits + "  x\n" + digits + "  y\n",
    "SHA256 (x.csv.gz) = " + digits, "\\" + digits + "  x", "\u{FEFF}" + digits,
    digits + String(repeating: " ", count: 2000),
  ])
  func refusesEverythingElse(line: String) throws {
    guard case .failure(let problem) = try compare(line) else { return #expect(Bool(false)) }
    #expect(problem.code == .checksumUnreadable)
  }

  @Test func oneDigitOffIsAnotherChecksum() throws {
    for place in 0..<64 {
      var changed = Array(Self.digits.utf8)
      changed[place] = changed[place] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
      let text = String(decoding: changed, as: UTF8.self)
      guard case .failure(let problem) = try compare(text) else { return #expect(Bool(false)) }
      #expect(problem.code == .checksumMismatch)
    }
  }
}
