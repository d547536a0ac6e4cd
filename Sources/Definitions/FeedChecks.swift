import Diagnostics
import Model

/// Turns a `feed.yml` as written into a feed as used, and notes what does not fit together.
struct FeedChecks {
  let node: YAMLNode
  let problems: ProblemCollector

  /// Builds the definition.
  ///
  /// - Parameters:
  ///   - id: The name of the feed's folder.
  ///   - sources: The register, if there is one.
  /// - Returns: `nil` after a problem.
  func definition(id: String, sources: SourceRegister?) -> FeedDefinition? {
    ShapeCheck(problems: problems).check(node, FeedFile.shape)
    sources?.check(node["source"], problems)
    if !ScalarReader.isName(id) {
      problems.add(
        .wrongKind, at: Place(file: node.place.file),
        [
          "expected": "a folder name of lower-case letters, digits and hyphens",
          "found": "\"\(id)\"",
        ])
    }
    let delivery = node["delivery"].flatMap {
      DeliveryChecks(node: $0, problems: problems).definition()
    }
    let delimiter = delimiter()
    let columns = FeedColumnChecks(feed: node, problems: problems).columns()
    checkRows()
    let steps = FeedStepChecks(feed: node, problems: problems)
    steps.check(columns, sources)
    guard problems.isEmpty, let delivery, let delimiter, let partner = partner(),
      let title = node["title"]?.text, let source = node["source"]?.text,
      let encoding = node["file"]?["encoding"]?.word(TextEncoding.self)
    else { return nil }
    var file = FileFormat(encoding: encoding, delimiter: delimiter)
    if let bytes = node["file"]?["maximum-bytes"]?.number { file.maximumBytes = bytes }
    if let ratio = node["file"]?["maximum-ratio"]?.number { file.maximumRatio = ratio }
    if let rows = node["file"]?["maximum-rows"]?.number { file.maximumRows = rows }
    if let length = node["file"]?["maximum-row-length"]?.number { file.maximumRowLength = length }
    if let bytes = node["file"]?["maximum-file-bytes"]?.number { file.maximumFileBytes = bytes }
    var expectations = FeedExpectations()
    let rows = node["expect"]?["rows"]
    if let least = rows?["at-least"]?.number { expectations.minimumRows = least }
    expectations.maximumRows = rows?["at-most"]?.number
    if let rejects = node["expect"]?["rejects-at-most-per-mille"]?.number {
      expectations.rejectsAtMostPerMille = rejects
    }
    var feed = FeedDefinition(
      id: FeedID(id), title: title, partner: partner, source: source,
      municipalities: node["municipalities"].map {
        $0.items.compactMap { $0.text.flatMap { MunicipalityCode($0) } }
      },
      delivery: delivery,
      file: file, columns: columns, lookups: FeedColumnChecks.lookups(node["lookups"]),
      constants: constants(), expectations: expectations, attestation: steps.attestation())
    for (name, words) in node["lookups"]?.entries ?? [] {
      guard let name = name.text else { continue }
      feed.writtenWords[name] = words.entries.compactMap { $0.key.text }
    }
    return feed
  }

  private func partner() -> Partner? {
    guard let id = node["partner"]?["id"]?.text, let name = node["partner"]?["name"]?.text,
      let type = node["partner"]?["type"]?.word(PartnerType.self)
    else { return nil }
    return Partner(id: id, name: name, type: type)
  }

  private func constants() -> [FeedField: String] {
    var constants: [FeedField: String] = [:]
    for (key, value) in node["constants"]?.entries ?? [] {
      guard let field = key.word(FeedField.self), let text = value.text else { continue }
      constants[field] = text
    }
    return constants
  }

  /// The sign between columns, as `file` of the definition says; noted when it can be none.
  func delimiter() -> UInt8? {
    guard let written = node["file"]?["delimiter"], let text = written.text else { return nil }
    if text == "tab" || text == "\t" { return UInt8(ascii: "\t") }
    let forbidden: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ".")]
    if text.utf8.count == 1, let byte = text.utf8.first, (0x21...0x7E).contains(byte),
      !forbidden.contains(byte), !FeedChecks.isLetterOrDigit(byte)
    {
      return byte
    }
    problems.add(
      .wrongKind, at: written.place,
      ["expected": "one sign such as \";\", \",\" or \"|\", or tab", "found": written.found])
    return nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private func checkRows() {
    guard let rows = node["expect"]?["rows"], let least = rows["at-least"]?.number,
      let most = rows["at-most"], let number = most.number, number < least
    else { return }
    problems.add(
      .contradiction, at: most.place,
      ["what": "at-most is below at-least", "hint": "make at-most the larger of the two"])
  }
}
