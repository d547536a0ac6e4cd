public import Model

/// Writes the files about a municipality that its council may see.
public struct ReportWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// Writes the figures as a page and as a table.
  ///
  /// - Parameters:
  ///   - indicators: The figures.
  ///   - folder: An existing folder.
  /// - Throws: A `Diagnostic` when a file cannot be written.
  public func write(_ indicators: Indicators, to folder: String) throws {
    try IndicatorCSV.write(indicators, to: folder)
    try ReportPage(indicators).write(to: folder)
  }
}
