/// JSON schemas of the definition files, for editors; made from the shapes that drive the check.
public enum DefinitionSchemas: String, CaseIterable, Sendable {
  case feed
  case pipeline
  case municipality
  case rules
  case matching
  case register

  /// The name of its file in `pipelines/schema`.
  public var fileName: String { rawValue + ".schema.json" }

  /// The schema as text, the same on every call.
  ///
  /// That of a pipeline leaves the names and settings of stages to the check, which knows the stages.
  public func json() -> String {
    var writer = SchemaWriter()
    writer.write(title: title, shape)
    return writer.text
  }

  private var title: String {
    switch self {
    case .feed: "A feed: feeds/<id>/feed.yml"
    case .pipeline: "A pipeline"
    case .municipality: "A municipality: municipalities/<code>.yml"
    case .rules: "A rule set: rules/<name>.yml"
    case .matching: "A model of matching: matching/<name>.yml"
    case .register: "A register of persons: registers/<name>/register.yml"
    }
  }

  private var shape: Shape {
    switch self {
    case .feed: FeedFile.shape
    case .pipeline: PipelineFile.shape(stage: PipelineFile.anyStage)
    case .municipality: MunicipalityFile.shape
    case .rules: RuleFile.shape
    case .matching: LinkageFile.shape
    case .register: RegisterFile.shape
    }
  }
}

/// Writes a shape as a JSON schema of draft 7, which editors know best.
private struct SchemaWriter {
  private(set) var text = ""

  mutating func write(title: String, _ shape: Shape) {
    text += "{\n"
    text += "  \"$schema\": \"http://json-schema.org/draft-07/schema#\",\n"
    text += "  \"title\": \(SchemaWriter.quoted(title)),\n"
    text += members(of: shape, 1) + "\n}\n"
  }

  /// The members of the object that describes a shape, without its braces.
  private func members(of shape: Shape, _ depth: Int, description: String? = nil) -> String {
    let indentation = String(repeating: "  ", count: depth)
    var lines: [String] = []
    if let description { lines.append("\"description\": \(SchemaWriter.quoted(description))") }
    switch shape {
    case .text: lines.append("\"type\": [\"string\", \"number\", \"boolean\"]")
    case .name:
      lines.append("\"type\": \"string\"")
      lines.append("\"pattern\": \"^[a-z0-9][a-z0-9-]*$\"")
    case .word(_, let words):
      lines.append("\"enum\": [\(words.map(SchemaWriter.quoted).joined(separator: ", "))]")
    case .number(let range):
      lines.append("\"type\": \"integer\"")
      lines.append("\"minimum\": \(range.lowerBound)")
      lines.append("\"maximum\": \(range.upperBound)")
    case .decimal(let most):
      lines.append("\"type\": \"number\"")
      lines.append("\"exclusiveMinimum\": 0")
      lines.append("\"maximum\": \(most)")
    case .truth: lines.append("\"type\": \"boolean\"")
    case .date:
      lines.append("\"type\": \"string\"")
      lines.append("\"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"")
    case .money:
      lines.append("\"type\": [\"number\", \"string\"]")
      lines.append("\"minimum\": 0")
    case .municipality:
      lines.append("\"type\": \"string\"")
      lines.append("\"pattern\": \"^[0-9]{4}$\"")
    case .list(let item, let least):
      lines.append("\"type\": \"array\"")
      lines.append("\"minItems\": \(least)")
      lines.append("\"items\": " + object(item, depth))
    case .record(let keys):
      lines.append("\"type\": \"object\"")
      lines.append("\"additionalProperties\": false")
      let required = keys.filter(\.isRequired).map { SchemaWriter.quoted($0.name) }
      if !required.isEmpty {
        lines.append("\"required\": [\(required.joined(separator: ", "))]")
      }
      let properties = keys.map { key in
        indentation + "  " + SchemaWriter.quoted(key.name) + ": "
          + object(key.shape, depth + 1, description: key.meaning)
      }
      lines.append(
        properties.isEmpty
          ? "\"properties\": {}"
          : "\"properties\": {\n\(properties.joined(separator: ",\n"))\n\(indentation)}")
    case .table(let keys, let values):
      lines.append("\"type\": \"object\"")
      lines.append("\"minProperties\": 1")
      if case .text = keys {} else { lines.append("\"propertyNames\": " + object(keys, depth)) }
      lines.append("\"additionalProperties\": " + object(values, depth))
    case .either(let simple, let other):
      let choices = [simple, other].map { object($0, depth) }
      lines.append("\"anyOf\": [\(choices.joined(separator: ", "))]")
    }
    return lines.map { indentation + $0 }.joined(separator: ",\n")
  }

  private func object(_ shape: Shape, _ depth: Int, description: String? = nil) -> String {
    let indentation = String(repeating: "  ", count: depth)
    return "{\n" + members(of: shape, depth + 1, description: description) + "\n\(indentation)}"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }
}
