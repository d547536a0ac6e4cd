internal import Definitions
internal import Diagnostics
internal import Model

/// What people answered about pairs of signals, as a run obeys it: what is remembered, and over it what
/// stands in the folder of answers.
struct RunReviews: Sendable {
  private(set) var answers: [MunicipalityCode: Reviews] = [:]
  /// What is wrong with the files.
  private(set) var notes: [MunicipalityNote] = []
  private var lines: [MunicipalityCode: [ReviewFile.Line]] = [:]

  /// Reads the folder of answers.
  ///
  /// - Parameters:
  ///   - folder: Holds `<code>/*.csv`; `nil` holds nothing.
  ///   - remembered: What earlier runs obeyed.
  init(folder: String?, remembered: [MunicipalityCode: Reviews]) {
    if let folder { notes += Self.strays(in: folder).map { MunicipalityNote($0) } }
    for (code, known) in remembered.sorted(by: { $0.key < $1.key }) {
      var found: [ReviewFile.Line] = []
      for name in folder.flatMap({ FileSystem.names(in: "\($0)/\(code)") }) ?? []
      where Self.isCSV(name) {
        let file = ReviewFile(
          path: "\(folder ?? "")/\(code)/\(name)",
          name: "\(code)/" + PrintableName.of(Array(name.utf8)))
        found += file.lines
        notes += file.problems.map { MunicipalityNote($0, of: code) }
      }
      lines[code] = found
      answers[code] = merge(found, over: known, code)
    }
  }

  private static func isCSV(_ name: String) -> Bool { name.lowercased().hasSuffix(".csv") }

  /// Files that nobody would read where they stand.
  private static func strays(in folder: String) -> [Diagnostic] {
    guard let names = FileSystem.names(in: folder) else {
      return [Diagnostic(.reviewFolderAbsent)]
    }
    return names.filter(isCSV).map { name in
      Diagnostic(
        .reviewFileUnusable, at: Location(file: PrintableName.of(Array(name.utf8))),
        ["reason": "it stands in the folder of no municipality"])
    }
  }

  /// One answer for each pair; none where the files say two things.
  private mutating func merge(
    _ found: [ReviewFile.Line], over known: Reviews, _ code: MunicipalityCode
  ) -> Reviews {
    struct Pair: Hashable, Comparable {
      var signal: SignalID
      var other: SignalID

      static func < (left: Pair, right: Pair) -> Bool {
        (left.signal, left.other) < (right.signal, right.other)
      }
    }
    var answers: [Pair: (answer: ReviewAnswer, weight: Int32?)] = [:]
    for row in 0..<known.count {
      answers[Pair(signal: known.signalID[row], other: known.otherSignalID[row])] = (
        known.answer[row], known.weight[row]
      )
    }
    let byPair = Dictionary(grouping: found) { Pair(signal: $0.signal, other: $0.other) }
    for (pair, lines) in byPair.sorted(by: { $0.key < $1.key }) {
      guard let first = lines.first, lines.allSatisfy({ $0.answer == first.answer }) else {
        answers[pair] = nil
        notes += lines.map {
          MunicipalityNote(Diagnostic(.reviewsContradict, at: $0.place), of: code)
        }
        continue
      }
      if answers[pair]?.answer != first.answer { answers[pair] = (first.answer, nil) }
    }
    var table = Reviews()
    for (pair, found) in answers.sorted(by: { $0.key < $1.key }) {
      table.signalID.append(pair.signal)
      table.otherSignalID.append(pair.other)
      table.answer.append(found.answer)
      table.weight.append(found.weight)
    }
    let broken = table.brokenChains
    if broken > 0 {
      notes.append(
        MunicipalityNote(
          Diagnostic(
            .reviewChainContradicts, at: Location(municipality: code.description),
            ["count": "\(broken)"]), of: code))
    }
    return table
  }

  /// Notes the lines about signals that nobody knows.
  mutating func check(_ known: [MunicipalityCode: MunicipalityTables]) {
    for (code, lines) in lines.sorted(by: { $0.key < $1.key }) where !lines.isEmpty {
      let tables = known[code] ?? MunicipalityTables()
      let ids = Set(tables.received.keys.signalID).union(tables.history.signalID)
      for line in lines where !ids.contains(line.signal) || !ids.contains(line.other) {
        notes.append(
          MunicipalityNote(Diagnostic(.reviewSignalUnknown, at: line.place), of: code))
      }
    }
  }
}

extension Reviews {
  /// How many pairs are answered `niet-zelfde` although answers `zelfde` make them one.
  ///
  /// - Complexity: O(*n*), nearly.
  var brokenChains: Int {
    var parents: [SignalID: SignalID] = [:]
    func root(_ id: SignalID) -> SignalID {
      var id = id
      while let parent = parents[id] { id = parent }
      return id
    }
    for row in 0..<count where answer[row] == .same {
      let (one, other) = (root(signalID[row]), root(otherSignalID[row]))
      if one != other { parents[max(one, other)] = min(one, other) }
    }
    return (0..<count).count { row in
      answer[row] == .different && root(signalID[row]) == root(otherSignalID[row])
    }
  }
}

extension Runner {
  /// What people answered, remembered or in files.
  ///
  /// - Throws: A diagnostic if the state is damaged.
  func reviews() throws -> RunReviews {
    var remembered: [MunicipalityCode: Reviews] = [:]
    for municipality in pipeline.municipalities {
      remembered[municipality.code] =
        try parts.memory?.reviews(of: municipality, before: options.referenceDate) ?? Reviews()
    }
    return RunReviews(folder: pipeline.reviews, remembered: remembered)
  }
}
