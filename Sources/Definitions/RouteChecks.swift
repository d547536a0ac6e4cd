import Diagnostics
import Model

/// Checks what a municipality says of routes, teams and focus areas.
struct RouteChecks {
  let node: YAMLNode
  let problems: ProblemCollector

  /// Checks postcodes, and that no postcode is in two areas of one kind.
  func check(_ sources: SourceRegister?) {
    for kind in ["teams", "focus-areas"] {
      var seen: [String: String] = [:]
      for (key, area) in node[kind]?.entries ?? [] {
        sources?.check(area["source"], problems)
        for written in area["postcodes"]?.items ?? [] {
          guard let postcode = written.text, let id = key.text else { continue }
          guard PostcodeArea.isPostcode(postcode) else {
            problems.add(
              .wrongKind, at: written.place,
              ["expected": "four digits, or four digits and two capitals", "found": written.found])
            continue
          }
          guard let other = seen.updateValue(id, forKey: postcode) else { continue }
          problems.add(
            .contradiction, at: written.place,
            [
              "what": "\(postcode) is in \(other) and in \(id)",
              "hint": "a postcode is in one of \(kind)",
            ])
        }
      }
    }
  }

  /// Checks that the routes it follows are in its rule set.
  func check(against rules: RuleSet) {
    let known = rules.routes.map(\.code)
    for item in node["routes"]?.items ?? [] {
      guard let code = item.text, !known.contains(code) else { continue }
      problems.add(
        .unresolved, at: item.place,
        [
          "what": "the route", "name": code + suggestion(for: code, among: known),
          "hint": "the rule set \(rules.name) has "
            + (known.isEmpty ? "none" : known.joined(separator: ", ")),
        ])
    }
  }
}
