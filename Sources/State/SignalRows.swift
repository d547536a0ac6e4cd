internal import Diagnostics
internal import GRDB
internal import Model
internal import Pipeline

/// How a signal stands in the table `signal`: what is read and written, in this order.
enum SignalRows {
  /// The columns of a row, without `picked_up`, which no run decides.
  static let columns = [
    "delivery_sha256", "signal_id", "partner", "partner_type", "partner_ref", "kind", "received_at",
    "signalled_on", "amount_cents", "address_key", "person_id", "household_id", "disposition",
    "same_as", "initials", "given_names", "prefix", "surname", "partner_surname", "birth_date",
    "postcode", "house_number", "house_letter", "house_addition", "street", "city", "phone",
    "email", "debtor_kind", "quality",
  ]

  /// What a later run may see otherwise: of whom it is, and how they are written.
  ///
  /// A row is only met again when somebody acted on it. What was acted on stays a signal that counts,
  /// whatever a repeated run decides on it.
  private static let renewed =
    columns.drop { $0 != "address_key" }.filter { $0 != "disposition" && $0 != "same_as" }

  /// Reads rows, `picked_up` last.
  static let select = "SELECT \(columns.joined(separator: ", ")), picked_up FROM signal"

  /// Where the cells of ``select`` stand that are asked for by themselves.
  static let deliveryColumn = 0
  static let receivedAtColumn = 6
  static let pickedUpColumn = columns.count

  /// Writes a row.
  static let insert = """
    INSERT INTO signal (\(columns.joined(separator: ", ")))
    VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
    ON CONFLICT (delivery_sha256, signal_id) DO UPDATE SET
      disposition = iif(excluded.disposition = 'kept', 'kept', disposition),
      same_as = iif(excluded.disposition = 'kept', '', same_as),
      \(renewed.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
    """

  /// The values of ``insert`` for a row of a run.
  ///
  /// - Parameters:
  ///   - row: The row in the tables.
  ///   - tables: What the stages made.
  ///   - delivery: SHA-256 of its delivery.
  /// - Returns: A value for each of ``columns``.
  static func values(
    _ row: Int, of tables: MunicipalityTables, delivery: String
  ) -> StatementArguments {
    let received = tables.received
    let signal: StatementArguments = [
      delivery, received.keys.signalID[row].description,
      received.arena[received.partner[row]].string, received.partnerType[row].rawValue,
      received.arena[received.partnerReference[row]].string, received.kind[row].rawValue,
      received.receivedAt[row].description, received.signalledOn[row].description,
      received.amountCents[row],
    ]
    let decided: StatementArguments = [
      text(tables.normalised.addressKey[row]), text(tables.matched.personID[row]),
      text(tables.matched.householdID[row]), tables.distinct.disposition[row].rawValue,
      text(tables.distinct.sameAs[row]),
    ]
    return signal + decided + person(row, of: tables.normalised)
  }

  private static func person(_ row: Int, of table: Normalised) -> StatementArguments {
    let arena = table.arena
    let scratch = ByteArena(capacity: 128)
    func text(_ cell: TextCell) -> String { arena[cell].string }
    func text(_ write: (ByteArena) -> Void) -> String {
      scratch.removeAll()
      write(scratch)
      return scratch.bytes.string
    }
    let name: StatementArguments = [
      text(table.initials[row]), text(table.givenNames[row]), text(table.prefix[row]),
      text(table.surname[row]), text(table.partnerSurname[row]),
      text { $0.append(table.birthDate[row]) },
    ]
    let address: StatementArguments = [
      text { $0.append(table.postcode[row]) }, table.houseNumber[row],
      text(table.houseLetter[row]), text(table.houseAddition[row]), text(table.street[row]),
      text(table.city[row]),
    ]
    let other: StatementArguments = [
      text(table.phone[row]), text(table.email[row]), table.debtorKind[row].rawValue,
      text { $0.append(table.quality[row]) },
    ]
    return name + address + other
  }

  private static func text<Subject>(_ id: Identifier<Subject>) -> String {
    id.isAbsent ? "" : id.description
  }
}
