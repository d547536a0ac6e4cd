public import Model
internal import Pipeline

/// Writes the files of a worklist that a person opens.
public struct ListWriter: Sendable {
  /// The folder of the lists of teams and routes.
  public static let partsFolder = "deellijsten"

  /// Creates a writer.
  public init() {}

  /// The pieces of the work of writing a list in every format, the largest first; they may be done at once.
  ///
  /// - Parameters:
  ///   - worklist: The list.
  ///   - folder: An existing folder. Temporary files stand there too, and nowhere else.
  /// - Returns: Each writes files of its own, returns their names in order, and throws a `Diagnostic` when one
  ///   cannot be written.
  /// - Throws: A `Diagnostic` when the folder of the parts cannot be made.
  /// - Complexity: O(*n*) in the number of signals, for all pieces together.
  public func pieces(
    of worklist: Worklist, to folder: String
  ) throws -> [@Sendable () throws -> [String]] {
    var pieces: [@Sendable () throws -> [String]] = [
      { try Self.writeList(worklist, to: folder, named: WorklistCSV.baseName) }
    ]
    if !worklist.parts.isEmpty {
      let parts = folder + "/" + Self.partsFolder
      try FileSystem.makeFolder(parts)
      for part in worklist.parts {
        pieces.append {
          try Self.writeList(worklist.list(of: part), to: parts, named: part.fileName)
            .map { "\(Self.partsFolder)/\($0)" }
        }
      }
    }
    pieces.append {
      try DepartureCSV.write(worklist, to: folder) + ReviewCSV.write(worklist, to: folder)
    }
    return pieces
  }

  /// Writes one list, and the letters of a whole one.
  private static func writeList(
    _ worklist: Worklist, to folder: String, named name: String
  ) throws -> [String] {
    let text = try HouseholdFile(worklist, path: "\(folder)/\(name).csv")
    let workbook = try WorkbookFile(worklist, path: "\(folder)/\(name).xlsx")
    let letters = LetterFile(worklist, path: folder + "/" + LettersCSV.fileName)
    for position in 0..<worklist.count {
      let household = worklist[position]
      try text.append(household)
      try workbook.append(household)
      if worklist.partTitle == nil { try letters.append(household) }
    }
    try text.finish()
    try workbook.finish()
    return ["\(name).csv", "\(name).xlsx"] + (try letters.finish())
  }
}
