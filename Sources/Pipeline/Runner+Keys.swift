internal import Model

// Which secrets a run needs.
extension Runner {
  /// Names the secrets that the ids of each municipality need, as `match` found them.
  func name(_ names: inout [String: String], _ finished: [FinishedMunicipality]) {
    for municipality in finished where !municipality.keyNames.isEmpty {
      names[municipality.code.description] = municipality.keyNames.joined(separator: ", ")
      parts.listen(.keys(municipality: municipality.code, names: municipality.keyNames))
    }
  }
}
