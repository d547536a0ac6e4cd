internal import Diagnostics
public import Model

extension RunReader {
  /// The folder of one municipality.
  ///
  /// - Parameter code: Which; `nil` takes the only one.
  /// - Returns: Its files.
  /// - Throws: A diagnostic if the run does not have it, or has several and none is named.
  public func municipality(_ code: MunicipalityCode?) throws -> MunicipalityFiles {
    let wanted = try municipalities(code)
    guard wanted.count == 1, let first = wanted.first else {
      let codes = wanted.compactMap { $0.subject?.municipality }.joined(separator: ", ")
      throw Diagnostic(
        .usage,
        [
          "what": "the run has \(wanted.count) municipalities",
          "hint": "give --municipality, one of \(codes)",
        ])
    }
    return first
  }

  /// The folders of its municipalities, in the order of their codes.
  ///
  /// - Parameter code: Only this one; `nil` takes all.
  /// - Returns: At least one.
  /// - Throws: A diagnostic if the run does not have it, or has none.
  public func municipalities(_ code: MunicipalityCode?) throws -> [MunicipalityFiles] {
    let all = municipalityFolders().map { MunicipalityFiles(folder: $0) }
    let wanted = all.filter { files in
      guard let code else { return true }
      return files.subject?.municipality == code.description
    }
    guard !wanted.isEmpty else {
      throw Diagnostic(
        .notFound,
        [
          "what": code.map { "the municipality \($0) in the run" } ?? "a municipality in the run",
          "hint": "give the folder of a run that has ended, and the code of a municipality in it",
        ])
    }
    return wanted
  }
}

extension MunicipalityFiles {
  /// Reads tables, and checks that they are of the same signals.
  ///
  /// - Parameters:
  ///   - datasets: Which.
  ///   - stage: The stage that they are read for, for messages.
  /// - Returns: The tables; those not asked for are empty.
  /// - Throws: A diagnostic if a file is absent or damaged.
  public func tables(_ datasets: [Dataset], stage: String) throws -> MunicipalityTables {
    var tables = MunicipalityTables()
    for dataset in datasets { try read(dataset, into: &tables, stage: stage) }
    try tables.checkAgreement(of: datasets)
    return tables
  }
}
