import Definitions
import Diagnostics
import Model
import Pipeline
import Stages

/// The reference, made from what the program itself runs on.
enum Reference {
  /// One part as rows of named cells.
  static func rows(_ part: Describe.Part) -> [[String: String]] {
    switch part {
    case .stages: StageCatalog.all.map(stage)
    case .files: files
    case .diagnostics: DiagnosticCode.all.map(diagnostic)
    case .indicators: IndicatorCatalogue.indicators.map(indicator)
    case .tableSchema, .algorithm: []
    case .exits:
      ExitStatus.allCases.map {
        [
          "code": String($0.rawValue), "meaning": $0.meaning,
          "published": $0.isPublished ? "yes" : "no",
        ]
      }
    }
  }

  /// One part as a Markdown page.
  static func page(_ part: Describe.Part) -> String {
    let columns: [String]
    let title: String
    switch part {
    case .stages:
      (title, columns) = ("Stages", ["name", "summary", "version", "reads", "writes", "settings"])
    case .files: (title, columns) = ("Files", ["file", "columns"])
    case .diagnostics:
      (title, columns) = (
        "Diagnostic codes", ["code", "severity", "effect", "wording", "help", "hint"]
      )
    case .indicators:
      (title, columns) = (
        "Indicators", ["code", "name", "chapter", "unit", "denominator", "definition", "source"]
      )
    case .tableSchema, .algorithm: return ""
    case .exits: (title, columns) = ("Exit codes", ["code", "meaning", "published"])
    }
    var lines = [
      "# \(title)", "", "<!-- Made by `voorsein describe \(part.rawValue)`; do not edit. -->", "",
      "| " + columns.joined(separator: " | ") + " |",
      "|" + columns.map { _ in "---" }.joined(separator: "|") + "|",
    ]
    for row in rows(part) {
      let cells = columns.map { (row[$0] ?? "").replacing("|", with: "\\|") }
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n")
  }

  private static func indicator(_ indicator: Indicator) -> [String: String] {
    [
      "code": indicator.code, "name": indicator.name, "chapter": indicator.chapter.rawValue,
      "unit": indicator.unit.rawValue, "denominator": indicator.denominator,
      "definition": indicator.definition, "source": indicator.source,
    ]
  }

  private static func stage(_ type: any Stage.Type) -> [String: String] {
    let settings = type.settings.map {
      "`\($0.name)`: \($0.summary) (\($0.range.lowerBound)…\($0.range.upperBound) \($0.unit), "
        + "default \($0.defaultValue))"
    }
    return [
      "name": type.name, "summary": type.summary, "version": String(type.version),
      "reads": type.reads.map(\.rawValue).joined(separator: ", "),
      "writes": type.writes.map(\.rawValue).joined(separator: ", "),
      "settings": settings.joined(separator: "; "),
    ]
  }

  private static func diagnostic(_ code: DiagnosticCode) -> [String: String] {
    let effect =
      switch code.effect {
      case .information: "nothing is set aside"
      case .fieldFlagged: "the field is left empty and flagged"
      case .rowQuarantined: "the row is set aside"
      case .listsMarked: "the lists are published and marked"
      case .deliveryRefused: "the delivery is set aside"
      case .publicationRefused: "nothing is published"
      case .stopped(let status): "the command ends with \(status.rawValue)"
      }
    return [
      "code": code.id, "severity": code.effect.word, "effect": effect, "wording": code.sentence,
      "help": code.help, "hint": code.partnerHint,
    ]
  }

  private static var files: [[String: String]] {
    func file<Table: StageTable>(_ table: Table.Type, _ name: String) -> [String: String] {
      ["file": name, "columns": Table.columns.map { "`\($0.name)`" }.joined(separator: ", ")]
    }
    return [
      file(Ledger.self, "ledger.csv.gz"),
      file(Quarantine.self, "quarantine/<feed>.csv.gz"),
      file(QuarantineHeaders.self, "quarantine/<feed>.headers.csv.gz"),
      file(Receipts.self, "receipts/<feed>.csv"),
      file(DeliveryReceipts.self, "receipts/<feed>.deliveries.csv"),
      file(Rejections.self, "rejections/<feed>.csv"),
      file(DeliveryLog.self, "<municipality>/deliveries.csv.gz"),
      file(History.self, "<municipality>/history.csv.gz"),
      file(Reviews.self, "<municipality>/reviews.csv.gz"),
      file(Received.self, "<municipality>/received.csv.gz"),
      file(SetAside.self, "<municipality>/set-aside.csv.gz"),
      file(IntakeCounts.self, "<municipality>/intake-counts.csv.gz"),
      file(Normalised.self, "<municipality>/normalised.csv.gz"),
      file(Distinct.self, "<municipality>/distinct.csv.gz"),
      file(Matched.self, "<municipality>/matched.csv.gz"),
      file(PersonChanges.self, "<municipality>/person-changes.csv.gz"),
      file(ReviewPairs.self, "<municipality>/review-pairs.csv.gz"),
      file(Prioritised.self, "<municipality>/prioritised.csv.gz"),
    ]
  }
}
