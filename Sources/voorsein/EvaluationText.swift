import Pipeline

/// Words an evaluation for people: tables of counts and shares.
struct EvaluationText {
  let evaluation: Evaluation

  /// Everything, line by line.
  var lines: [String] {
    let figures = evaluation.overall
    var tables = [rows]
    tables.append(pairs("persons: pairs of signals") { $0.persons })
    tables.append(clusters("persons: groups of signals") { $0.persons })
    if figures.households != nil {
      tables.append(pairs("households: pairs of signals") { $0.households })
      tables.append(clusters("households: groups of signals") { $0.households })
    }
    tables += [grades(figures), partnerTypes(figures), spellings(figures)]
    return tables.flatMap { $0.lines + [""] } + notes
  }

  /// One line for each municipality, and one for all when there are several.
  private var parts: [(name: String, figures: Evaluation.Figures)] {
    let each = evaluation.municipalities.map { ($0.municipality, $0.figures) }
    return each.count == 1 ? each : each + [("all", evaluation.overall)]
  }

  private var rows: TextTable {
    TextTable(
      ["rows", "in run", "duplicates", "no truth", "no person", "no household", "evaluated"],
      parts.map { name, figures in
        let rows = figures.rows
        return [
          name, "\(rows.inRun)", "\(rows.technicalDuplicates)", "\(rows.withoutTruth)",
          "\(rows.withoutPerson)", "\(rows.withoutHousehold)", "\(rows.evaluated)",
        ]
      })
  }

  private func pairs(
    _ title: String, _ subject: (Evaluation.Figures) -> SubjectCounts?
  ) -> TextTable {
    TextTable(
      [title] + pairHeader,
      parts.map { [$0.name] + cells((subject($0.figures) ?? SubjectCounts()).pairs) })
  }

  private func clusters(
    _ title: String, _ subject: (Evaluation.Figures) -> SubjectCounts?
  ) -> TextTable {
    TextTable(
      [
        title, "found", "true", "exact", "precision", "recall", "F1", "B3 prec.", "B3 rec.",
        "B3 F1",
      ],
      parts.map { name, figures in
        let counts = (subject(figures) ?? SubjectCounts()).clusters
        return [
          name, "\(counts.found)", "\(counts.real)", "\(counts.exact)", cell(counts.precision),
          cell(counts.recall), cell(counts.f1), cell(counts.bCubedPrecision),
          cell(counts.bCubedRecall), cell(counts.bCubedF1),
        ]
      })
  }

  private func grades(_ figures: Evaluation.Figures) -> TextTable {
    TextTable(
      ["by the lower grade of a pair", "found", "right", "precision", "recall share"],
      figures.grades.map {
        [$0.grade, "\($0.found)", "\($0.right)", cell($0.precision), cell($0.recallShare)]
      })
  }

  private func partnerTypes(_ figures: Evaluation.Figures) -> TextTable {
    TextTable(
      ["by partner types"] + pairHeader,
      figures.partnerTypes.map { ["\($0.first) - \($0.second)"] + cells($0.pairs) })
  }

  private func spellings(_ figures: Evaluation.Figures) -> TextTable {
    TextTable(
      ["by spelling of the name", "rows"] + pairHeader + ["P to best", "R to best", "R +/-"],
      figures.spellings.map {
        [$0.spelling, "\($0.rows)"] + cells($0.pairs)
          + [
            cell($0.precisionDifference), cell($0.recallDifference), cell($0.pairs.recallMargin),
          ]
      })
  }

  private var notes: [String] {
    [
      "Rows of the truth that are not in the run: \(evaluation.truth.notInRun) of \(evaluation.truth.rows).",
      "Pairs are within one municipality. A spelling is of the name as delivered, worked out for this",
      "table only; groups of fewer than \(Evaluation.fewPairs) pairs are not compared with the best.",
      "R +/- is how far chance alone may carry the recall of a group: less than that tells nothing.",
    ]
  }

  private let pairHeader = ["found", "true", "right", "precision", "recall", "F1"]

  private func cells(_ pairs: PairCounts) -> [String] {
    [
      "\(pairs.found)", "\(pairs.real)", "\(pairs.right)", cell(pairs.precision),
      cell(pairs.recall), cell(pairs.f1),
    ]
  }

  private func cell(_ share: Share?) -> String { share.map { "\($0)" } ?? "-" }
}
