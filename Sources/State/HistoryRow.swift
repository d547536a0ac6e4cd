internal import Diagnostics
internal import GRDB
internal import Model

extension History {
  /// Adds one row of the state.
  ///
  /// - Parameters:
  ///   - row: A row of the table `signal`.
  ///   - isReplaced: Whether a correction stands in the place of its delivery.
  /// - Throws: A diagnostic if a value is not what the schema promises.
  mutating func append(_ row: Row, isReplaced: Bool) throws {
    let type: String = row["partner_type"]
    let kind: String = row["kind"]
    guard let signalID = SignalID(row["signal_id"] as String),
      let partnerType = PartnerType(rawValue: type), let kind = SignalKind(rawValue: kind),
      let receivedAt = CalendarDate(iso: row["received_at"] as String),
      let signalledOn = CalendarDate(iso: row["signalled_on"] as String),
      let addressKey = Self.id(row["address_key"], AddressKey.self),
      let personID = Self.id(row["person_id"], PersonID.self),
      let householdID = Self.id(row["household_id"], HouseholdID.self)
    else {
      throw Diagnostic(
        .stateDamaged,
        ["path": "the table signal", "reason": "a value is not what the schema promises"])
    }
    self.signalID.append(signalID)
    partner.append(arena.store(row["partner"] as String))
    self.partnerType.append(partnerType)
    partnerReference.append(arena.store(row["partner_ref"] as String))
    self.kind.append(kind)
    self.receivedAt.append(receivedAt)
    self.signalledOn.append(signalledOn)
    amountCents.append(row["amount_cents"])
    self.addressKey.append(addressKey)
    self.personID.append(personID)
    self.householdID.append(householdID)
    pickedUp.append(row["picked_up"])
    replaced.append(isReplaced)
  }

  private static func id<Subject>(_ text: String, _ type: Identifier<Subject>.Type)
    -> Identifier<Subject>?
  {
    text.isEmpty ? .absent : Identifier(text)
  }
}
