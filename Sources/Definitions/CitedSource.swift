/// A law, agreement or specification that a definition names.
public struct CitedSource: Hashable, Sendable {
  public var title: String
  public var url: String

  /// Creates a source.
  public init(title: String, url: String) {
    self.title = title
    self.url = url
  }

  /// Reads the register by key.
  static func all(_ register: YAMLNode) -> [String: CitedSource] {
    var cited: [String: CitedSource] = [:]
    for (key, value) in register.entries {
      guard let key = key.text, let title = value["title"]?.text, let url = value["url"]?.text
      else { continue }
      cited[key] = CitedSource(title: title, url: url)
    }
    return cited
  }
}
