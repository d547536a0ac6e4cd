import Diagnostics
import Foundation
import Testing

@Suite struct DiagnosticTableTests {
  /// Numbers that once meant something else.
  ///
  /// They are never used again.
  private static let retired: Set<String> = []

  /// Codes that nothing raises yet, each with the reason it stands in the table.
  private static let waiting: [String: String] = [:]

  private static let prefixes = [
    "FeedCodes.swift": "FEED", "DefinitionCodes.swift": "DEF", "StageCodes.swift": "STAGE",
    "RunCodes.swift": "RUN", "OutputCodes.swift": "OUT", "StateCodes.swift": "STATE",
    "RegisterCodes.swift": "REG", "ReviewCodes.swift": "REV", "OutcomeCodes.swift": "CASE",
    "ExchangeCodes.swift": "EXC", "KeyCodes.swift": "KEY",
    "OperationsCodes.swift": "OPS",
  ]

  @Test func noNumberIsUsedTwiceOrAgain() {
    let ids = DiagnosticCode.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids).isDisjoint(with: Self.retired))
    for id in ids {
      #expect(
        id.contains(
          pattern: "^(FEED|DEF|STAGE|RUN|OUT|STATE|REG|REV|CASE|EXC|AUDIT|RIGHT|KEY|OPS)-[0-9]{3}$"),
        "\(id)")
    }
  }

  @Test func everyTableIsInOrder() {
    for (prefix, ids) in Dictionary(grouping: DiagnosticCode.all.map(\.id), by: { $0.prefix(3) }) {
      #expect(ids == ids.sorted(), "the table of \(prefix)… is not in the order of its numbers")
    }
  }

  @Test func everyCodeThatIsWrittenIsInItsTable() {
    let known = Set(DiagnosticCode.all.map(\.id))
    for file in SourceTree.sources where file.target == "Diagnostics" {
      for id in file.text.matches(of: #"DiagnosticCode\(\s*"([A-Z]+-[0-9]+)""#) {
        #expect(known.contains(id), "\(id) of \(file.path) is in no table")
        if let prefix = Self.prefixes[file.name] {
          #expect(id.hasPrefix(prefix + "-"), "\(id) stands in \(file.path)")
        }
      }
    }
  }

  @Test func everyProblemSaysWhatToDo() {
    for code in DiagnosticCode.all where code.effect != .information {
      #expect(!code.help.isEmpty, "\(code.id) has no help")
    }
  }

  /// Partners get the hints in their rejection reports: in Dutch, with facts of the sentence alone.
  @Test func everyProblemOfADeliveryTellsThePartnerWhatToDo() {
    for code in DiagnosticCode.all {
      guard code.id.hasPrefix("FEED-") else {
        #expect(code.partnerHint.isEmpty, "\(code.id) is not for partners")
        continue
      }
      #expect(
        code.partnerHint.contains(pattern: #"^[A-Z{Ë].*\.$"#),
        "\(code.id) has no partnerHint: a Dutch sentence that says what to correct")
      let given = Set(DiagnosticText.factNames(in: code.sentence))
      let asked = Set(DiagnosticText.factNames(in: code.partnerHint))
      #expect(asked.isSubset(of: given), "\(code.id) asks for \(asked.subtracting(given))")
      // Another delivery, the words of an operating system and English guesses are not for partners.
      let barred = asked.intersection(["other", "reason", "suggestion", "path", "sidecar"])
      #expect(barred.isEmpty, "\(code.id) tells the partner \(barred)")
      #expect(
        !asked.contains("found") || code.effect == .rowQuarantined && code.id == "FEED-100",
        "\(code.id) tells the partner what was found")
    }
  }

  @Test func everyCodeIsRaisedSomewhere() {
    let code = SourceTree.sources.filter { $0.target != "Diagnostics" }.map { codeOnly($0.text) }
      .joined(separator: "\n")
    for (name, id) in DiagnosticNames.ids.sorted(by: { $0.value < $1.value }) {
      let isRaised = code.contains(pattern: #"\.\#(name)\b"#)
      if Self.waiting[name] == nil {
        #expect(isRaised, "\(id) \(name) is raised nowhere")
      } else {
        #expect(!isRaised, "\(id) \(name) is raised now; take it off the list of those that wait")
      }
    }
  }

  /// A fact that a wording asks for and nobody gives would be read as `‹fact not given›`.
  @Test func everyFactOfAWordingIsGiven() throws {
    var checked = 0
    for file in SourceTree.sources where file.target != "Diagnostics" {
      for call in calls(in: file.text) {
        guard let id = DiagnosticNames.ids[call.name],
          let code = DiagnosticCode.all.first(where: { $0.id == id }), call.hasFacts
        else { continue }
        let asked = Set(DiagnosticText.factNames(in: code.sentence + " " + code.help))
        let missing = asked.subtracting(call.facts).sorted()
        #expect(missing.isEmpty, "\(file.path): Diagnostic(.\(call.name)) does not give \(missing)")
        let unknown = Set(call.facts).subtracting(asked).sorted()
        #expect(unknown.isEmpty, "\(file.path): Diagnostic(.\(call.name)) never says \(unknown)")
        checked += 1
      }
    }
    #expect(checked > 10)
  }

  /// Every `Diagnostic(.name …)` with the keys of its facts, as far as they are written out.
  private func calls(in text: String) -> [(name: String, facts: [String], hasFacts: Bool)] {
    text.components(separatedBy: "Diagnostic(").dropFirst().compactMap { part in
      guard let name = part.matches(of: #"\A\s*\.(\w+)"#).first else { return nil }
      var depth = 1
      let call = part.prefix { character in
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        return depth > 0
      }
      let facts = String(call).matches(of: #""([a-z]+)":"#)
      // Facts in a variable, or none at all where the wording has none, cannot be judged here.
      let isWritten = !facts.isEmpty || !call.contains(",")
      return (name, facts, isWritten)
    }
  }

  @Test func wordingStandsOnlyInTheTables() {
    for file in SourceTree.sources where file.target != "Diagnostics" {
      #expect(
        !codeOnly(file.text).contains("DiagnosticCode("),
        "\(file.path) makes a code of its own; add it to a table in Sources/Diagnostics")
    }
  }
}

/// The names of the codes in the sources, such as `missingColumn`, with their numbers.
enum DiagnosticNames {
  static let ids: [String: String] = {
    var ids: [String: String] = [:]
    for file in SourceTree.sources where file.target == "Diagnostics" {
      let pattern = #"public static let (\w+) = DiagnosticCode\(\s*"([A-Z]+-[0-9]+)""#
      for (name, id) in zip(
        file.text.matches(of: pattern), file.text.matches(of: pattern, group: 2))
      {
        ids[name] = id
      }
    }
    return ids
  }()
}
