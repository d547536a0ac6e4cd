internal import Diagnostics
internal import GRDB
internal import Model

extension History {
  /// Adds one row of the state.
  ///
  /// - Parameters:
  ///   - row: A row of ``SignalRows/select``.
  ///   - scratch: Room to read a cell in.
  ///   - isReplaced: Whether a correction stands in the place of its delivery.
  /// - Throws: A diagnostic if a value is not what the schema promises; it does not tell the value.
  mutating func append(_ row: Row, scratch: ByteArena, isReplaced: Bool) throws {
    var cells = SignalCells(row: row, scratch: scratch)
    signalID.append(try cells.value { SignalID(hexadecimal: $0) })
    partner.append(cells.text(in: arena))
    partnerType.append(try cells.word())
    partnerReference.append(cells.text(in: arena))
    kind.append(try cells.word())
    receivedAt.append(try cells.value { CalendarDate(iso: $0) })
    signalledOn.append(try cells.value { CalendarDate(iso: $0) })
    amountCents.append(cells.number())
    addressKey.append(try cells.identifier())
    personID.append(try cells.identifier())
    householdID.append(try cells.identifier())
    disposition.append(try cells.word())
    sameAs.append(try cells.identifier())
    try appendPerson(&cells)
    pickedUp.append(cells.number() != 0)
    replaced.append(isReplaced)
  }

  private mutating func appendPerson(_ cells: inout SignalCells) throws {
    initials.append(cells.text(in: arena))
    givenNames.append(cells.text(in: arena))
    prefix.append(cells.text(in: arena))
    surname.append(cells.text(in: arena))
    partnerSurname.append(cells.text(in: arena))
    birthDate.append(try cells.value { $0.isEmpty ? .absent : PartialDate(iso: $0) })
    postcode.append(try cells.value { $0.isEmpty ? .absent : Postcode.find(in: $0)?.postcode })
    houseNumber.append(Int32(truncatingIfNeeded: cells.number()))
    houseLetter.append(cells.text(in: arena))
    houseAddition.append(cells.text(in: arena))
    street.append(cells.text(in: arena))
    city.append(cells.text(in: arena))
    phone.append(cells.text(in: arena))
    email.append(cells.text(in: arena))
    debtorKind.append(try cells.word())
    quality.append(try cells.value { Quality(names: $0) })
  }
}

/// The cells of a row of the table `signal`, read one after the other: columns have no names here,
/// because looking them up costs more than reading them.
private struct SignalCells {
  let row: Row
  let scratch: ByteArena
  /// The cell that comes next; the first one, the delivery, is read by whoever has the row.
  var next = 1

  init(row: Row, scratch: ByteArena) {
    self.row = row
    self.scratch = scratch
  }

  mutating func number() -> Int64 {
    defer { next += 1 }
    return row[next]
  }

  mutating func text(in arena: ByteArena) -> TextCell { arena.store(string()) }

  mutating func word<Word: RawRepresentable<String>>() throws -> Word {
    guard let word = Word(rawValue: string()) else { throw Self.damaged }
    return word
  }

  mutating func identifier<Subject>() throws -> Identifier<Subject> {
    try value { $0.isEmpty ? .absent : Identifier(hexadecimal: $0) }
  }

  mutating func value<Value>(_ read: (ByteView) -> Value?) throws -> Value {
    scratch.removeAll()
    scratch.append(string: string())
    guard let value = read(scratch.bytes) else { throw Self.damaged }
    return value
  }

  private mutating func string() -> String {
    defer { next += 1 }
    return row[next]
  }

  private static var damaged: Diagnostic {
    Diagnostic(
      .stateDamaged,
      ["path": "the table signal", "reason": "a value is not what the schema promises"])
  }
}
