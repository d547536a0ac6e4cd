internal import Definitions
internal import Model

/// Compares persons with rows of the register, and weighs what agrees as signals are weighed among each other.
///
/// A person may be any one of the people of the register: that is what speaks against each row before anything
/// is compared. Relatives need no explanation of their own here, because the register lists
/// them: they are rows too, and the answer must be well ahead of every other row.
///
/// - Source: `fellegi-sunter`, `domain-matching`.
struct RegisterComparison {
  private let signals: Normalised
  private let register: RegisterTable
  /// The records of the signals, by the rows of the run.
  private let recordOfRow: [UInt32]
  private let records: MatchRecords
  /// The people of the register, whose values have the numbers they have in signals.
  private let people: MatchRecords
  private let weigher: PairWeigher

  /// More signals of one person than this tell nothing more.
  private static let mostSignals = 32
  /// As many people at least as the chance of a match is reckoned with.
  private static let fewestPeople = 4096.0

  /// Prepares a register.
  ///
  /// - Complexity: O(*m*) in the rows of the register.
  init(_ signals: Normalised, _ register: RegisterTable, _ matching: Matching, model: LinkageModel)
  {
    self.signals = signals
    self.register = register
    recordOfRow = matching.signals.recordOfRow
    records = matching.records
    var people = MatchRecords(numberedLike: matching.records)
    let none = ByteArena().bytes
    for row in 0..<register.count {
      people.append(
        row, of: register.persons,
        MatchRecords.Origin(
          signalID: register.persons.keys.signalID[row], signalledOn: CalendarDate(days: 0),
          partner: none, partnerType: .other, reference: none))
    }
    self.people = people
    var estimates = matching.weigher.estimates
    estimates.prior = BitWeight.of(1, over: max(Double(register.count), Self.fewestPeople))
    weigher = PairWeigher(
      PairComparison(records: people, rarity: matching.weigher.comparison.rarity), model: model,
      estimates: estimates)
  }

  /// What the signals of a person have in common with a row, and what the pair that agrees best weighs.
  ///
  /// - Returns: `nil` when a birth date contradicts: then it is somebody else, whatever agrees.
  func candidate(_ rows: ArraySlice<Int>, _ row: Int) -> RegisterCandidate? {
    var evidence: RegisterEvidence = []
    var weight = Int32.min
    for signal in rows.prefix(Self.mostSignals) {
      let (one, other) = (records[Int(recordOfRow[signal])].birthDate, people[row].birthDate)
      if !one.isAbsent, !other.isAbsent {
        guard one.agrees(with: other) else { return nil }
        evidence.insert(one.isComplete && one == other ? .birthDate : .partialBirthDate)
      }
      let place = address(signal, row)
      let found = agreement(signal, row, place)
      evidence.formUnion(place)
      evidence.formUnion(RegisterEvidence(names: found))
      weight = max(weight, weigher.sums(found).stranger)
    }
    return RegisterCandidate(row: row, weight: weight, evidence: evidence.best)
  }

  /// Whether the register has somebody of such a surname at the address of a signal, whatever else tells
  /// them apart.
  func isNamesakeThere(_ rows: ArraySlice<Int>, _ row: Int) -> Bool {
    rows.prefix(Self.mostSignals).contains { signal in
      let place = address(signal, row)
      return !place.isDisjoint(with: [.address, .building])
        && !RegisterEvidence(names: agreement(signal, row, place))
          .isDisjoint(with: [.surname, .surnameAlike])
    }
  }

  private func agreement(_ signal: Int, _ row: Int, _ place: RegisterEvidence) -> PairAgreement {
    let record = records[Int(recordOfRow[signal])]
    var person = people[row]
    if place.contains(.previousAddress) {
      // The partner has the address from which the person moved.
      person.postcode = record.postcode
      person.houseNumber = record.houseNumber
      person.unit = record.unit
      person.street = record.street
      person.addressKey = record.addressKey
    }
    return weigher.comparison.agreement(record, person)
  }

  private func address(_ signal: Int, _ row: Int) -> RegisterEvidence {
    let key = signals.addressKey[signal]
    guard !key.isAbsent else { return [] }
    if key == register.persons.addressKey[row] { return .address }
    if isSameBuilding(signal, row) { return .building }
    if key == register.previousAddressKey[row] { return .previousAddress }
    return []
  }

  /// Whether postcode and number are the same and one of the two has no letter or addition.
  private func isSameBuilding(_ signal: Int, _ row: Int) -> Bool {
    let (record, person) = (records[Int(recordOfRow[signal])], people[row])
    return record.hasAddress && record.postcode == person.postcode
      && record.houseNumber == person.houseNumber && (record.unit == 0 || person.unit == 0)
  }

  /// Whether the register has another address than a signal: not the same one written with less.
  func isElsewhere(_ signal: Int, _ row: Int) -> Bool {
    let key = register.persons.addressKey[row]
    return !key.isAbsent && key != signals.addressKey[signal] && !isSameBuilding(signal, row)
  }
}
