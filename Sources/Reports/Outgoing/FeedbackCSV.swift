internal import Diagnostics
public import Model
internal import Pipeline

/// Writes what partners hear of their signals: one file for each partner, in the form of the receipts (commas,
/// UTF-8, LF).
///
/// It takes nothing but ``PartnerFeedback``: what has no place there cannot stand in a file.
///
/// - Source: `rfc-4180`.
public enum FeedbackCSV {
  /// The folder of the files.
  public static let folderName = "terugkoppeling"

  /// Writes the file of every partner.
  ///
  /// - Parameters:
  ///   - lists: What is told to each.
  ///   - folder: The municipality's folder; the files stand in a folder of it.
  /// - Returns: The paths of the files below `folder`, in order.
  /// - Throws: A `Diagnostic` when a file cannot be written.
  /// - Complexity: O(*n*) time in the number of signals; memory does not depend on it.
  public static func write(_ lists: [PartnerFeedbackList], to folder: String) throws -> [String] {
    guard !lists.isEmpty else { return [] }
    try FileSystem.makeFolder("\(folder)/\(folderName)")
    return try lists.map { list in
      let name = "\(folderName)/\(list.partner).csv"
      try write(list, to: OutputFile(path: "\(folder)/\(name)"))
      return name
    }
  }

  private static func write(_ list: PartnerFeedbackList, to file: OutputFile) throws {
    let text = ByteArena(capacity: 80 * 1024)
    let reference = ByteArena(capacity: 256)
    text.append("kenmerk,signaal_id,statuscode,status,datum")
    if list.tellsCollectionPause { text.append(",incassopauze_tot") }
    text.append("\n")
    for position in 0..<list.count {
      let feedback = list[position]
      reference.removeAll()
      reference.append(string: feedback.reference.value)
      text.append(csvField: reference.bytes)
      text.append(",")
      text.append(feedback.signal)
      text.append(",")
      text.append(string: feedback.status.code)
      text.append(",")
      text.append(string: feedback.status.rawValue)
      text.append(",")
      text.append(feedback.day)
      if list.tellsCollectionPause {
        text.append(",")
        if let day = feedback.collectionPauseUntil { text.append(day) }
      }
      text.append("\n")
      guard text.count >= 64 * 1024 else { continue }
      try file.write(text.bytes)
      text.removeAll()
    }
    try file.write(text.bytes)
    try file.finish()
  }
}
