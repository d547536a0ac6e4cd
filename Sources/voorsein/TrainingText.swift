import Definitions
import Model
import Stages

/// What training found: the file for a person to review, and a table of what moved.
struct TrainingText {
  let estimate: LinkageEstimate
  let municipality: String
  let referenceDate: String

  /// The model's file.
  var file: String {
    var model = estimate.model
    model.title =
      "Geschat uit de run van \(referenceDate) van \(municipality), vanuit \(model.title)"
    return LinkageText(
      model: model,
      introduction: [
        "Made by voorsein train. Nothing uses it before a municipality names it with matching: in its",
        "file. Read every line first; behind it stands from how many pairs it was estimated.",
      ]
    ) { field, place in
      guard field.completeLevels?.contains(field.levels[place]) == true else { return "as it was" }
      let support = estimate.support(of: field)[place]
      return "\(support.person), \(support.stranger), \(support.relative) pairs"
    }.text
  }

  /// One level of a field: its chances before and now.
  struct Level: Encodable {
    /// A chance, and from how many pairs it was estimated; 0 where it stayed as it was.
    struct Chance: Encodable {
      var before: Double
      var now: Double
      var pairs: Int

      init(_ before: Double, _ now: Double, _ pairs: Int) {
        (self.before, self.now, self.pairs) = (before, now, before == now ? 0 : pairs)
      }

      fileprivate var cells: [String] {
        before == now
          ? [LinkageText.decimal(before), "=", ""]
          : [LinkageText.decimal(before), LinkageText.decimal(now), "\(pairs)"]
      }
    }

    var field: String
    var level: String
    var person: Chance
    /// Absent where it follows from rarity.
    var strangers: Chance?
    var relatives: Chance
  }

  /// Every level of every field.
  var levels: [Level] {
    MatchField.allCases.flatMap { field in
      let before = estimate.start.chances[field] ?? []
      let now = estimate.model.chances[field] ?? []
      return zip(zip(before, now), zip(estimate.support(of: field), field.levels)).map {
        chances, level in
        let (before, now) = chances
        let (pairs, name) = level
        return Level(
          field: field.rawValue, level: name,
          person: Level.Chance(before.person, now.person, pairs.person),
          strangers: before.stranger.map {
            Level.Chance($0, now.stranger ?? $0, pairs.stranger)
          },
          relatives: Level.Chance(before.relative, now.relative, pairs.relative))
      }
    }
  }

  /// The chances before and now, with the number of pairs behind each.
  var lines: [String] {
    let header = [
      "level", "person", "now", "pairs", "strangers", "now", "pairs", "relatives", "now", "pairs",
    ]
    let rows = levels.map { level in
      ["\(level.field) \(level.level)"] + level.person.cells
        + (level.strangers?.cells ?? [LinkageText.rarity, "", ""]) + level.relatives.cells
    }
    return TextTable(header, rows).lines + [
      "",
      "\(estimate.persons) pairs of one person expected; nothing moved after \(estimate.rounds) rounds",
    ]
  }
}
