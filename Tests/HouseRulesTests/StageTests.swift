import Foundation
import Testing

/// Every stage folder is registered and tested.
@Suite struct StageTests {
  static let folders: [String] = Array(
    Set(
      SourceTree.sources.filter { $0.target == "Stages" }.compactMap { file in
        let parts = file.path.split(separator: "/")
        return parts.count > 3 ? String(parts[2]) : nil
      })
  ).sorted()

  @Test(arguments: folders)
  func aStageFolderIsRegistered(folder: String) throws {
    let catalog = try #require(
      SourceTree.text(of: "Sources/Stages/StageCatalog.swift"),
      "Sources/Stages/StageCatalog.swift is not there")
    let isRegistered = codeOnly(catalog).contains(pattern: "\\b\(folder)\\.self\\b")
    #expect(
      isRegistered,
      "Sources/Stages/\(folder) has no line \(folder).self in StageCatalog.swift")
  }

  @Test(arguments: folders)
  func aStageFolderIsTested(folder: String) {
    let tests = SourceTree.tests.filter {
      $0.target == "StagesTests"
        && ($0.path.dropFirst("Tests/StagesTests/".count)).hasPrefix(folder)
    }
    let holdsTests = tests.contains { $0.text.contains("@Test") }
    #expect(
      holdsTests, "no file below Tests/StagesTests whose path begins with \(folder) holds a test")
  }
}
