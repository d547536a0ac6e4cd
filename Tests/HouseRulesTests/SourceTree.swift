import Foundation
import TestSupport
import Testing

/// One file of the repository, read as text.
struct SourceFile: Sendable, CustomTestStringConvertible {
  /// Path below the root, with `/`.
  let path: String
  let text: String

  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  var testDescription: String { path }

  /// The file's name without folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The target that the file belongs to: the folder below `Sources` or `Tests`.
  var target: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : ""
  }
}

/// The files that git knows or would add, without those it ignores.
enum SourceTree {
  /// Every path, sorted.
  static let paths: [String] = {
    let listed =
      (try? run(
        "git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others",
        "--exclude-standard")) ?? Data()
    let names = listed.split(separator: 0).compactMap { String(data: $0, encoding: .utf8) }
    let found = names.isEmpty ? walked() : names
    return Set(found).filter { isFile(Repository.url($0).path) }.sorted()
  }()

  /// Every text file.
  static let texts: [SourceFile] = paths.compactMap { path in
    guard let data = FileManager.default.contents(atPath: Repository.url(path).path),
      !data.prefix(8_000).contains(0), !path.hasSuffix(".gz")
    else { return nil }
    return SourceFile(path: path, text: String(decoding: data, as: UTF8.self))
  }

  /// The Swift files of the product.
  static let sources = texts.filter { $0.path.hasPrefix("Sources/") && $0.path.hasSuffix(".swift") }

  /// The Swift files of the tests.
  static let tests = texts.filter { $0.path.hasPrefix("Tests/") && $0.path.hasSuffix(".swift") }

  /// The text of one file, or nothing when it is not there.
  static func text(of path: String) -> String? { texts.first { $0.path == path }?.text }

  /// The output of a program that is run in the root of the repository.
  static func run(_ arguments: String...) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.currentDirectoryURL = Repository.root
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data : Data()
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  /// All files, for a copy of the repository without git.
  private static func walked() -> [String] {
    let ignored = [".git/", ".build/", "output/", "state/", "Package.resolved"]
    let all = FileManager.default.enumerator(atPath: Repository.root.path)
    return (all?.allObjects as? [String] ?? []).filter { path in
      !ignored.contains { path.hasPrefix($0) }
    }
  }
}

extension String {
  /// The first group of every match of a regular expression.
  func matches(of pattern: String, group: Int = 1) -> [String] {
    guard
      let expression = try? NSRegularExpression(
        pattern: pattern, options: [.anchorsMatchLines, .dotMatchesLineSeparators])
    else { return [] }
    return expression.matches(in: self, range: NSRange(startIndex..., in: self)).compactMap {
      Range($0.range(at: group), in: self).map { String(self[$0]) }
    }
  }

  /// Whether a regular expression matches somewhere.
  func contains(pattern: String) -> Bool {
    range(of: pattern, options: .regularExpression) != nil
  }
}
