internal import Model
internal import Pipeline

/// Says who the resident of a signal is, as far as Statistics Netherlands gets it: in the lengths of the
/// exchange model, and without an address that the register keeps secret.
///
/// A text that is too long is left out, never cut: half a surname or addition is somebody else's. Of initials
/// those stay that fit.
///
/// - Source: `ddas-vroegsignalering`, `wgs/8b`, `wgs/8c`.
struct ExchangedClients: Sendable {
  private let tables: MunicipalityTables
  private let secrets: SecretPlaces
  /// Whether the register was asked about the people of this run.
  private let registerWasAsked: Bool

  /// Collects what is secret.
  ///
  /// - Complexity: O(*n*) in the signals.
  init(_ tables: MunicipalityTables) {
    self.tables = tables
    secrets = SecretPlaces(tables)
    registerWasAsked = tables.linked.count > 0
  }

  /// The resident of a signal of this run.
  func client(ofReceived row: Int) -> ExchangeClient {
    let matched = tables.matched
    return client(
      tables.normalised, row,
      isSecret: secrets.contain(
        matched.personID[row], matched.householdID[row], tables.normalised.addressKey[row]))
  }

  /// The resident of a signal of an earlier run.
  ///
  /// Its address is told if no register is asked, or if the register was asked about the person tonight.
  func client(ofEarlier row: Int) -> ExchangeClient {
    let history = tables.history
    let isUnchecked = registerWasAsked && tables.linked.line(of: history.personID[row]) == nil
    return client(
      history, row,
      isSecret: isUnchecked
        || secrets.contain(
          history.personID[row], history.householdID[row], history.addressKey[row])
    )
  }

  private func client(
    _ table: some PersonColumns, _ row: Int, isSecret: Bool
  ) -> ExchangeClient {
    let texts = table.arena
    func text(_ cell: TextCell, atMost most: Int) -> String {
      let text = texts[cell].string
      return text.unicodeScalars.count <= most ? text : ""
    }
    var client = ExchangeClient()
    client.initials = Self.initials(texts[table.initials[row]].string, atMost: 20)
    client.prefix = text(table.prefix[row], atMost: 200)
    client.surname = text(table.surname[row], atMost: 200)
    client.birthDate = Self.birthDate(table.birthDate[row], table.quality[row])
    guard !isSecret else { return client }
    client.street = text(table.street[row], atMost: 200)
    client.postcode = DutchAddress.postcode(table.postcode[row]).filter { $0 != " " }
    if (1...99_999).contains(table.houseNumber[row]) {
      client.houseNumber = String(table.houseNumber[row])
      let addition =
        texts[table.houseLetter[row]].string + texts[table.houseAddition[row]].string
      if addition.unicodeScalars.count <= 4 { client.houseAddition = addition }
    }
    client.city = text(table.city[row], atMost: 200)
    return client
  }

  /// The whole initials that fit.
  static func initials(_ text: String, atMost most: Int) -> String {
    guard text.unicodeScalars.count > most else { return text }
    var fitting = String.UnicodeScalarView()
    var initial = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      initial.append(scalar)
      guard scalar == "." else { continue }
      guard fitting.count + initial.count <= most else { break }
      fitting += initial
      initial.removeAll()
    }
    return String(fitting)
  }

  /// A whole birth date that no system made up.
  private static func birthDate(_ date: PartialDate, _ quality: Quality) -> CalendarDate? {
    guard date.isComplete, !quality.contains(.datePlaceholder),
      !quality.contains(.birthDateImpossible)
    else { return nil }
    return CalendarDate(year: date.year, month: date.month, day: date.day)
  }
}
