import Diagnostics
import Model

/// Follows what a pipeline names, and checks that it fits together.
struct PipelineChecks {
  let node: YAMLNode
  let folder: DefinitionFolder
  let sources: SourceRegister?
  let reference: ReferenceTables
  let stages: [StageKnowledge]

  private var problems: ProblemCollector { folder.problems }

  /// The feeds that can be used.
  func feeds() -> [FeedDefinition] {
    var feeds: [FeedDefinition] = []
    for item in distinct(node["feeds"]) {
      guard let id = item.text, ScalarReader.isName(id) else { continue }
      let file = "feeds/\(id)/feed.yml"
      guard isThere(file, item, id, folder.names(in: "feeds")),
        let feed = FeedLoader.read(file, id: id, from: item.place, in: folder, sources)
      else { continue }
      check(feed, at: item, among: feeds)
      feeds.append(feed)
    }
    return feeds
  }

  private func check(_ feed: FeedDefinition, at item: YAMLNode, among others: [FeedDefinition]) {
    if let other = others.first(where: { $0.delivery.name == feed.delivery.name }) {
      contradiction(
        item, "the files of \(feed.id) and \(other.id) are named alike",
        "give each feed a file name of its own")
    }
    if let other = others.first(where: { $0.partner.id == feed.partner.id }),
      other.partner != feed.partner
    {
      contradiction(
        item, "\(feed.id) and \(other.id) describe the partner \(feed.partner.id) differently",
        "make name and type the same in both")
    }
    for code in feed.municipalities ?? [] where !reference.knows(code) {
      problems.add(
        .unresolved, at: item.place,
        [
          "what": "the municipality", "name": "\(code)",
          "hint": "the feed \(feed.id) names it; reference/municipalities.csv has the codes",
        ])
    }
  }

  /// Notes feeds that nothing lets report in any municipality of theirs.
  ///
  /// Days are not looked at: an experiment that is over still explains a late delivery.
  func checkAdmissions(_ feeds: [FeedDefinition], _ municipalities: [MunicipalityDefinition]) {
    let admissions = reference.admissions + municipalities.flatMap(\.admissions)
    for item in node["feeds"]?.items ?? [] {
      guard let feed = feeds.first(where: { $0.id.name == item.text }),
        !reference.admissions.isEmpty, !municipalities.isEmpty
      else { continue }
      let codes = municipalities.map(\.code).filter { feed.municipalities?.contains($0) ?? true }
      let isAdmitted = admissions.contains { admission in
        admission.isFor(feed.partner) && codes.contains(where: admission.holds(in:))
          && feed.kinds.contains(where: admission.holds(for:))
      }
      guard !isAdmitted else { continue }
      problems.add(
        .feedNotAdmitted, at: item.place,
        ["partner": feed.partner.id, "type": feed.partner.type.rawValue])
    }
  }

  /// The municipalities, rule sets and models of matching that can be used.
  func municipalities() -> (
    [MunicipalityDefinition], [String: RuleSet], [String: LinkageModel]
  ) {
    var definitions: [MunicipalityDefinition] = []
    var ruleSets: [String: RuleSet] = [:]
    var models: [String: LinkageModel] = [:]
    var seen: Set<String> = []
    var seenModels: Set<String> = []
    for item in distinct(node["municipalities"]) {
      guard let code = item.text, MunicipalityCode(code) != nil else { continue }
      let name = "municipalities/\(code).yml"
      let known = folder.names(in: "municipalities").map { $0.without(suffix: ".yml") }
      guard isThere(name, item, code, known), let bytes = folder.read(name, from: item.place)
      else { continue }
      let own = ProblemCollector()
      defer { problems.add(all: own) }
      guard let file = YAMLReader.read(bytes, file: folder.path(name), own) else { continue }
      let checks = MunicipalityChecks(node: file, problems: own)
      checks.check(code: code, sources: sources)
      checks.check(against: reference)
      if let written = file["rules"], let rules = written.text, ScalarReader.isName(rules) {
        if seen.insert(rules).inserted { ruleSets[rules] = ruleSet(rules, from: written) }
        if let set = ruleSets[rules] { checks.check(against: set) }
      }
      let model = file["matching"]?.text ?? MunicipalityFile.standardModel
      if ScalarReader.isName(model), seenModels.insert(model).inserted {
        models[model] = linkageModel(model, from: file["matching"] ?? file)
      }
      if own.isEmpty, let definition = MunicipalityFile.definition(file) {
        definitions.append(definition)
      }
    }
    return (definitions, ruleSets, models)
  }

