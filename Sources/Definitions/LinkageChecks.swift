import Diagnostics
public import Model

/// Checks a model of matching against itself.
struct LinkageChecks {
  let node: YAMLNode
  let problems: ProblemCollector

  /// How far the chances of a field may be from 1 together.
  private static let tolerance = 0.02

  /// Checks the file.
  func check(_ sources: SourceRegister?) {
    ShapeCheck(problems: problems).check(node, LinkageFile.shape)
    sources?.check(node["source"], problems)
    for field in MatchField.allCases { checkSum(field) }
  }

  /// The levels of a field that are all that two signals of one person can have.
  private func checkSum(_ field: MatchField) {
    guard let levels = field.completeLevels, let written = node["fields"]?[field.rawValue] else {
      return
    }
    let chances = levels.compactMap { written[$0]?["person"]?.decimal }
    guard chances.count == levels.count, chances.allSatisfy({ $0 > 0 && $0 <= 1 }) else { return }
    let sum = chances.reduce(0, +)
    guard abs(sum - 1) > Self.tolerance else { return }
    problems.add(
      .chancesDoNotAddUp, at: written.place,
      [
        "field": field.rawValue, "sum": "\((sum * 1000).rounded() / 1000)",
        "levels": levels.joined(separator: ", "),
      ])
  }
}

extension MatchField {
  /// The levels of which each pair of one person that knows the field has one; `nil` where the chances
  /// stand apart.
  ///
  /// A birth date that is not known in full is compared otherwise, and a person has several references.
  public var completeLevels: [String]? {
    switch self {
    case .birthDate: levels.filter { $0 != "partial" }
    case .reference: nil
    case .surname, .givenName, .initial, .secondInitial, .address, .phone, .email: levels
    }
  }
}
