internal import Model

/// Compares persons with rows of the register.
struct RegisterComparison {
  private let signals: Normalised
  private let register: RegisterTable
  private let names = RegisterNames()

  /// More signals of one person than this tell nothing more.
  private static let mostSignals = 32

  init(_ signals: Normalised, _ register: RegisterTable) {
    self.signals = signals
    self.register = register
  }

  /// What all signals of a person together have in common with a row.
  ///
  /// - Returns: `nil` when a birth date contradicts: then it is somebody else, whatever agrees.
  func evidence(_ rows: ArraySlice<Int>, _ row: Int) -> RegisterEvidence? {
    let persons = register.persons
    names.forget()
    let name = names.name(persons, row)
    var evidence: RegisterEvidence = []
    for signal in rows.prefix(RegisterComparison.mostSignals) {
      evidence.formUnion(names.evidence(names.name(signals, signal), name))
      if !signals.quality[signal].contains(.datePlaceholder), !signals.birthDate[signal].isAbsent,
        !persons.birthDate[row].isAbsent
      {
        let (one, other) = (signals.birthDate[signal], persons.birthDate[row])
        guard one.agrees(with: other) else { return nil }
        evidence.insert(one.isComplete && one == other ? .birthDate : .partialBirthDate)
      }
      evidence.formUnion(address(signal, row))
    }
    // Of several signals the one that agrees most is believed.
    if evidence.contains(.surname) { evidence.remove(.surnameAlike) }
    if evidence.contains(.initial) { evidence.remove(.otherInitial) }
    if evidence.contains(.birthDate) { evidence.remove(.partialBirthDate) }
    if evidence.contains(.address) { evidence.subtract([.building, .previousAddress]) }
    if evidence.contains(.building) { evidence.remove(.previousAddress) }
    return evidence
  }

  /// Whether the register has somebody of such a surname at the address of a signal, whatever else tells
  /// them apart.
  func isNamesakeThere(_ rows: ArraySlice<Int>, _ row: Int) -> Bool {
    names.forget()
    let name = names.name(register.persons, row)
    return rows.prefix(RegisterComparison.mostSignals).contains { signal in
      !address(signal, row).isDisjoint(with: [.address, .building])
        && !names.evidence(names.name(signals, signal), name)
          .isDisjoint(with: [.surname, .surnameAlike])
    }
  }

  private func address(_ signal: Int, _ row: Int) -> RegisterEvidence {
    let persons = register.persons
    let key = signals.addressKey[signal]
    guard !key.isAbsent else { return [] }
    if key == persons.addressKey[row] { return .address }
    if isSameBuilding(signal, row) { return .building }
    if key == register.previousAddressKey[row] { return .previousAddress }
    return []
  }

  /// Whether postcode and number are the same and one of the two has no letter or addition.
  private func isSameBuilding(_ signal: Int, _ row: Int) -> Bool {
    let persons = register.persons
    guard signals.postcode[signal] == persons.postcode[row],
      signals.houseNumber[signal] == persons.houseNumber[row], persons.houseNumber[row] > 0
    else { return false }
    func isPlain(_ table: Normalised, _ row: Int) -> Bool {
      table.houseLetter[row].isEmpty && table.houseAddition[row].isEmpty
    }
    return isPlain(signals, signal) || isPlain(persons, row)
  }

  /// Whether the register has another address than a signal: not the same one written with less.
  func isElsewhere(_ signal: Int, _ row: Int) -> Bool {
    let key = register.persons.addressKey[row]
    return !key.isAbsent && key != signals.addressKey[signal] && !isSameBuilding(signal, row)
  }
}
