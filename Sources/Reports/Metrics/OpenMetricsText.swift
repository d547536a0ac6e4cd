/// Numbers about a run in the text format of OpenMetrics, for a program that watches over it.
///
/// - Source: `openmetrics`.
public struct OpenMetricsText {
  /// What a family of numbers is.
  public enum Kind: String {
    case gauge
    /// Words about the program, with the value 1.
    case info
  }

  private var lines: [String] = []

  /// Creates a text without numbers.
  public init() {}

  /// Adds a family of numbers; nothing when it has none.
  ///
  /// - Parameters:
  ///   - name: Letters, digits and underscores; with a unit, the unit is its last word.
  ///   - kind: What it is.
  ///   - unit: Such as `seconds`; empty for none.
  ///   - help: One sentence.
  ///   - samples: The numbers, each with its labels.
  public mutating func add(
    _ name: String, _ kind: Kind = .gauge, unit: String = "", help: String,
    _ samples: [(labels: [(name: String, value: String)], value: String)]
  ) {
    guard !samples.isEmpty else { return }
    lines.append("# TYPE \(name) \(kind.rawValue)")
    if !unit.isEmpty { lines.append("# UNIT \(name) \(unit)") }
    lines.append("# HELP \(name) \(Self.escaped(help))")
    for sample in samples {
      let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }
      lines.append(
        name + (kind == .info ? "_info" : "")
          + (labels.isEmpty ? "" : "{" + labels.joined(separator: ",") + "}") + " " + sample.value)
    }
  }

  /// The text with its end.
  public var text: String { (lines + ["# EOF"]).joined(separator: "\n") + "\n" }

  private static func escaped(_ value: String) -> String {
    var text = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
