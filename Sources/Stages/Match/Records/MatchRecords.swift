import Model

/// The records of a municipality: signals of this run and of earlier ones, all alike.
///
/// What is compared stands in one ``MatchRecord`` each; what is needed once for a person stands in columns.
struct MatchRecords {
  private var rows = RecordLines()
  private var persons = PersonValues()
  private var places = PlaceValues()
  private(set) var signalID: [SignalID] = []
  private(set) var addressKey: [AddressKey] = []
  private(set) var signalledOn: [CalendarDate] = []
  /// Of what a home has one of at a time: a landlord, a water company, a contract with one energy supplier
  /// (another may deliver the gas); 0 where the partner's contracts are of persons.
  private(set) var homeContract: [UInt32] = []
  /// The person a signal was of in an earlier run; absent for new ones.
  private(set) var earlierPerson: [PersonID] = []

  /// What a record holds besides its person and address.
  struct Origin {
    var signalID: SignalID
    var signalledOn: CalendarDate
    var partner: ByteView
    var partnerType: PartnerType
    var reference: ByteView
    var earlierPerson: PersonID = .absent
  }

  /// The same of many rows, in columns.
  struct Origins {
    var signalID: [SignalID]
    var signalledOn: [CalendarDate]
    var partner: [TextCell]
    var partnerType: [PartnerType]
    var reference: [TextCell]
    var texts: ByteArena
  }

  /// Creates no records.
  init() {}

  /// Creates records of which nothing is known yet.
  init(count: Int) {
    rows = RecordLines(count: count)
    signalID = Array(repeating: .absent, count: count)
    addressKey = Array(repeating: .absent, count: count)
    signalledOn = Array(repeating: CalendarDate(days: 0), count: count)
    homeContract = Array(repeating: 0, count: count)
    earlierPerson = Array(repeating: .absent, count: count)
  }

  /// Creates no records, whose values have the numbers they have in others.
  init(numberedLike others: MatchRecords) {
    persons = others.persons
    places = others.places
  }

  var count: Int { rows.count }

  /// What is compared of a record.
  @inline(__always)
  subscript(record: Int) -> MatchRecord { rows[record] }

  /// Given names and surnames.
  var names: NameTable { persons.names }

  var streets: NameTable { places.streets }

  /// Fills records from the rows of a table, in the order of the rows: one thread reads who it is, another
  /// one where.
  ///
  /// - Parameters:
  ///   - table: The rows.
  ///   - origins: What the rows are besides.
  ///   - recordOfRow: The record of each row; above ``count`` for none.
  /// - Complexity: O(*n*) in the length of the texts.
  mutating func fill(
    from table: some PersonColumns, _ origins: Origins, recordOfRow: [UInt32]
  ) {
    guard !recordOfRow.isEmpty else { return }
    let count = rows.count
    var readers = [Reader.persons(persons), .places(places)]
    persons = PersonValues()
    places = PlaceValues()
    var (ids, keys, days, contracts) = (signalID, addressKey, signalledOn, homeContract)
    (signalID, addressKey, signalledOn, homeContract) = ([], [], [], [])
    rows.change { rows in
      SharedRows.of(&ids) { ids in
        SharedRows.of(&days) { days in
          SharedRows.of(&keys) { keys in
            SharedRows.of(&contracts) { contracts in
              let columns = Columns(
                rows: rows, signalID: ids, signalledOn: days, addressKey: keys,
                homeContract: contracts)
              Threads.run(&readers) { _, reader in
                reader.read(table, origins, recordOfRow, into: columns, count: count)
              }
            }
          }
        }
      }
    }
    (signalID, addressKey, signalledOn, homeContract) = (ids, keys, days, contracts)
    for case .persons(let values) in readers { persons = values }
    for case .places(let values) in readers { places = values }
  }

  /// Where two threads write what they read.
  fileprivate struct Columns: Sendable {
    let rows: SharedRows<MatchRecord>
    let signalID: SharedRows<SignalID>
    let signalledOn: SharedRows<CalendarDate>
    let addressKey: SharedRows<AddressKey>
    let homeContract: SharedRows<UInt32>
  }

  /// Forgets which number each value has, which nobody needs who compares these records alone.
  mutating func forgetNumbering() { places.forgetNumbering() }

  /// Notes of which person signals were in an earlier run.
  mutating func set(earlierPersons: [PersonID], of records: [UInt32]) {
    for (row, record) in records.enumerated() where Int(record) < count {
      earlierPerson[Int(record)] = earlierPersons[row]
    }
  }

  /// Adds a row of a table.
  mutating func append(_ row: Int, of table: some PersonColumns, _ origin: Origin) {
    var record = MatchRecord()
    persons.read(row, of: table, into: &record)
    places.read(
      row, of: table, partner: origin.partner, reference: origin.reference, into: &record)
    rows.append(record)
    signalID.append(origin.signalID)
    addressKey.append(table.addressKey[row])
    signalledOn.append(origin.signalledOn)
    homeContract.append(Self.homeContract(origin.partnerType, record.partner))
    earlierPerson.append(origin.earlierPerson)
  }

  fileprivate static func homeContract(_ type: PartnerType, _ partner: UInt32) -> UInt32 {
    switch type {
    case .rent: 1
    case .water: 2
    case .energy: 2 + partner
    case .mortgage, .cakHealth, .health, .studentFinance, .taxOffice, .cakContribution, .other,
      .benefitsOffice:
      0
    }
  }
}

extension MatchRecords {
  /// Whether a record was reported before another; of one day, in the order of their ids.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (signalledOn[left], signalledOn[right])
    return one != other ? one < other : signalID[left] < signalID[right]
  }

  /// How the other surname sounds, of somebody who uses two; 0 without.
  @inline(__always)
  func otherSurnameSound(_ record: Int) -> UInt32 { names.sound(self[record].otherSurname) }
}

/// The half of a record that one thread reads.
private enum Reader {
  case persons(PersonValues)
  case places(PlaceValues)

  /// The values of so many rows get their numbers at once.
  private static let enough = 128

  mutating func read(
    _ table: some PersonColumns, _ origins: MatchRecords.Origins, _ recordOfRow: [UInt32],
    into columns: MatchRecords.Columns, count: Int
  ) {
    let rows = columns.rows
    switch self {
    case .persons(var values):
      self = .places(PlaceValues())
      for (row, record) in recordOfRow.enumerated() where Int(record) < count {
        values.read(row, of: table, into: &rows[Int(record)])
        columns.signalID[Int(record)] = origins.signalID[row]
        columns.signalledOn[Int(record)] = origins.signalledOn[row]
      }
      self = .persons(values)
    case .places(var values):
      self = .persons(PersonValues())
      var hashes: [PlaceHashes] = []
      var waiting: [UInt32] = []
      for (row, record) in recordOfRow.enumerated() where Int(record) < count {
        hashes.append(
          values.begin(
            row, of: table, partner: origins.texts[origins.partner[row]],
            reference: origins.texts[origins.reference[row]].trimmed, into: &rows[Int(record)]))
        waiting.append(record)
        columns.addressKey[Int(record)] = table.addressKey[row]
        columns.homeContract[Int(record)] = MatchRecords.homeContract(
          origins.partnerType[row], rows[Int(record)].partner)
        if waiting.count < Self.enough { continue }
        values.number(hashes, of: waiting, in: rows)
        hashes.removeAll(keepingCapacity: true)
        waiting.removeAll(keepingCapacity: true)
      }
      values.number(hashes, of: waiting, in: rows)
      self = .places(values)
    }
  }
}
