internal import Definitions
internal import Diagnostics

/// The header of a delivery, matched with the columns of its feed.
struct Header {
  /// For each column of the file the index of its definition.
  ///
  /// Columns without a name behind the last one are left out: rows may end in empty cells.
  let definitions: [Int]
  /// What is worth a note.
  let notes: [Diagnostic]

  /// So many problems are told one by one; a header of thousands of strange columns may not flood a night.
  private static let mostProblems = 20

  /// Matches headers and aliases exactly first, then by their letters and digits without case and accents.
  ///
  /// - Parameters:
  ///   - names: The headers in the file.
  ///   - feed: Whose columns they must be.
  ///   - location: The delivery.
  /// - Throws: All that is wrong with the header at once.
  init(
    names: [String], feed: FeedDefinition, location: Location
  ) throws(DiagnosticList) {
    let names = Header.named(names)
    if let delimiter = Header.wrongDelimiter(names, feed, location) {
      throw DiagnosticList([delimiter])
    }
    var matching = HeaderMatching(columns: feed.columns.map { [$0.header] + $0.aliases })
    matching.match(names)
    let known = matching.definitions.count { $0 != nil }
    if known == 0 { throw DiagnosticList([Diagnostic(.noHeader, at: location)]) }

    var problems: [Diagnostic] = []
    let unknown = names.indices.filter { position in
      matching.definitions[position] == nil && !matching.doubled.contains(position)
    }
    // What stands there is surely a header when most of it is known and little is strange: a row of
    // somebody's data may stand in its place, or have run into it where a line end was lost.
    let isSurely = known * 2 >= feed.columns.count && unknown.count <= 2
    for (index, column) in feed.columns.enumerated() where !matching.isUsed[index] {
      if case .ignored = column.use { continue }
      problems.append(
        Diagnostic(
          .missingColumn, at: location,
          [
            "expected": column.header,
            "suggestion": isSurely
              ? suggestion(for: column.header, among: unknown.map { names[$0] }) : "",
          ]))
    }
    for position in unknown {
      var place = location
      place.column = isSurely ? names[position] : "\(position + 1)"
      if isSurely && ForbiddenColumn(header: names[position])?.source == ForbiddenColumn.identity {
        problems.append(Diagnostic(.identityNumbers, at: place))
        continue
      }
      let free = feed.columns.indices.filter { !matching.isUsed[$0] }
      problems.append(
        Diagnostic(
          .unknownColumn, at: place,
          [
            "suggestion": suggestion(
              for: names[position], among: free.map { feed.columns[$0].header })
          ]))
    }
    for position in matching.doubled {
      var place = location
      // In the words of the definition: what was delivered could be anything around them.
      place.column = matching.columnOfDoubled[position].map { feed.columns[$0].header }
      problems.append(Diagnostic(.doubledColumn, at: place))
    }
    if problems.count > Header.mostProblems + 1 {
      let more = problems.count - Header.mostProblems
      problems.removeLast(more)
      problems.append(Diagnostic(.moreHeaderProblems, at: location, ["count": "\(more)"]))
    }
    if !problems.isEmpty { throw DiagnosticList(problems) }
    definitions = matching.definitions.compactMap { $0 }
    notes = matching.spelledOtherwise.map { position in
      var place = location
      let header = feed.columns[matching.definitions[position] ?? 0].header
      place.column = header
      return Diagnostic(.columnSpelledOtherwise, at: place, ["expected": header])
    }
  }

  /// The headers without the empty ones at the end, which delimiters behind the last header make.
  private static func named(_ names: [String]) -> [String] {
    var names = names
    while names.count > 1, names.last?.isEmpty == true { names.removeLast() }
    return names
  }

  /// A header in one piece that looks split at another delimiter.
  private static func wrongDelimiter(
    _ names: [String], _ feed: FeedDefinition, _ location: Location
  ) -> Diagnostic? {
    guard names.count == 1, feed.columns.count > 1 else { return nil }
    var best: (count: Int, delimiter: UInt8)?
    for delimiter in Delimiter.usual where delimiter != feed.file.delimiter {
      let count = names[0].utf8.count { $0 == delimiter }
      if count > (best?.count ?? 0) { best = (count, delimiter) }
    }
    guard let best else { return nil }
    return Diagnostic(
      .wrongDelimiter, at: location,
      [
        "expected": Delimiter.name(feed.file.delimiter),
        "found": Delimiter.name(best.delimiter),
      ])
  }
}

/// The bytes that part the fields of a delivery.
enum Delimiter {
  /// Those that people send.
  static let usual: [UInt8] = [
    UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), 0x09,
  ]

  /// A delimiter in words that can be seen.
  static func name(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: ";"): "semicolons (;)"
    case UInt8(ascii: ","): "commas (,)"
    case UInt8(ascii: "|"): "bars (|)"
    case 0x09: "tabs"
    default: "the byte \(byte)"
    }
  }
}
