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
    try WorklistCSV.write(worklist, to: folder + "/" + WorklistCSV.fileName)
    try WorklistXLSX.write(worklist, to: folder + "/" + WorklistXLSX.fileName)
    return [WorklistCSV.fileName, WorklistXLSX.fileName]
  }
}
