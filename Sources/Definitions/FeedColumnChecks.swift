import Diagnostics

/// The columns and lookups of a feed: what each holds, how it is written, and whether all is there.
struct FeedColumnChecks {
  let feed: YAMLNode
  let problems: ProblemCollector

  /// The columns as used; fewer after a problem.
  func columns() -> [FeedColumn] {
    var columns: [FeedColumn] = []
    var holders: [FeedField: String] = [:]
    var usedLookups: [String: [FeedField]] = [:]
    for (key, value) in feed["columns"]?.entries ?? [] {
      guard let header = key.text else { continue }
      if let forbidden = ForbiddenColumn(header: header) {
        problems.add(
          .forbiddenColumn, at: key.place,
          ["column": header, "what": forbidden.what, "source": forbidden.source])
      }
      if let use = use(of: value, header, &usedLookups) {
        columns.append(FeedColumn(header: header, use: use, aliases: aliases(of: value)))
      }
      guard let field = (value.isTable ? value["field"] : value)?.word(FeedField.self),
        value["ignored"] == nil
      else { continue }
      if let other = holders[field] {
        contradiction(
          value, "the columns \(other) and \(header) both hold \(field.rawValue)",
          "map one of them, and name the other as ignored")
      }
      holders[field] = header
    }
    let isReadable = problems.isEmpty
    checkAliases()
    checkConstants(holders)
    checkCompleteness(holders)
    checkLookups(usedLookups, reportsUnused: isReadable)
    return columns
  }

  /// The lookups with their words trimmed and in lower case.
  static func lookups(_ node: YAMLNode?) -> [String: [String: String]] {
    var lookups: [String: [String: String]] = [:]
    for (name, words) in node?.entries ?? [] {
      guard let name = name.text else { continue }
      for (word, meaning) in words.entries {
        guard let word = word.text, let meaning = meaning.text else { continue }
        lookups[name, default: [:]][folded(word)] = meaning
      }
    }
    return lookups
  }

