import Foundation
import TestSupport
import Testing

/// The cells of a delivery that would betray somebody, if a message showed them.
struct Secrets {
  /// Cells of at least eight bytes with a letter or eight digits in them.
  private let values: Set<String>

  /// Takes the cells of a case's delivery, without those that its feed's definition or a list of
  /// municipalities holds too.
  init(of night: SmallNight) throws {
    let folder = night.folder
    let known = try [
      "pipelines/feeds/\(night.feed)/feed.yml", "pipelines/reference/municipalities.csv",
    ].map { try String(contentsOfFile: folder.path($0), encoding: .utf8) }.joined()
    var text = String(decoding: try night.text(), as: UTF8.self)
    if Secrets.beginsWithHeader(text, known) { text = Secrets.withoutFirstRow(text) }
    let pieces = text.split { $0.isNewline || ";,|\t\"".contains($0) }
    values = Set(pieces.lazy.map { $0.trimmingCharacters(in: .whitespaces) })
      .filter { piece in
        guard (8...200).contains(piece.utf8.count) else { return false }
        let digits = piece.utf8.reduce(0) { $0 + ((0x30...0x39).contains($1) ? 1 : 0) }
        return (piece.contains(where: \.isLetter) || digits >= 8) && !known.contains(piece)
      }
  }

  /// Whether the first line names columns: names of columns may be said, a row of somebody's data may not.
  private static func beginsWithHeader(_ text: String, _ definition: String) -> Bool {
    let columns = definition.lowercased()
    return text.prefix { !$0.isNewline }.lowercased().split { ";,|\t\"\u{FEFF}".contains($0) }
      .contains { columns.contains("\n  \($0.trimmingCharacters(in: .whitespaces)):") }
  }

  /// The text after its first row, which may have line breaks in quotation marks.
  private static func withoutFirstRow(_ text: String) -> String {
    var isQuoted = false
    return String(
      text.drop { letter in
        if letter == "\"" { isQuoted.toggle() }
        return isQuoted || !letter.isNewline
      })
  }

  /// Checks that a text holds none of them.
  func expectNone(
    in text: String, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let told = values.filter { text.contains($0) }.count
    #expect(
      told == 0, "\(what) shows \(told) values of the delivery", sourceLocation: sourceLocation)
  }
}
