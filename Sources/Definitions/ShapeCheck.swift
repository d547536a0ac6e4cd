import Diagnostics
import Model

/// Holds a piece of YAML against a shape and notes everything that does not fit.
struct ShapeCheck {
  let problems: ProblemCollector

  /// Checks a node and all below it.
  func check(_ node: YAMLNode, _ shape: Shape) {
    switch shape {
    case .record(let keys): checkRecord(node, keys)
    case .table(let keys, let values): checkTable(node, keys, values, shape)
    case .list(let item, let least): checkList(node, item, least, shape)
    case .either(let simple, let other):
      if node.text != nil { check(node, simple) } else { check(node, other) }
    case .word(let what, let words): checkWord(node, what, words)
    default:
      guard let text = node.text, ScalarReader.fits(text, shape) else {
        return problems.add(
          .wrongKind, at: node.place, ["expected": shape.expected, "found": node.found])
      }
    }
  }

  private func checkRecord(_ node: YAMLNode, _ keys: [Key]) {
    guard node.isTable else {
      return problems.add(
        .wrongKind, at: node.place,
        ["expected": Shape.record(keys).expected, "found": node.found])
    }
    var seen: Set<String> = []
    let names = keys.map(\.name)
    for (keyNode, value) in node.entries {
      guard let name = keyNode.text else {
        problems.add(
          .wrongKind, at: keyNode.place, ["expected": "a key", "found": keyNode.found])
        continue
      }
      guard seen.insert(name).inserted else {
        problems.add(.doubledKey, at: keyNode.place, ["key": name])
        continue
      }
      guard let key = keys.first(where: { $0.name == name }) else {
        problems.add(
          .unknownKey, at: keyNode.place,
          [
            "key": name, "suggestion": suggestion(for: name, among: names),
            "allowed": names.joined(separator: ", "),
          ])
        continue
      }
      check(value, key.shape)
    }
    for key in keys where key.isRequired && !seen.contains(key.name) {
      problems.add(.missingKey, at: node.place, ["key": key.name, "meaning": key.meaning])
    }
  }

  private func checkTable(_ node: YAMLNode, _ keys: Shape, _ values: Shape, _ shape: Shape) {
    guard node.isTable, !node.entries.isEmpty else {
      return problems.add(
        .wrongKind, at: node.place, ["expected": shape.expected, "found": node.found])
    }
    var seen: Set<String> = []
    for (keyNode, value) in node.entries {
      check(keyNode, keys)
      if let name = keyNode.text, !seen.insert(name).inserted {
        problems.add(.doubledKey, at: keyNode.place, ["key": name])
      }
      check(value, values)
    }
  }

  private func checkList(_ node: YAMLNode, _ item: Shape, _ least: Int, _ shape: Shape) {
    guard case .list(let items) = node.content, items.count >= least else {
      return problems.add(
        .wrongKind, at: node.place, ["expected": shape.expected, "found": node.found])
    }
    for node in items { check(node, item) }
  }

  private func checkWord(_ node: YAMLNode, _ what: String, _ words: [String]) {
    guard let text = node.text else {
      return problems.add(
        .wrongKind, at: node.place, ["expected": what, "found": node.found])
    }
    guard !words.contains(text) else { return }
    problems.add(
      .unknownWord, at: node.place,
      [
        "found": text, "expected": what, "suggestion": suggestion(for: text, among: words),
        "allowed": words.joined(separator: ", "),
      ])
  }
}

/// Reads single values from their text.
enum ScalarReader {
  /// Whether a text has a shape.
  static func fits(_ text: String, _ shape: Shape) -> Bool {
    switch shape {
    case .text: !text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
    case .name: isName(text)
    case .word(_, let words): words.contains(text)
    case .number(let range): number(text).map(range.contains) ?? false
    case .decimal(let most): decimal(text).map { $0 > 0 && $0 <= Double(most) } ?? false
    case .truth: text == "true" || text == "false"
    case .date: CalendarDate(iso: text) != nil
    case .money: money(text) != nil
    case .municipality: MunicipalityCode(text) != nil
    case .either(let simple, _): fits(text, simple)
    case .list, .record, .table: false
    }
  }

  /// A whole number without leading zeros, signs of thousands or anything else.
  static func number(_ text: String) -> Int? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      digits == "0" || digits.first != "0"
    else { return nil }
    return Int(text)
  }

  /// A number of at most nine decimals after a point, without a sign.
  static func decimal(_ text: String) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = number(String(parts[0])), whole >= 0, parts[0] != "-0"
    else { return nil }
    guard parts.count == 2 else { return Double(whole) }
    guard (1...9).contains(parts[1].utf8.count),
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Double(text)
  }

  /// Euros, whole or with two decimals after a point.
  static func money(_ text: String) -> Money? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let euros = number(String(parts[0])), (0...100_000_000).contains(euros)
    else { return nil }
    guard parts.count == 2 else { return Money(cents: Int64(euros) * 100) }
    guard parts[1].utf8.count == 2, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let cents = Int64(parts[1])
    else { return nil }
    return Money(cents: Int64(euros) * 100 + cents)
  }

  /// Lower-case letters, digits and hyphens, beginning with a letter or digit.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return false }
    return text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
  }
}

extension YAMLNode {
  /// The value, if it is one of the words of a vocabulary.
  func word<Word: RawRepresentable<String>>(_ type: Word.Type) -> Word? {
    text.flatMap { Word(rawValue: $0) }
  }

  /// The whole number, if it is one.
  var number: Int? { text.flatMap(ScalarReader.number) }

  /// The number with decimals, if it is one.
  var decimal: Double? { text.flatMap(ScalarReader.decimal) }

  /// The amount, if it is one.
  var money: Money? { text.flatMap(ScalarReader.money) }

  /// The date, if it is one.
  var date: CalendarDate? { text.flatMap { CalendarDate(iso: $0) } }

  /// The truth value, if it is one.
  var truth: Bool? {
    switch text {
    case "true": true
    case "false": false
    default: nil
    }
  }
}
