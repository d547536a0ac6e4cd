internal import Diagnostics
internal import Model

/// A part of a run, as it was published, with every file as it was written.
struct RunPart: Sendable {
  let folder: String
  let manifest: RunManifest
  let record: RunManifest.Part

  /// Reads what a part says of itself, and checks its files.
  ///
  /// - Parameter path: The folder of its run, or the output folder whose `current` points to it.
  /// - Throws: A diagnostic if it is no part, was not published, or is not as it was written.
  /// - Complexity: O(*n*) in the bytes of its files.
  init(path: String) throws {
    let isRun = FileSystem.exists(path + "/manifest.json")
    folder = isRun ? path : path + "/current"
    guard FileSystem.exists(folder + "/manifest.json") else {
      throw Diagnostic(
        .notFound,
        ["what": "a run in \(path)", "hint": "give the folder of a run, or an output folder"])
    }
    guard let manifest = try? RunManifest(path: folder + "/manifest.json"),
      let record = manifest.part, manifest.removed == nil,
      ExitStatus(rawValue: Int32(manifest.exitCode))?.isPublished == true
    else { throw Diagnostic(.partOfNoRun, ["path": path]) }
    let problems = try RunVerifier(folder: folder).verify().reduce(0) { $0 + $1.problems.count }
    guard problems == 0 else {
      throw Diagnostic(.partDamaged, ["count": "\(problems)", "path": path])
    }
    self.manifest = manifest
    self.record = record
  }

  /// The codes of its municipalities, in order.
  var codes: [String] { record.own.keys.sorted() }

  /// Whether it speaks for a municipality; one that does not only shows that it was run.
  var hasMunicipalities: Bool { !record.own.isEmpty }

  /// The digests of the files that are of no municipality alone, by path.
  var sharedFiles: [String: String] {
    Dictionary(
      manifest.outputs.filter { output in
        MunicipalityCode(String(output.path.prefix { $0 != "/" })) == nil
      }.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
  }
}

/// All parts of one run, by number: they fit together.
struct RunPartition: Sendable {
  /// Every part.
  let all: [RunPart]
  /// Those with municipalities, or all if none has any.
  let speaking: [RunPart]

  /// Holds parts against each other.
  ///
  /// - Throws: Everything because of which they do not fit.
  init(_ parts: [RunPart]) throws {
    all = parts.sorted { $0.record.number < $1.record.number }
    let speaking = all.filter(\.hasMunicipalities)
    self.speaking = speaking.isEmpty ? all : speaking
    let problems = Self.strangers(all) + Self.strangers(self.speaking, deliveries: true)
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    let gaps = numbers.isEmpty ? holders : numbers
    guard gaps.isEmpty else { throw DiagnosticList(gaps) }
  }

  /// The codes of all municipalities, in order.
  var municipalities: [String] { all.first?.record.municipalities ?? [] }

  /// The part of each municipality.
  func part(of code: String) -> RunPart? { all.first { $0.record.own[code] != nil } }

  /// The first thing in which each part differs from the first one.
  private static func strangers(_ parts: [RunPart], deliveries: Bool = false) -> [Diagnostic] {
    guard let first = parts.first else { return [] }
    let expected = facts(first, deliveries)
    return parts.dropFirst().compactMap { part in
      guard let other = zip(expected, facts(part, deliveries)).first(where: { $0 != $1 }) else {
        return nil
      }
      return Diagnostic(
        .partOfOtherRun,
        [
          "number": "\(part.record.number)", "other": "\(first.record.number)",
          "what": other.0.name,
        ])
    }
  }

  private struct Fact: Equatable {
    var name: String
    var value: String
  }

  private static func facts(_ part: RunPart, _ deliveries: Bool) -> [Fact] {
    let manifest = part.manifest
    if deliveries {
      return [
        Fact(
          name: "deliveries",
          value: manifest.inputs.map { input in
            [
              input.feed, input.delivery, input.sha256, "\(input.bytes)", "\(input.rows)",
              input.period, input.status, input.reason ?? "",
            ].joined(separator: "|")
          }.joined(separator: "\n"))
      ]
    }
    return [
      Fact(name: "version of the program", value: manifest.version),
      Fact(name: "reference date", value: manifest.referenceDate),
      Fact(name: "definitions", value: manifest.definitionsSHA256),
      Fact(name: "number of parts", value: "\(part.record.of)"),
      Fact(
        name: "municipalities",
        value: part.record.municipalities.joined(separator: ",")),
      Fact(
        name: "stages",
        value: manifest.fingerprints?[RunFingerprint.Kind.stages.rawValue] ?? ""),
      Fact(
        name: "state, which only one of them updates", value: "\(manifest.isRemembered ?? false)"),
    ]
  }

  /// Parts that are missing or double.
  private var numbers: [Diagnostic] {
    guard let count = all.first?.record.of else { return [] }
    let found = Dictionary(grouping: all, by: \.record.number).mapValues(\.count)
    return (1...max(1, count)).compactMap { number in
      let facts = ["number": "\(number)", "count": "\(count)"]
      switch found[number] ?? 0 {
      case 0: return Diagnostic(.partMissing, facts)
      case 1: return nil
      default: return Diagnostic(.partTwice, facts)
      }
    }
  }

  /// Municipalities that are not in exactly one part.
  private var holders: [Diagnostic] {
    var holders: [String: Int] = [:]
    for code in municipalities { holders[code] = 0 }
    for part in all { for code in part.codes { holders[code, default: 0] += 1 } }
    return holders.sorted { $0.key < $1.key }.filter { $0.value != 1 }.map {
      Diagnostic(.partsHoldOtherwise, ["municipality": $0.key, "count": "\($0.value)"])
    }
  }
}