  /// Trimmed and with ASCII letters in lower case, as words of a delivery are compared.
  static func folded(_ word: String) -> String {
    var bytes = Array(word.utf8).map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    while bytes.last == 0x20 || bytes.last == 0x09 { bytes.removeLast() }
    return String(decoding: bytes.drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
  }

  private func use(
    of node: YAMLNode, _ header: String, _ usedLookups: inout [String: [FeedField]]
  ) -> ColumnUse? {
    if node.text != nil {
      guard let field = node.word(FeedField.self) else { return nil }
      guard field.formats == [.text] else {
        askForFormat(of: field, at: node)
        return nil
      }
      return .field(field, .text)
    }
    guard node.isTable else { return nil }
    if let reason = node["ignored"] {
      guard node["field"] == nil, node["as"] == nil, node["lookup"] == nil else {
        contradiction(
          reason, "the column \(header) is both mapped and ignored", "keep one of the two")
        return nil
      }
      return reason.text.map { .ignored(reason: $0) }
    }
    guard let written = node["field"] else {
      problems.add(
        .missingKey, at: node.place,
        ["key": "field", "meaning": "what the column holds, or ignored with a reason"])
      return nil
    }
    guard let field = written.word(FeedField.self) else { return nil }
    return format(of: field, node, &usedLookups).map { .field(field, $0) }
  }

  private func format(
    of field: FeedField, _ node: YAMLNode, _ usedLookups: inout [String: [FeedField]]
  ) -> FieldFormat? {
    if field.formats.isEmpty {
      if let written = node["as"] {
        contradiction(
          written, "\(field.rawValue) is a word, which is looked up", "take as away")
      }
      guard let lookup = node["lookup"] else {
        askForFormat(of: field, at: node)
        return nil
      }
      guard let name = lookup.text else { return nil }
      usedLookups[name, default: []].append(field)
      if feed["lookups"]?[name] == nil {
        let names = feed["lookups"]?.entries.compactMap { $0.key.text } ?? []
        problems.add(
          .unresolved, at: lookup.place,
          [
            "what": "the lookup", "name": name + suggestion(for: name, among: names),
            "hint": names.isEmpty
              ? "add it under lookups" : "the lookups are \(names.joined(separator: ", "))",
          ])
      }
      return .lookup(name)
    }
    if let lookup = node["lookup"] {
      contradiction(
        lookup, "\(field.rawValue) is not looked up",
        "take lookup away")
    }
    guard let written = node["as"] else {
      if field.formats == [.text] { return .text }
      askForFormat(of: field, at: node)
      return nil
    }
    guard let word = written.word(FeedFormatWord.self) else { return nil }
    guard field.formats.contains(word) else {
      problems.add(
        .unknownWord, at: written.place,
        [
          "found": word.rawValue, "expected": "a way of writing \(field.rawValue)",
          "suggestion": "",
          "allowed": field.formats.map(\.rawValue).joined(separator: ", "),
        ])
      return nil
    }
    return word.format
  }

  private func askForFormat(of field: FeedField, at node: YAMLNode) {
    let isLookedUp = field.formats.isEmpty
    problems.add(
      .missingKey, at: node.place,
      [
        "key": isLookedUp ? "lookup" : "as",
        "meaning": isLookedUp
          ? "{ field: \(field.rawValue), lookup: NAME } with the words of NAME under lookups"
          : "{ field: \(field.rawValue), as: FORMAT } with FORMAT one of "
            + field.formats.map(\.rawValue).joined(separator: ", "),
      ])
  }

  private func aliases(of column: YAMLNode) -> [String] {
    column["aliases"]?.items.compactMap(\.text) ?? []
  }

  /// An alias may not be read as another column.
  private func checkAliases() {
    let entries = feed["columns"]?.entries ?? []
    for (index, (_, column)) in entries.enumerated() {
      for alias in column["aliases"]?.items ?? [] {
        guard let text = alias.text else { continue }
        let other = entries.indices.first { place in
          let (key, value) = entries[place]
          return place != index
            && ([key.text ?? ""] + aliases(of: value)).contains {
              HeaderName($0) == HeaderName(text)
            }
        }
        guard let other, let header = entries[other].key.text else { continue }
        contradiction(
          alias, "the alias \(text) is a name of the column \(header) too",
          "keep it at one of the two columns")
      }
    }
  }

  private func checkConstants(_ holders: [FeedField: String]) {
    for (key, _) in feed["constants"]?.entries ?? [] {
      guard let field = key.word(FeedField.self), let header = holders[field] else { continue }
      contradiction(
        key, "\(field.rawValue) is constant, and the column \(header) holds it too",
        "keep one of the two")
    }
  }

  private func checkCompleteness(_ holders: [FeedField: String]) {
    guard let columns = feed["columns"], columns.isTable else { return }
    func need(_ isThere: Bool, _ field: String, _ meaning: String) {
      guard !isThere else { return }
      problems.add(.missingKey, at: columns.place, ["key": field, "meaning": meaning])
    }
    need(
      holders[.amount] != nil, "amount",
      "a column with { field: amount, as: … }; a signal is about an amount")
    need(
      holders[.kind] != nil || feed["constants"]?["kind"] != nil, "kind",
      "a column with { field: kind, lookup: … }, or constants with kind: vroegsignaal")
    need(
      holders[.signalledOn] != nil, "signalled-on",
      "a column with { field: signalled-on, as: … }, the day the signal was sent")
    need(
      holders[.name] != nil || holders[.surname] != nil, "surname",
      "a column with the surname, or one with the whole name")
    need(
      holders[.postcode] != nil || holders[.city] != nil, "postcode",
      "a column with the postcode or the place; it tells the municipality")
    for (whole, parts): (FeedField, [FeedField]) in [
      (.name, [.surname, .initials]), (.addressLine, [.street, .houseNumber]),
    ] {
      guard let header = holders[whole], let part = parts.first(where: { holders[$0] != nil })
      else { continue }
      contradiction(
        columns, "the column \(header) holds \(whole.rawValue), and \(holders[part] ?? "") a part",
        "map the whole or the parts, not both")
    }
  }

  private func checkLookups(_ used: [String: [FeedField]], reportsUnused: Bool) {
    for (name, words) in feed["lookups"]?.entries ?? [] {
      guard let text = name.text else { continue }
      guard let fields = used[text] else {
        guard reportsUnused else { continue }
        contradiction(
          name, "no column uses the lookup \(text)", "name it at a column, or take it away")
        continue
      }
      var seen: Set<String> = []
      for (word, meaning) in words.entries {
        if let word = word.text, !seen.insert(FeedColumnChecks.folded(word)).inserted {
          problems.add(.doubledKey, at: meaning.place, ["key": word])
        }
        for field in fields where !field.lookupWords.contains(meaning.text ?? "") {
          guard let found = meaning.text else { continue }
          problems.add(
            .unknownWord, at: meaning.place,
            [
              "found": found, "expected": "a word for \(field.rawValue)",
              "suggestion": suggestion(for: found, among: field.lookupWords),
              "allowed": field.lookupWords.joined(separator: ", "),
            ])
        }
      }
    }
  }

  private func contradiction(_ node: YAMLNode, _ what: String, _ hint: String) {
    problems.add(.contradiction, at: node.place, ["what": what, "hint": hint])
  }
}
