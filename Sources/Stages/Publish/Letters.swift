internal import Model
internal import Pipeline

/// The letters of a household: one to each debtor.
///
/// Partners do not say how somebody wants to be addressed, so the salutation names both forms. A prefix has a
/// capital where no initials stand before it. Somebody without a surname gets no letter, as anybody may open an
/// envelope without a name; nor does somebody whose name lost letters on the way.
///
/// - Source: `domain-letters`.
enum Letters {
  /// The letters, in the order of names.
  ///
  /// - Parameters:
  ///   - rows: The signals of the household on the list.
  ///   - tables: Where they stand.
  /// - Returns: None when nobody can get one.
  static func letters(_ rows: [Int], _ tables: MunicipalityTables) -> [WorklistLetter] {
    var byPerson: [PersonID: WorklistLetter] = [:]
    for row in rows {
      let quality = tables.received.quality[row].union(tables.normalised.quality[row])
      guard quality.isDisjoint(with: [.lossyName, .garbled]),
        let letter = letter(row, tables.normalised)
      else { continue }
      let id = tables.matched.personID[row]
      guard let known = byPerson[id] else {
        byPerson[id] = letter
        continue
      }
      // The longer name tells more; of two of one length the first in order, so that no row decides.
      let isBetter =
        (letter.name.count, known.name) > (known.name.count, letter.name)
      if isBetter { byPerson[id] = letter }
    }
    return byPerson.values.sorted { ($0.name, $0.salutation) < ($1.name, $1.salutation) }
  }

  private static func letter(_ row: Int, _ table: Normalised) -> WorklistLetter? {
    guard !table.surname[row].isEmpty else { return nil }
    let surname = DutchAddress.surname(table, row)
    let name = DutchAddress.name(table, row)
    if table.debtorKind[row] == .estate {
      return WorklistLetter(
        name: "De erfgenamen van \(name)", salutation: "Geachte erfgenamen,")
    }
    // The name of a business is nobody's surname.
    if table.debtorKind[row] == .soleTrader {
      return WorklistLetter(name: name, salutation: "Geachte heer of mevrouw,")
    }
    return WorklistLetter(
      name: name, salutation: "Geachte heer of mevrouw \(withCapital(surname)),")
  }

  /// A surname with a capital at its beginning; `'t Hart` keeps its small letter.
  static func withCapital(_ surname: String) -> String {
    guard let first = surname.first, first.isLetter else { return surname }
    // Both letters of ij are one capital.
    let length = surname.hasPrefix("ij") ? 2 : 1
    return surname.prefix(length).uppercased() + surname.dropFirst(length)
  }
}
