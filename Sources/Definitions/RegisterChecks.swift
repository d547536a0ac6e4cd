import Diagnostics
import Model

/// Turns a `register.yml` as written into a register as used, and notes what does not fit together.
struct RegisterChecks {
  let node: YAMLNode
  let problems: ProblemCollector

  /// Builds the definition.
  ///
  /// - Returns: `nil` after a problem.
  func definition(name: String, sources: SourceRegister?) -> RegisterDefinition? {
    ShapeCheck(problems: problems).check(node, RegisterFile.shape)
    sources?.check(node["source"], problems)
    let delimiter = FeedChecks(node: node, problems: problems).delimiter()
    let columns = columns()
    guard problems.isEmpty, let delimiter, let title = node["title"]?.text,
      let source = node["source"]?.text,
      let encoding = node["file"]?["encoding"]?.word(TextEncoding.self)
    else { return nil }
    var file = FileFormat(
      encoding: encoding, delimiter: delimiter, maximumBytes: 8 << 30, maximumRatio: 60)
    if let bytes = node["file"]?["maximum-bytes"]?.number { file.maximumBytes = bytes }
    if let rows = node["file"]?["maximum-rows"]?.number { file.maximumRows = rows }
    var definition = RegisterDefinition(
      name: name, title: title, source: source, file: file, columns: columns)
    if let days = node["at-most-days"]?.number { definition.maximumAgeDays = days }
    if let least = node["answer"]?["at-least"]?.number { definition.answer.atLeast = least }
    if let margin = node["answer"]?["margin"]?.number { definition.answer.margin = margin }
    return definition
  }

  private func columns() -> [RegisterColumn] {
    var columns: [RegisterColumn] = []
    var holders: [RegisterField: String] = [:]
    var names: [HeaderName: String] = [:]
    for (key, value) in node["columns"]?.entries ?? [] {
      guard let header = key.text else { continue }
      let aliases = value["aliases"]?.items ?? []
      for name in [key] + aliases { check(name, of: header, among: &names) }
      guard let column = column(header, value, aliases: aliases.compactMap(\.text)) else {
        continue
      }
      columns.append(column)
      guard let field = column.field else { continue }
      if let other = holders[field] {
        contradiction(
          value, "the columns \(other) and \(header) both hold \(field.rawValue)",
          "map one of them, and name the other as ignored")
      }
      holders[field] = header
    }
    checkCompleteness(holders)
    return columns
  }

  /// Checks that a header is of one column, and about nothing that may not be asked.
  private func check(
    _ name: YAMLNode, of header: String, among names: inout [HeaderName: String]
  ) {
    guard let text = name.text else { return }
    if let forbidden = ForbiddenColumn(header: text), forbidden.source != ForbiddenColumn.identity {
      problems.add(
        .forbiddenRegisterColumn, at: name.place,
        ["column": text, "what": forbidden.what, "source": forbidden.source])
    }
    if let other = names.updateValue(header, forKey: HeaderName(text)), other != header {
      contradiction(
        name, "\(text) is a name of the column \(other) too", "keep it at one of the two columns")
    }
  }

  private func column(
    _ header: String, _ value: YAMLNode, aliases: [String]
  ) -> RegisterColumn? {
    if value.text != nil {
      guard let field = value.word(RegisterField.self) else { return nil }
      return RegisterColumn(
        header: header, field: field, format: field.isDate ? .dateCompact : .text)
    }
    guard value.isTable else { return nil }
    if let reason = value["ignored"] {
      guard value["field"] == nil, value["as"] == nil else {
        contradiction(
          reason, "the column \(header) is both mapped and ignored", "keep one of the two")
        return nil
      }
      return RegisterColumn(header: header, field: nil, aliases: aliases)
    }
    guard let written = value["field"] else {
      problems.add(
        .missingKey, at: value.place,
        ["key": "field", "meaning": "what the column holds, or ignored with a reason"])
      return nil
    }
    guard let field = written.word(RegisterField.self) else { return nil }
    if let format = value["as"], !field.isDate {
      contradiction(format, "\(field.rawValue) is no date", "take as away")
      return nil
    }
    let format = value["as"].map { $0.word(FeedFormatWord.self)?.format } ?? nil
    return RegisterColumn(
      header: header, field: field, format: format ?? (field.isDate ? .dateCompact : .text),
      aliases: aliases)
  }

  private func checkCompleteness(_ holders: [RegisterField: String]) {
    guard let columns = node["columns"], columns.isTable else { return }
    for (field, meaning) in RegisterField.required where holders[field] == nil {
      problems.add(
        .missingKey, at: columns.place, ["key": field.rawValue, "meaning": meaning])
    }
    if holders[.initials] == nil, holders[.givenNames] == nil {
      problems.add(
        .missingKey, at: columns.place,
        ["key": "given-names", "meaning": "a column with the given names (02.10) or the initials"])
    }
    if holders[.previousHouseNumber] == nil, let header = holders[.previousPostcode] {
      contradiction(
        columns, "the column \(header) holds previous-postcode, and none previous-house-number",
        "map both or none")
    }
  }

  private func contradiction(_ node: YAMLNode, _ what: String, _ hint: String) {
    problems.add(.contradiction, at: node.place, ["what": what, "hint": hint])
  }
}

extension PipelineChecks {
  /// The register that the pipeline names; `nil` if it names none, or after a problem.
  func register() -> RegisterUse? {
    guard let written = node["register"], let definition = written["definition"],
      let name = definition.text, ScalarReader.isName(name), let path = written["folder"]?.text
    else { return nil }
    let file = "registers/\(name)/register.yml"
    guard isThere(file, definition, name, folder.names(in: "registers")),
      let bytes = folder.read(file, from: definition.place)
    else { return nil }
    let own = ProblemCollector()
    defer { folder.problems.add(all: own) }
    guard let node = YAMLReader.read(bytes, file: folder.path(file), own),
      let register = RegisterChecks(node: node, problems: own).definition(
        name: name, sources: sources)
    else { return nil }
    return RegisterUse(
      definition: register, folder: DefinitionPath.absolute(folder.path(path)))
  }
}
