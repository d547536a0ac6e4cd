import Model

/// An invented person, computed from the household and the place in it.
struct Person {
  /// Index of the surname.
  var surname = 0
  /// Index of the surname of the spouse, or -1.
  var spouse = -1
  var given = 0
  /// Further initials as letters, 0 for none.
  var initials: (UInt8, UInt8) = (0, 0)
  var birth = PartialDate.absent
  /// The last seven digits of the phone number after `06`, or -1.
  var phone = -1
  /// The number in the e-mail address, or -1 for none.
  var email = -1
  /// Index of the trade name, or -1.
  var trade = -1
  /// Index of the name, for an organisation, or -1.
  var organisation = -1
}

/// The names that persons are made of.
final class NameBook: Sendable {
  let prefixes: WordList
  let shortPrefixes: WordList
  let surnames: WordList
  /// For e-mail addresses: lower-case ASCII.
  let plainSurnames: WordList
  /// Index of the prefix of each surname, or -1.
  let prefix: [Int]
  let given: WordList
  /// The first letter of each given name.
  let initial: WordList
  let isFemale: [Bool]
  let trades = WordList(TradeNames.trades)
  let organisations = WordList(TradeNames.organisations)
  private let wheel: [UInt16]

  init() {
    var prefixWords: [String] = []
    var prefix: [Int] = []
    var names: [String] = []
    var wheel: [UInt16] = []
    for line in Surnames.lines.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
      guard parts.count == 3, let weight = Int(parts[2]) else { continue }
      let word = String(parts[0])
      if word.isEmpty {
        prefix.append(-1)
      } else if let known = prefixWords.firstIndex(of: word) {
        prefix.append(known)
      } else {
        prefix.append(prefixWords.count)
        prefixWords.append(word)
      }
      for _ in 0..<weight { wheel.append(UInt16(names.count)) }
      names.append(String(parts[1]))
    }
    prefixes = WordList(prefixWords)
    shortPrefixes = WordList(prefixWords.map(NameBook.short))
    surnames = WordList(names)
    plainSurnames = WordList(names.map(NameBook.plain))
    self.prefix = prefix
    self.wheel = wheel
    var givenNames: [String] = []
    var initials: [String] = []
    var isFemale: [Bool] = []
    for line in GivenNames.lines.split(separator: "\n") {
      let parts = line.split(separator: "|")
      guard parts.count == 2 else { continue }
      givenNames.append(String(parts[0]))
      initials.append(parts[0].hasPrefix("IJ") ? "IJ" : String(parts[0].prefix(1)))
      isFemale.append(parts[1] == "V")
    }
    given = WordList(givenNames)
    initial = WordList(initials)
    self.isFemale = isFemale
  }

  /// A surname, as often as people bear it.
  func surname(_ draw: inout Draw) -> Int { Int(wheel[draw.below(wheel.count)]) }

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
    for scalar in name.lowercased().unicodeScalars where ("a"..."z").contains(scalar) {
      plain.unicodeScalars.append(scalar)
    }
    return plain.isEmpty ? "naam" : plain
  }
}
