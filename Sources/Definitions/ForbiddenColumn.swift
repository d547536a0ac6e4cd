/// What a header says a column holds, where no signal may hold that.
///
/// Such a column may neither be mapped nor named as ignored: a delivery that has it is refused, so that
/// the partner stops sending it.
///
/// - Source: `wgs/8a`, `wgs/8b`, `wabb/10`.
public struct ForbiddenColumn: Hashable, Sendable {
  /// What the column is about, in a few words.
  public var what: String
  /// Key in docs/sources.yml.
  public var source: String

  /// The source of the rule about citizen service numbers.
  public static let identity = "wabb/10"

  /// Looks at a header.
  ///
  /// - Returns: `nil` when nothing forbids it.
  public init?(header: String) {
    let words = ForbiddenColumn.words(of: header)
    let together = Array(words.joined().utf8)
    for entry in ForbiddenColumn.table {
      let isFound =
        entry.stems.contains { together.holds($0.utf8) }
        || words.contains { word in
          entry.words.contains { word == $0 || ($0 == "bsn" && word.isAbout($0)) }
        }
      if isFound {
        what = entry.what
        source = entry.source
        return
      }
    }
    return nil
  }

  /// A subject: stems are found anywhere in a header, words only alone.
  private struct Entry {
    var what: String
    var stems: [String]
    var words: [String] = []
    var source: String
  }

  private static let table = [
    Entry(
      what: "the citizen service number",
      stems: [
        "burgerservice", "sofinummer", "sofinr", "citizenservice", "fiscaalnummer", "fiscaalnr",
      ], words: ["bsn", "sofi"], source: identity),
    Entry(
      what: "nationality", stems: ["nationaliteit", "nationality", "verblijfstitel"],
      source: "wgs/8b"),
    Entry(
      what: "descent or country of birth",
      stems: [
        "geboorteland", "countryofbirth", "etniciteit", "etnisch", "ethnicity", "afkomst",
        "landvanherkomst", "migratieachtergrond", "huidskleur",
      ], words: ["ras"], source: "wgs/8b"),
    Entry(
      what: "religion",
      stems: ["religie", "religion", "godsdienst", "geloofs", "kerkgenootschap", "levensbeschouw"],
      words: ["geloof", "kerk"], source: "wgs/8b"),
    Entry(
      what: "health or use of care",
      stems: [
        "diagnose", "gezondheid", "medisch", "medicatie", "ziekte", "zorggebruik", "zorgkosten",
        "eigenrisico", "handicap", "zwanger", "verslaving", "health", "diagnosis",
      ], source: "wgs/8a"),
    Entry(
      what: "crime",
      stems: ["strafrecht", "strafblad", "detentie", "justitieel", "veroordeling", "criminal"],
      source: "wgs/8a"),
    Entry(
      what: "income",
      stems: ["inkomen", "salaris", "income", "loonbeslag", "brutoloon", "nettoloon", "werkgever"],
      words: ["loon"], source: "wgs/8b"),
    Entry(
      what: "a benefit",
      stems: [
        "uitkering", "bijstand", "huurtoeslag", "zorgtoeslag", "kinderopvangtoeslag", "benefit",
        "kindgebondenbudget", "participatiewet",
      ], words: ["toeslag"], source: "wgs/8b"),
    Entry(
      what: "the family",
      stems: [
        "burgerlijkestaat", "gezinssamenstelling", "gezinssituatie", "huishoudsamenstelling",
        "aantalkinderen", "samenstellinghuishouden", "maritalstatus",
      ], source: "wgs/8b"),
  ]

  /// The words of a header in lower case, without accents; a capital after a small letter begins one.
  private static func words(of header: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for scalar in header.unicodeScalars {
      let letter = accented[scalar] ?? scalar
      let isCapital = (0x41...0x5A).contains(letter.value)
      let isSmall = (0x61...0x7A).contains(letter.value)
      if !isCapital && !isSmall || isCapital && wasSmall {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isCapital || isSmall { word += letter.properties.lowercaseMapping }
      wasSmall = isSmall
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static let accented: [Unicode.Scalar: Unicode.Scalar] = [
    "é": "e", "è": "e", "ë": "e", "ê": "e", "ï": "i", "í": "i", "ö": "o", "ó": "o", "ü": "u",
    "ú": "u", "á": "a", "à": "a", "ä": "a",
  ]
}

extension String {
  /// Whether the text begins or ends with a short name.
  fileprivate func isAbout(_ name: String) -> Bool { hasPrefix(name) || hasSuffix(name) }
}

extension [UInt8] {
  /// Whether some bytes stand in these; none stand in any.
  fileprivate func holds(_ sought: String.UTF8View) -> Bool {
    guard sought.count <= count else { return false }
    return (0...count - sought.count).contains { start in
      var place = start
      for byte in sought {
        guard self[place] == byte else { return false }
        place += 1
      }
      return true
    }
  }
}
