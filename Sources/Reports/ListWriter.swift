public import Model

/// Writes the files of a worklist that a person opens.
public struct ListWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// Writes a list in every format.
  ///
  /// - Parameters:
  ///   - worklist: The list.
  ///   - folder: An existing folder. Temporary files stand there too, and nowhere else.
  /// - Returns: The names of the files, in order.
  /// - Throws: A `Diagnostic` when a file cannot be written.
  /// - Complexity: O(*n*) in the number of signals.
  public func write(_ worklist: Worklist, to folder: String) throws -> [String] {
    let text = try HouseholdFile(worklist, path: folder + "/" + WorklistCSV.fileName)
    let workbook = try WorkbookFile(worklist, path: folder + "/" + WorklistXLSX.fileName)
    for position in 0..<worklist.count {
      let household = worklist[position]
      try text.append(household)
      try workbook.append(household)
    }
    try text.finish()
    try workbook.finish()
    return [WorklistCSV.fileName, WorklistXLSX.fileName]
      + (try DepartureCSV.write(worklist, to: folder)) + (try ReviewCSV.write(worklist, to: folder))
  }
}
