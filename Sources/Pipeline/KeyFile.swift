internal import Diagnostics
public import Model

/// The secrets behind the ids, by municipality.
///
/// A line holds a municipality code or `*`, the name of the key and 64 hexadecimal digits; `#` begins
/// a comment.
public struct KeyFile: Sendable {
  private var secrets: [String: (name: String, secret: [UInt8])] = [:]

  /// The key that stands in the repository: bytes 0 to 31.
  ///
  /// Everybody knows it.
  public static let publishedTestSecret = [UInt8](0..<32)

  /// Reads a key file.
  ///
  /// - Parameter path: The file.
  /// - Throws: A diagnostic if it cannot be read, or one for each line that is not a key.
  public init(path: String) throws {
    let bytes: [UInt8]
    do { bytes = try FileSystem.read(path) } catch let diagnostic as Diagnostic {
      throw Diagnostic(
        .keyFileAbsent, ["path": path, "reason": diagnostic.facts["reason"] ?? "unknown"])
    }
    var problems: [Diagnostic] = []
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }.map(String.init)
      if words.isEmpty || words[0].hasPrefix("#") { continue }
      guard words.count == 3, words[0] == "*" || MunicipalityCode(words[0]) != nil,
        let secret = Self.bytes(words[2]), secret.count == 32, secrets[words[0]] == nil
      else {
        problems.append(Diagnostic(.keyMalformed, at: Location(file: path, line: index + 1)))
        continue
      }
      secrets[words[0]] = (words[1], secret)
    }
    if !problems.isEmpty { throw DiagnosticList(problems) }
  }

  /// The keys of a municipality.
  ///
  /// - Parameters:
  ///   - municipality: Whose keys.
  ///   - dataAreReal: Whether the published test key must be refused.
  /// - Returns: The derived keys.
  /// - Throws: A diagnostic if there is no key, or only the published one for real data.
  public func keys(for municipality: MunicipalityCode, dataAreReal: Bool) throws -> MunicipalityKeys
  {
    guard let entry = secrets[municipality.description] ?? secrets["*"] else {
      throw Diagnostic(.keyMissing, ["municipality": municipality.description])
    }
    if dataAreReal && entry.secret == Self.publishedTestSecret {
      throw Diagnostic(.testKeyRefused, ["municipality": municipality.description])
    }
    return MunicipalityKeys(secret: entry.secret, name: entry.name, municipality: municipality)
  }

  private static func bytes(_ hexadecimal: String) -> [UInt8]? {
    let digits = Array(hexadecimal.utf8)
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}
