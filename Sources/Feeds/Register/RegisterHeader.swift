internal import Definitions
internal import Diagnostics

/// What each column of an extract holds: every one must be known, and none may be forbidden.
struct RegisterHeader {
  /// The field of each column; `nil` for one that is not read.
  let fields: [RegisterField?]
  /// How each column is written.
  let formats: [FieldFormat]

  /// Matches the headers of a file as those of deliveries are.
  ///
  /// - Throws: All that is wrong with the header at once.
  init(
    names: [String], _ definition: RegisterDefinition, at location: Location
  ) throws(DiagnosticList) {
    var names = names
    while names.count > 1, names.last?.isEmpty == true { names.removeLast() }
    var matching = HeaderMatching(columns: definition.columns.map { [$0.header] + $0.aliases })
    matching.match(names)
    guard matching.definitions.contains(where: { $0 != nil }) else {
      throw DiagnosticList([
        Diagnostic(
          .registerUnusable, at: location,
          ["reason": "its first row holds no column of the definition"])
      ])
    }
    let unknown = names.indices.filter {
      matching.definitions[$0] == nil && !matching.doubled.contains($0)
    }
    var problems: [Diagnostic] = []
    for (index, column) in definition.columns.enumerated()
    where !matching.isUsed[index] && column.field != nil {
      problems.append(
        Diagnostic(
          .registerColumnMissing, at: location,
          [
            "expected": column.header,
            "suggestion": suggestion(for: column.header, among: unknown.map { names[$0] }),
          ]))
    }
    for position in unknown {
      var place = location
      place.column = names[position]
      if let forbidden = ForbiddenColumn(header: names[position]),
        forbidden.source != ForbiddenColumn.identity
      {
        problems.append(
          Diagnostic(
            .registerColumnForbidden, at: place,
            ["what": forbidden.what, "source": forbidden.source]))
      } else {
        problems.append(Diagnostic(.registerColumnUnknown, at: place))
      }
    }
    for position in matching.doubled {
      var place = location
      place.column = matching.columnOfDoubled[position].map { definition.columns[$0].header }
      problems.append(Diagnostic(.registerColumnDoubled, at: place))
    }
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    let columns = matching.definitions.compactMap { $0.map { definition.columns[$0] } }
    fields = columns.map(\.field)
    formats = columns.map(\.format)
  }
}
