internal import Model

/// The match kinds of `prioritised` as Dutch sentences, each with its definition.
///
/// - Source: `divosa-monitor-2023`, `bkr-vps`.
enum MatchWords {
  /// The sentence of one word of `match_kind`.
  static func sentence(_ word: String) -> String {
    switch word {
    case MatchKind.multipleAtAddressWord:
      return "Meervoudig: twee of meer meldingen op dit adres in dezelfde maand (telling Divosa)."
    case MatchKind.consecutiveAtAddressWord:
      return
        "Opeenvolgend: in de zes maanden ervoor was er al een melding op dit adres (telling Divosa)."
    case MatchKind.multipleOfPersonWord:
      return "Meervoudig op persoon: twee of meer meldingen over dezelfde persoon."
    case MatchKind.singleWord:
      return "Enkelvoudig: er is geen andere melding gevonden."
    default:
      guard word.hasPrefix(MatchKind.partnerTypesWord),
        let count = Int(word.dropFirst(MatchKind.partnerTypesWord.count))
      else { return word }
      return "\(DutchText.number(count).capitalisedFirst) soorten partners melden (telling BKR)."
    }
  }
}

extension String {
  /// The text with its first letter as a capital.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
