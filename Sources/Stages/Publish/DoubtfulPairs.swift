internal import Diagnostics
internal import Model
internal import Pipeline

/// The pairs of signals that somebody should look at, with what the signals say.
///
/// An address that may be secret stands in no pair: neither that of a person whose address is secret or of
/// somebody at that address, nor that of the other signal, which may be of the same person.
struct DoubtfulPairs {
  /// In the order of `review-pairs`.
  private(set) var all: [WorklistReviewPair] = []

  /// What stands in place of the address of somebody about whom the register was not asked tonight.
  static let uncheckedAddress = "adres niet nagekeken in de BRP"

  private let tables: MunicipalityTables
  private var rowOfSignal: [SignalID: Int] = [:]
  private var historyOfSignal: [SignalID: Int] = [:]
  private var secrets = SecretPlaces()

  /// Collects them.
  ///
  /// - Throws: `stageFilesDisagree` when a pair is of signals that are not there.
  /// - Complexity: O(*n*) in the signals.
  init(_ tables: MunicipalityTables) throws(Diagnostic) {
    self.tables = tables
    let pairs = tables.reviewPairs
    let asked = (0..<pairs.count).filter { pairs.cause[$0].isAsked && pairs.pair[$0] != nil }
    guard !asked.isEmpty else { return }
    let wanted = Set(asked.flatMap { [pairs.signalID[$0], pairs.otherSignalID[$0]] })
    for (row, id) in tables.received.keys.signalID.enumerated()
    where wanted.contains(id) && rowOfSignal[id] == nil {
      rowOfSignal[id] = row
    }
    for (row, id) in tables.history.signalID.enumerated() where wanted.contains(id) {
      historyOfSignal[id] = row
    }
    secrets = SecretPlaces(tables)
    for line in asked { all.append(try pair(line)) }
  }

  private func pair(_ line: Int) throws(Diagnostic) -> WorklistReviewPair {
    let pairs = tables.reviewPairs
    var first = try signal(pairs.signalID[line], of: pairs.personID[line])
    var second = try signal(pairs.otherSignalID[line], of: pairs.otherPersonID[line])
    if first.address == RegisterDoubt.secretAddress || second.address == RegisterDoubt.secretAddress
    {
      first.hide(RegisterDoubt.secretAddress)
      second.hide(RegisterDoubt.secretAddress)
    }
    return WorklistReviewPair(
      number: Int(pairs.pair[line] ?? 0), first: first, second: second,
      agrees: ReviewWords.agreeing(pairs.arena[pairs.agrees[line]].string),
      differs: ReviewWords.differing(pairs.arena[pairs.differs[line]].string),
      reason: ReviewWords.reason(pairs.cause[line]), isJoined: pairs.isJoined(line))
  }

  private func signal(
    _ id: SignalID, of person: PersonID
  ) throws(Diagnostic) -> WorklistReviewSignal {
    if let row = rowOfSignal[id] {
      let normalised = tables.normalised
      var made = signal(
        id, tables.received.partnerType[row], normalised, row,
        name: DutchAddress.name(normalised, row),
        phones: [normalised.phone[row], normalised.secondPhone[row]])
      if secrets.contain(person, tables.matched.householdID[row], normalised.addressKey[row]) {
        made.hide(RegisterDoubt.secretAddress)
      }
      return made
    }
    guard let row = historyOfSignal[id] else {
      throw Diagnostic(
        .stageFilesDisagree, ["first": ReviewPairs.fileName, "second": History.fileName])
    }
    let history = tables.history
    var made = signal(
      id, history.partnerType[row], history, row, name: DutchAddress.name(history, row),
      phones: [history.phone[row]])
    if secrets.contain(person, history.householdID[row], history.addressKey[row]) {
      made.hide(RegisterDoubt.secretAddress)
    } else if tables.linked.count > 0, tables.linked.line(of: person) == nil {
      made.hide(Self.uncheckedAddress)
    }
    return made
  }

  private func signal(
    _ id: SignalID, _ partnerType: PartnerType, _ table: some PersonColumns, _ row: Int,
    name: String, phones: [TextCell]
  ) -> WorklistReviewSignal {
    var made = WorklistReviewSignal(
      id: id, partnerType: partnerType, name: name, birthDate: table.birthDate[row],
      address: DutchAddress.line(table, row),
      phones: phones.map { table.arena[$0].string }.filter { !$0.isEmpty }.map(DutchPhone.national))
    made.postcode = DutchAddress.postcode(table.postcode[row])
    made.city = table.arena[table.city[row]].string
    return made
  }
}

extension WorklistReviewSignal {
  /// Puts a text in place of the address.
  fileprivate mutating func hide(_ text: String) {
    address = text
    postcode = ""
    city = ""
  }
}
