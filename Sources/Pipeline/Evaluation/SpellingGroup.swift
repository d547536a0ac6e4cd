/// How a name is spelt, in a few groups, so that it can be measured whether people are found equally
/// well whatever their name.
///
/// It says something about letters and nothing about the person. It is worked out while evaluating, from
/// the name as delivered; it is never stored, and no stage knows it.
public enum SpellingGroup: UInt8, CaseIterable, Sendable {
  /// No mark of another group: most Dutch names, and every name that the table does not know.
  case plain
  /// A Dutch prefix: `van den Berg`.
  case prefixed
  /// Two surnames: a hyphen, or a surname of the spouse.
  case double
  case turkish
  /// Arabic and Berber names as they are written in the Netherlands.
  case arabic
  case polish
  /// Surinamese names of Hindustani and Javanese spelling, and of those of Paramaribo.
  case surinamese
  case antillean
  /// Chinese and Vietnamese names.
  case chinese
  /// Any other letter beyond A to Z: `Müller`, `André`, `Đurić`.
  case accented
  /// Letters were lost on the way: a `?` in the name.
  case lossy
  /// No name at all.
  case none

  /// The name it has in output.
  public var name: String {
    switch self {
    case .plain: "plain"
    case .prefixed: "prefixed"
    case .double: "double"
    case .turkish: "turkish"
    case .arabic: "arabic"
    case .polish: "polish"
    case .surinamese: "surinamese"
    case .antillean: "antillean"
    case .chinese: "chinese-vietnamese"
    case .accented: "accented"
    case .lossy: "lossy"
    case .none: "none"
    }
  }
}
