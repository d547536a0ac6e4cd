public import Definitions
internal import Diagnostics
public import Model

/// The secrets behind the ids, by municipality.
///
/// A line holds a municipality code or `*`, the name of the key and 64 hexadecimal digits, and perhaps the day
/// from which it holds: `from 2027-01-01`. `#` begins a comment.
public struct KeyFile: Sendable {
  private struct Secret {
    var name: String
    var bytes: [UInt8]
    /// The first day on which it holds; `nil` for always.
    var from: CalendarDate?
  }

  /// The secrets of each municipality, the one that holds first in front.
  private var secrets: [String: [Secret]] = [:]

  /// The key that stands in the repository: bytes 0 to 31.
  ///
  /// Everybody knows it.
  public static let publishedTestSecret = [UInt8](0..<32)

  /// Reads the key file of a pipeline, or the credential that it names.
  ///
  /// - Parameter pipeline: The pipeline.
  /// - Throws: A diagnostic if it cannot be found, read or trusted, or one for each line that is not a key.
  public init(of pipeline: PipelineDefinition) throws {
    guard let credential = pipeline.keyCredential else {
      self = try KeyFile(path: pipeline.keyFile)
      return
    }
    self = try KeyFile(credential: credential)
  }

  /// Where the secrets of a pipeline stand.
  ///
  /// - Parameter pipeline: The pipeline.
  /// - Returns: The path of the file, or of the credential; `nil` if no service handed a credential over.
  public static func path(of pipeline: PipelineDefinition) -> String? {
    guard let credential = pipeline.keyCredential else { return pipeline.keyFile }
    return KeyFileSource.path(ofCredential: credential)
  }

  /// Reads a credential of this service.
  ///
  /// - Parameter credential: What the service calls it.
  /// - Throws: A diagnostic if it cannot be found, read or trusted, or one for each line that is not a key.
  init(credential: String) throws { self = try KeyFile(KeyFileSource.credential(credential)) }

  /// Reads a key file.
  ///
  /// - Parameter path: The file.
  /// - Throws: A diagnostic if it cannot be read or trusted, or one for each line that is not a key.
  public init(path: String) throws { self = try KeyFile(KeyFileSource.file(path)) }

  private init(_ source: KeyFileSource) throws {
    let path = source.path
    var problems: [Diagnostic] = []
    var places: [String: Int] = [:]
    let lines = String(decoding: source.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }.map(String.init)
      if words.isEmpty || words[0].hasPrefix("#") { continue }
      guard let secret = Self.secret(words) else {
        problems.append(Diagnostic(.keyMalformed, at: Location(file: path, line: index + 1)))
        continue
      }
      secrets[words[0], default: []].append(secret)
      places[words[0]] = index + 1
    }
    for (code, found) in secrets.sorted(by: { $0.key < $1.key }) {
      secrets[code] = found.sorted { left, right in
        (left.from?.days ?? .min, left.name) < (right.from?.days ?? .min, right.name)
      }
      guard Set(found.map(\.from)).count < found.count || Set(found.map(\.name)).count < found.count
      else { continue }
      problems.append(
        Diagnostic(
          .keysUndated, at: Location(file: path, line: places[code]), ["municipality": code]))
    }
    if !problems.isEmpty { throw DiagnosticList(problems) }
    // Everybody can read the published key, and a checkout keeps no access rights.
    if secrets.values.contains(where: { $0.contains { $0.bytes != Self.publishedTestSecret } }) {
      try source.checkAccess()
    }
  }

  /// The keys of a municipality.
  ///
  /// - Parameters:
  ///   - municipality: Whose keys.
  ///   - dataAreReal: Whether the published test key must be refused.
  ///   - day: The day that the keys are asked for: what holds later is left out; `nil` leaves nothing out.
  /// - Returns: The derived keys, with those that held before.
  /// - Throws: A diagnostic if there is no key, or only the published one for real data.
  public func keys(
    for municipality: MunicipalityCode, dataAreReal: Bool, on day: CalendarDate? = nil
  ) throws -> MunicipalityKeys {
    guard let all = secrets[municipality.description] ?? secrets["*"], let first = all.first else {
      throw Diagnostic(.keyMissing, ["municipality": municipality.description])
    }
    if dataAreReal && all.contains(where: { $0.bytes == Self.publishedTestSecret }) {
      throw Diagnostic(.testKeyRefused, ["municipality": municipality.description])
    }
    let holding =
      [first]
      + all.dropFirst().filter { secret in
        guard let day, let from = secret.from else { return true }
        return from <= day
      }
    var keys = MunicipalityKeys(
      secret: first.bytes, name: first.name, municipality: municipality)
    for secret in holding.dropFirst() {
      guard let from = secret.from else { continue }
      keys = MunicipalityKeys(
        secret: secret.bytes, name: secret.name, municipality: municipality, after: keys,
        until: from)
    }
    return keys
  }

  /// Reads the words of a line; `nil` if they are no key.
  private static func secret(_ words: [String]) -> Secret? {
    guard words.count == 3 || words.count == 5,
      words[0] == "*" || MunicipalityCode(words[0]) != nil,
      let secret = bytes(words[2]), secret.count == 32
    else { return nil }
    var from: CalendarDate?
    if words.count == 5 {
      guard words[3] == "from", let day = CalendarDate(iso: words[4]) else { return nil }
      from = day
    }
    return Secret(name: words[1], bytes: secret, from: from)
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
