extension RuleSet {
  /// Name and version, as every line shows them; the name once when the version begins with it.
  public var label: String { version.hasPrefix(name) ? version : name + " " + version }
}
