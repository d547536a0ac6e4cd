import Diagnostics
import Feeds

/// Words what `validate` found for people: for the municipality in English, for a partner in Dutch.
struct ValidationText {
  let report: ValidationReport
  let language: ReportLanguage

  /// What was found, without what refuses the delivery.
  var lines: [String] {
    guard report.isUsable else { return [] }
    var lines = [
      say(
        en: "\(report.rows) rows: \(report.readable) can be read, \(report.unreadable) cannot",
        nl: "\(report.rows) regels: \(report.readable) leesbaar, \(report.unreadable) niet")
    ]
    if report.objections > 0 {
      lines.append(
        say(
          en: "\(report.objections) of them with an objection: these may not be used",
          nl: "\(report.objections) daarvan met bezwaar: die mogen niet worden gebruikt"))
    }
    if report.withoutArrears > 0 {
      lines.append(
        say(
          en: "\(report.withoutArrears) of them with nothing owed: these are not used",
          nl: "\(report.withoutArrears) daarvan zonder achterstand: die worden niet gebruikt"))
    }
    if !report.nameFits {
      lines.append(
        say(
          en: "the file is not named as agreed: a run would not take it",
          nl: "de naam van het bestand is niet zoals afgesproken"))
    }
    for finding in report.findings {
      lines.append("")
      lines.append(
        say(
          en: "\(finding.count) rows with \(finding.code.id), of which the first:",
          nl: "\(finding.count) regels met \(finding.code.id), waarvan de eerste:"))
      lines += finding.first.map(paragraph)
    }
    for note in report.notes { lines += ["", paragraph(note)] }
    return lines
  }

  /// The columns of the feed, and in how many rows each holds something.
  var columnLines: [String] {
    guard !report.columns.isEmpty else { return [] }
    let width = report.columns.map(\.header.count).max() ?? 0
    return [""]
      + report.columns.map { column in
        let header = column.header + String(repeating: " ", count: width - column.header.count)
        let field = column.field ?? say(en: "ignored", nl: "niet gebruikt")
        let filled = column.filled.map {
          say(en: ", filled in \($0) of ", nl: ", gevuld in \($0) van ") + "\(report.readable)"
        }
        return "\(header)  \(field)\(filled ?? "")"
      }
  }

  /// A problem with its place: in Dutch, what to correct.
  func paragraph(_ diagnostic: Diagnostic) -> String {
    guard language == .nl else { return DiagnosticText.paragraph(diagnostic) }
    let place = diagnostic.location
    let parts = [
      diagnostic.code.id, place.row.map { "regel \($0)" },
      place.line.map { place.row == nil ? "bestandsregel \($0)" : "(bestandsregel \($0))" },
      place.column.map { "kolom \($0)" },
    ]
    return parts.compactMap { $0 }.joined(separator: " ") + "\n  "
      + DiagnosticText.partnerHint(diagnostic)
  }

  private func say(en: String, nl: String) -> String { language == .nl ? nl : en }
}
