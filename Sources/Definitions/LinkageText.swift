public import Model

/// Writes a model of matching as its file, which reads back as the same model.
public struct LinkageText {
  private let model: LinkageModel
  private let introduction: [String]
  private let note: (MatchField, Int) -> String

  /// The word for a chance that follows from how rare a value is.
  public static let rarity = LinkageFile.rarity

  /// Creates a text.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - introduction: Lines that stand at the top.
  ///   - note: What stands behind the line of a level, by its place; nothing when empty.
  public init(
    model: LinkageModel, introduction: [String] = [],
    note: @escaping (MatchField, Int) -> String = { _, _ in "" }
  ) {
    self.model = model
    self.introduction = introduction
    self.note = note
  }

  /// The file.
  public var text: String {
    var lines = ["# yaml-language-server: $schema=../schema/matching.schema.json"]
    lines += introduction.map { "# " + $0 }
    lines += [
      "title: \(Self.quoted(model.title))",
      "source: \(Self.quoted(model.source))",
      "records-per-person: \(Self.decimal(model.recordsPerPerson))",
      "person-over-relatives: \(Self.decimal(model.personOverRelatives))",
      "swapped-names: \(Self.decimal(model.swappedNames))",
      "fields:",
    ]
    for field in MatchField.allCases {
      lines.append("  \(field.rawValue):")
      for (place, chances) in (model.chances[field] ?? []).enumerated() {
        let strangers = chances.stranger.map(Self.decimal) ?? Self.rarity
        let remark = note(field, place)
        lines.append(
          "    \(field.levels[place]): { person: \(Self.decimal(chances.person)), "
            + "strangers: \(strangers), relatives: \(Self.decimal(chances.relative)) }"
            + (remark.isEmpty ? "" : " # \(remark)"))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A number with at most nine decimals, never with an exponent.
  public static func decimal(_ number: Double) -> String {
    let parts = Int64((number * 1e9).rounded())
    var decimals = String(parts % 1_000_000_000 + 1_000_000_000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return String(parts / 1_000_000_000) + (decimals.isEmpty ? "" : "." + decimals)
  }

  /// In quotation marks, on one line.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\n", "\r", "\t": quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
