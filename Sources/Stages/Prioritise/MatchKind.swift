internal import Model

/// In which ways signals come together, each by its own definition.
///
/// Several can hold at once.
///
/// - Source: `divosa-monitor-2023`, `bkr-vps`.
struct MatchKind: OptionSet, Hashable {
  let rawValue: UInt8

  /// Two or more signals at the address in one calendar month (Divosa).
  static let multipleAtAddress = MatchKind(rawValue: 1 << 0)
  /// An earlier signal at the address in the six calendar months before (Divosa).
  static let consecutiveAtAddress = MatchKind(rawValue: 1 << 1)
  /// Two or more signals of one person.
  static let multipleOfPerson = MatchKind(rawValue: 1 << 2)

  /// The word for `multipleAtAddress` in files.
  static let multipleAtAddressWord = "meervoudig-adres-maand"
  /// The word for `consecutiveAtAddress` in files.
  static let consecutiveAtAddressWord = "opeenvolgend-adres-6-maanden"
  /// What the word for several partner types begins with; their number follows (BKR).
  static let partnerTypesWord = "partnertypes-"
  /// The word for `multipleOfPerson` in files.
  static let multipleOfPersonWord = "meervoudig-persoon"
  /// The word when no other definition holds.
  static let singleWord = "enkelvoudig"

  /// The words for files, parted by `|`.
  ///
  /// - Parameter partnerTypes: How many partner types report on the household; more than one is a
  ///   match by the definition of BKR.
  /// - Returns: At least one word.
  func words(partnerTypes: Int) -> String {
    var words: [String] = []
    if contains(.multipleAtAddress) { words.append(Self.multipleAtAddressWord) }
    if contains(.consecutiveAtAddress) { words.append(Self.consecutiveAtAddressWord) }
    if partnerTypes > 1 { words.append(Self.partnerTypesWord + String(partnerTypes)) }
    if contains(.multipleOfPerson) { words.append(Self.multipleOfPersonWord) }
    return words.isEmpty ? Self.singleWord : words.joined(separator: "|")
  }
}