  private func ruleSet(_ name: String, from written: YAMLNode) -> RuleSet? {
    let file = "rules/\(name).yml"
    let known = folder.names(in: "rules").map { $0.without(suffix: ".yml") }
    guard isThere(file, written, name, known), let bytes = folder.read(file, from: written.place)
    else { return nil }
    let own = ProblemCollector()
    defer { problems.add(all: own) }
    guard let node = YAMLReader.read(bytes, file: folder.path(file), own) else { return nil }
    RuleChecks(node: node, problems: own).check(sources)
    return own.isEmpty ? RuleFile.definition(node, name: name) : nil
  }

  private func linkageModel(_ name: String, from written: YAMLNode) -> LinkageModel? {
    let known = folder.names(in: "matching").map { $0.without(suffix: ".yml") }
    guard isThere("matching/\(name).yml", written, name, known) else { return nil }
    return LinkageLoader.read("matching/\(name).yml", from: written.place, in: folder, sources)
  }

  /// The stages in their order.
  func stageDefinitions() -> [StageDefinition] {
    var definitions: [StageDefinition] = []
    var last = -1
    var seen: Set<String> = []
    for item in node["stages"]?.items ?? [] {
      guard let (name, settings) = stage(item),
        let index = stages.firstIndex(where: { $0.name == name })
      else { continue }
      guard seen.insert(name).inserted else {
        problems.add(.doubledKey, at: item.place, ["key": name])
        continue
      }
      if index < last {
        contradiction(
          item, "the stage \(name) cannot run after \(stages[last].name)",
          "the order is \(stages.map(\.name).joined(separator: ", "))")
      }
      last = max(last, index)
      definitions.append(StageDefinition(name: name, settings: settings))
    }
    if let list = node["stages"], !list.items.isEmpty {
      for stage in stages where !seen.contains(stage.name) {
        problems.add(
          .missingKey, at: list.place,
          ["key": stage.name, "meaning": "every stage has its line, in order"])
      }
    }
    return definitions
  }

  private func stage(_ item: YAMLNode) -> (String, [String: Int])? {
    if let name = item.text { return (name, [:]) }
    guard item.isTable else { return nil }
    guard item.entries.count == 1, let entry = item.entries.first, let name = entry.key.text else {
      contradiction(item, "this item names several stages", "begin each stage with its own hyphen")
      return nil
    }
    var settings: [String: Int] = [:]
    for (key, value) in entry.value.entries {
      if let key = key.text, let number = value.number { settings[key] = number }
    }
    return (name, settings)
  }

  /// What is read, written and remembered must not be mixed.
  func checkFolders() {
    var seen: [String: String] = [:]
    let folders = ["inbox", "output", "state", "reviews"].map { ($0, node[$0]) }
    for (key, written) in folders + [("register folder", node["register"]?["folder"])] {
      guard let written, let text = written.text else { continue }
      let path = DefinitionPath.absolute(folder.path(text))
      if let other = seen[path] {
        contradiction(
          written, "\(key) and \(other) are the same folder", "give each a folder of its own")
      }
      seen[path] = key
    }
  }

  /// The items of a list, those that stand there twice once and noted.
  private func distinct(_ list: YAMLNode?) -> [YAMLNode] {
    var seen: Set<String> = []
    return (list?.items ?? []).filter { item in
      guard let text = item.text, !seen.insert(text).inserted else { return true }
      problems.add(.doubledKey, at: item.place, ["key": text])
      return false
    }
  }

  /// Whether a file that an item names is there; noted when it is not.
  func isThere(_ file: String, _ item: YAMLNode, _ name: String, _ known: [String]) -> Bool {
    guard !folder.exists(file) else { return true }
    problems.add(
      .definitionAbsent, at: item.place,
      ["reason": "\(folder.path(file)) is not there" + suggestion(for: name, among: known)])
    return false
  }

  private func contradiction(_ node: YAMLNode, _ what: String, _ hint: String) {
    problems.add(.contradiction, at: node.place, ["what": what, "hint": hint])
  }
}

extension String {
  /// Without a suffix, if it has it.
  fileprivate func without(suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
