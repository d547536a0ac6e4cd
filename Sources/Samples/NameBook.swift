import Model

/// The names that persons are made of.
final class NameBook: Sendable {
  let prefixes: WordList
  let shortPrefixes: WordList
  let surnames: SpellingBook
  /// For e-mail addresses: lower-case ASCII.
  let plainSurnames: WordList
  /// Index of the prefix of each surname, or -1.
  let prefix: [Int]
  let given: SpellingBook
  let isFemale: [Bool]
  let trades = WordList(TradeNames.trades)
  let organisations = WordList(TradeNames.organisations)
  /// The form that a woman bears of each surname; mostly the same.
  private let feminine: [Int]
  /// The surnames of each tradition, as often as people bear them.
  private let wheels: [[UInt16]]
  /// The given names of each tradition.
  private let givenOf: [Range<Int>]

  init() {
    var surnames = SurnameTable()
    for tradition in NameTradition.allCases { surnames.add(tradition) }
    prefixes = WordList(surnames.prefixes)
    shortPrefixes = WordList(surnames.prefixes.map(NameBook.short))
    self.surnames = SpellingBook(surnames.entries)
    plainSurnames = WordList(surnames.entries.map { NameBook.plain($0.word) })
    prefix = surnames.prefix
    feminine = surnames.feminine
    wheels = surnames.wheels
    var entries: [SpellingBook.Entry] = []
    var isFemale: [Bool] = []
    var ranges: [Range<Int>] = []
    for tradition in NameTradition.allCases {
      let from = entries.count
      for line in tradition.givenNames.split(separator: "\n") {
        let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2 else { continue }
        entries.append(
          SpellingBook.Entry(
            word: parts[0], others: NameBook.list(parts, 2), calls: NameBook.list(parts, 3)))
        isFemale.append(parts[1] == "V")
      }
      ranges.append(from..<entries.count)
    }
    given = SpellingBook(entries)
    self.isFemale = isFemale
    givenOf = ranges
  }

  /// The tradition of a household's surname.
  func tradition(_ draw: inout Draw) -> NameTradition {
    var rest = draw.below(1000)
    for tradition in NameTradition.allCases {
      rest -= tradition.rate
      if rest < 0 { return tradition }
    }
    return .dutch
  }

  /// A surname, as often as people bear it.
  func surname(_ tradition: NameTradition, _ draw: inout Draw) -> Int {
    let wheel = wheels[tradition.rawValue]
    return Int(wheel[draw.below(wheel.count)])
  }

  /// A given name that goes with a surname.
  func givenName(_ tradition: NameTradition, _ draw: inout Draw) -> Int {
    let isDutch = draw.chance(tradition.dutchGivenNames)
    let range = givenOf[isDutch ? NameTradition.dutch.rawValue : tradition.rawValue]
    return range.lowerBound + draw.below(range.count)
  }

  /// A given name of the same sex that begins with the same letter; the name itself if chance finds none.
  func givenName(like given: Int, _ tradition: NameTradition, _ draw: inout Draw) -> Int {
    for _ in 0..<24 {
      let other = givenName(tradition, &draw)
      if other != given, isFemale[other] == isFemale[given],
        self.given.initials[self.given.place(other, 0), .unicode].equals(
          self.given.initials[self.given.place(given, 0), .unicode])
      {
        return other
      }
    }
    return given
  }

  /// The form of a surname that somebody bears.
  func surname(_ surname: Int, ofWoman isWoman: Bool) -> Int {
    isWoman ? feminine[surname] : surname
  }

  fileprivate static func list(_ parts: [String], _ place: Int) -> [String] {
    place < parts.count ? parts[place].split(separator: ",").map(String.init) : []
  }

  private static func short(_ prefix: String) -> String {
    switch prefix {
    case "van": "v."
    case "van de", "van den", "van der": "v.d."
    case "van 't": "v. 't"
    case "in 't": "i. 't"
    default: prefix
    }
  }

  private static func plain(_ name: String) -> String {
    var plain = ""
    for scalar in Spelling.withoutMarks(name).lowercased().unicodeScalars
    where ("a"..."z").contains(scalar) {
      plain.unicodeScalars.append(scalar)
    }
    return plain.isEmpty ? "naam" : plain
  }
}

/// The surnames of all traditions while they are read.
private struct SurnameTable {
  var entries: [SpellingBook.Entry] = []
  var prefixes: [String] = []
  var prefix: [Int] = []
  var feminine: [Int] = []
  var wheels: [[UInt16]] = []

  mutating func add(_ tradition: NameTradition) {
    var wheel: [UInt16] = []
    for line in tradition.surnames.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard parts.count >= 3, let weight = Int(parts[2]) else { continue }
      for _ in 0..<weight { wheel.append(UInt16(entries.count)) }
      add(parts[1], prefix: parts[0], others: NameBook.list(parts, 3))
      if tradition == .polish, parts[1].hasSuffix("ki") {
        feminine[entries.count - 1] = entries.count
        add(parts[1].dropLast() + "a", prefix: parts[0], others: [])
      }
    }
    wheels.append(wheel)
  }

  private mutating func add(_ name: String, prefix word: String, others: [String]) {
    feminine.append(entries.count)
    entries.append(SpellingBook.Entry(word: name, others: others))
    if word.isEmpty {
      prefix.append(-1)
    } else if let known = prefixes.firstIndex(of: word) {
      prefix.append(known)
    } else {
      prefix.append(prefixes.count)
      prefixes.append(word)
    }
  }
}
