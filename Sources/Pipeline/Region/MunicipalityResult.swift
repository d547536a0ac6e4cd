internal import FoundationEssentials
internal import Model

/// How a run ended for one municipality: what whoever is responsible for that one alone needs to know.
///
/// No personal data, no times: the same deliveries give the same bytes, whether other municipalities run along
/// or not.
public struct MunicipalityResult: Codable, Sendable {
  /// The name of the file in the municipality's folder.
  public static let fileName = "result.json"
  /// The name of the page about all municipalities of a run.
  public static let overview = "overzicht.html"

  /// A delivery that concerns the municipality and about which there is something to say.
  public struct Delivery: Codable, Sendable {
    public var feed: String
    /// The file's name; empty for one that did not come.
    public var delivery: String
    public var period: String
    /// `accepted`, `refused`, `missing` or `replaced`.
    public var status: String
    /// The code of a refusal; empty for none.
    public var code: String
    /// What the calendar and the history say, such as `late`.
    public var words: [String]
  }

  /// Numbers that may be seen by others: those of the report.
  ///
  /// What is hidden is absent.
  public struct Published: Codable, Sendable {
    public var signals: Int?
    public var households: Int?
    public var unused: Int?
    public var deadlinesPassed: Int?
    public var deadlinesThisWeek: Int?
    public var shortfall: Int?
    public var signalsByFate: [String: Int]
    public var unusedByFate: [String: Int]

    enum CodingKeys: String, CodingKey {
      case signals, households, unused, shortfall
      case deadlinesPassed = "deadlines_passed"
      case deadlinesThisWeek = "deadlines_this_week"
      case signalsByFate = "signals_by_fate"
      case unusedByFate = "unused_by_fate"
    }

    init(_ figures: RunFigures) {
      signals = figures.signals.rounded
      households = figures.households.rounded
      unused = figures.unused.rounded
      deadlinesPassed = figures.deadlinesPassed.rounded
      deadlinesThisWeek = figures.deadlinesThisWeek.rounded
      shortfall = figures.shortfall.rounded
      func words(_ counts: [Fate: PublishedCount]) -> [String: Int] {
        var words: [String: Int] = [:]
        for (fate, count) in counts { words[fate.rawValue] = count.rounded }
        return words
      }
      signalsByFate = words(figures.signalsByFate)
      unusedByFate = words(figures.unusedByFate)
    }
  }

  public var municipality: String
  public var name: String
  public var referenceDate: String
  /// `complete` or `incomplete`.
  public var status: String
  /// What a run of this municipality alone would have ended with: 0 or 3.
  public var exitCode: Int
  /// Rows of the ledger that are of the municipality, by what became of them.
  public var rowsByFate: [String: Int]
  /// Deliveries that are late, refused, missing, replaced or otherwise not as usual.
  public var deliveries: [Delivery]
  /// How often each problem was found, by the code.
  public var doubts: [String: Int]
  public var published: Published

  enum CodingKeys: String, CodingKey {
    case municipality, name, status, deliveries, doubts, published
    case referenceDate = "reference_date"
    case exitCode = "exit_code"
    case rowsByFate = "rows_by_fate"
  }

  /// The result as JSON with sorted keys and a newline at the end.
  ///
  /// - Throws: An encoding error, which would be a defect.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// Reads the results of a run, by municipality; those that cannot be read are left out.
  ///
  /// - Parameter run: The run's folder.
  /// - Returns: The results, by the code of the municipality.
  public static func all(in run: String) -> [MunicipalityResult] {
    (FileSystem.names(in: run) ?? []).compactMap { name in
      guard MunicipalityCode(name) != nil,
        let bytes = try? FileSystem.read("\(run)/\(name)/\(fileName)")
      else { return nil }
      return try? JSONDecoder().decode(MunicipalityResult.self, from: Data(bytes))
    }
  }
}
