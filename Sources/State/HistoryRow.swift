internal import Diagnostics
internal import GRDB
internal import Model
internal import Pipeline

extension History {
  /// Adds one row of the state.
  ///
  /// - Parameters:
  ///   - cells: The cells of ``SignalRows/columns``, the next one that of the signal's id.
  ///   - isPickedUp: Whether somebody acted on it.
  ///   - isReplaced: Whether a correction stands in the place of its delivery.
  /// - Throws: A diagnostic if a value is not what the schema promises; it does not tell the value.
  mutating func append(_ cells: inout SignalCells, isPickedUp: Bool, isReplaced: Bool) throws {
    signalID.append(try cells.value { SignalID(hexadecimal: $0) })
    partner.append(try cells.text(in: arena))
    partnerType.append(try cells.word())
    partnerReference.append(try cells.text(in: arena))
    kind.append(try cells.word())
    receivedAt.append(try cells.value { CalendarDate(iso: $0) })
    signalledOn.append(try cells.value { CalendarDate(iso: $0) })
    amountCents.append(try cells.number())
    addressKey.append(try cells.identifier())
    personID.append(try cells.identifier())
    householdID.append(try cells.identifier())
    disposition.append(try cells.word())
    sameAs.append(try cells.identifier())
    try appendPerson(&cells)
    pickedUp.append(isPickedUp)
    replaced.append(isReplaced)
  }

  private mutating func appendPerson(_ cells: inout SignalCells) throws {
    initials.append(try cells.text(in: arena))
    givenNames.append(try cells.text(in: arena))
    prefix.append(try cells.text(in: arena))
    surname.append(try cells.text(in: arena))
    partnerSurname.append(try cells.text(in: arena))
    birthDate.append(try cells.value { $0.isEmpty ? .absent : PartialDate(iso: $0) })
    postcode.append(try cells.value { $0.isEmpty ? .absent : Postcode.find(in: $0)?.postcode })
    houseNumber.append(Int32(truncatingIfNeeded: try cells.number()))
    houseLetter.append(try cells.text(in: arena))
    houseAddition.append(try cells.text(in: arena))
    street.append(try cells.text(in: arena))
    city.append(try cells.text(in: arena))
    phone.append(try cells.text(in: arena))
    email.append(try cells.text(in: arena))
    debtorKind.append(try cells.word())
    quality.append(try cells.value { Quality(names: $0) })
  }
}
