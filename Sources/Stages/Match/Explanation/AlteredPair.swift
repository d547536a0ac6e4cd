import Definitions
import Model
import Pipeline

/// Two records apart from all others, of which one field can be changed before they are weighed again.
///
/// How rare values are, and what the data told, stay those of the municipality: so whatever changes in the
/// weight comes from the field.
struct AlteredPair {
  private var people = History()
  private var origins: [MatchRecords.Origin]
  private let comparison: PairComparison
  private let left: Int
  private let right: Int

  /// Takes two records out.
  init(_ explainer: MatchExplainer, _ left: Int, _ right: Int) {
    comparison = explainer.matching.weigher.comparison
    self.left = left
    self.right = right
    origins = []
    let records = comparison.records
    for record in [left, right] {
      if let row = explainer.row(of: record) {
        let received = explainer.tables.received
        people.appendPerson(row, of: explainer.tables.normalised)
        origins.append(
          MatchRecords.Origin(
            signalID: records.signalID[record], signalledOn: records.signalledOn[record],
            partner: received.arena[received.partner[row]],
            partnerType: received.partnerType[row],
            reference: received.arena[received.partnerReference[row]].trimmed))
      } else {
        let history = explainer.tables.history
        let row = history.signalID.firstIndex(of: records.signalID[record]) ?? 0
        people.appendPerson(row, of: history)
        origins.append(
          MatchRecords.Origin(
            signalID: records.signalID[record], signalledOn: records.signalledOn[record],
            partner: history.arena[history.partner[row]],
            partnerType: history.partnerType[row],
            reference: history.arena[history.partnerReference[row]].trimmed))
      }
    }
  }

  /// Weighs the two as a municipality does.
  func weigher(like other: PairWeigher, _ model: LinkageModel) -> PairWeigher {
    var pair = MatchRecords(numberedLike: records)
    for (row, origin) in origins.enumerated() { pair.append(row, of: people, origin) }
    return PairWeigher(
      PairComparison(records: pair, rarity: comparison.rarity), model: model,
      estimates: other.estimates)
  }

  private var records: MatchRecords { comparison.records }

  /// Changes a field.
  ///
  /// - Returns: Whether that is something else than it was; a field that neither knows is left alone.
  mutating func alter(_ field: MatchField, _ change: PairExplanation.WhatIf.Change) -> Bool {
    let isKnown = (knows(field, records[left]), knows(field, records[right]))
    guard isKnown.0 || isKnown.1 else { return false }
    // The side that knows the field gives the value.
    let from = isKnown.0 ? 0 : 1
    let to = 1 - from
    let level = comparison.agreement(left, right).level(of: field)
    switch change {
    case .absent:
      guard level != "absent" else { return false }
      clear(field, 0)
      clear(field, 1)
    case .same:
      guard level != "same", hasUse(field, from) else { return false }
      copy(field, from, to)
    case .different:
      guard level != "different", hasUse(field, from) else { return false }
      differ(field, from, to)
    }
    return true
  }

  /// Whether a record knows a field, so that it can be compared.
  private func knows(_ field: MatchField, _ record: MatchRecord) -> Bool {
    switch field {
    case .surname: record.hasSurname
    case .givenName: record.givenName != 0
    case .initial: record.initial != 0
    case .secondInitial: record.furtherInitials != 0
    case .birthDate: !record.birthDate.isAbsent
    case .address: record.hasPlace
    case .phone: record.phone != 0
    case .email: record.email != 0
    case .reference: record.reference != 0
    }
  }

  /// Whether another value would be looked at: initials only where a given name is not compared, a
  /// reference only of one partner.
  private func hasUse(_ field: MatchField, _ from: Int) -> Bool {
    let hasGivenNames = records[left].givenName != 0 && records[right].givenName != 0
    return switch field {
    case .initial: !hasGivenNames
    case .secondInitial:
      !hasGivenNames && records[left].initial != 0
        && records[left].initial == records[right].initial
    case .reference: records[left].partner == records[right].partner
    case .surname, .givenName, .birthDate, .address, .phone, .email: true
    }
  }

  // MARK: Changes

  private mutating func clear(_ field: MatchField, _ side: Int) {
    switch field {
    case .surname:
      people.surname[side] = .empty
      people.partnerSurname[side] = .empty
    case .givenName: people.givenNames[side] = .empty
    case .initial:
      people.initials[side] = .empty
      people.givenNames[side] = .empty
    case .secondInitial: people.initials[side] = initials(firstOf: side, second: nil)
    case .birthDate: people.birthDate[side] = .absent
    case .address:
      people.postcode[side] = .absent
      people.houseNumber[side] = 0
      people.street[side] = .empty
      people.addressKey[side] = .absent
    case .phone: people.phone[side] = .empty
    case .email: people.email[side] = .empty
    case .reference: origins[side].reference = people.arena[.empty]
    }
  }

  private mutating func copy(_ field: MatchField, _ from: Int, _ to: Int) {
    switch field {
    case .surname:
      people.surname[to] = people.surname[from]
      people.partnerSurname[to] = people.partnerSurname[from]
    case .givenName: people.givenNames[to] = people.givenNames[from]
    case .initial:
      people.givenNames[to] = .empty
      people.initials[to] = people.arena.store(letters(from).0 + letters(to).1)
    case .secondInitial: people.initials[to] = initials(firstOf: to, second: letters(from).1)
    case .birthDate:
      people.birthDate[to] = people.birthDate[from]
      people.quality[to].remove(.datePlaceholder)
    case .address:
      people.postcode[to] = people.postcode[from]
      people.houseNumber[to] = people.houseNumber[from]
      people.houseLetter[to] = people.houseLetter[from]
      people.houseAddition[to] = people.houseAddition[from]
      people.street[to] = people.street[from]
      people.addressKey[to] = people.addressKey[from]
    case .phone: people.phone[to] = people.phone[from]
    case .email: people.email[to] = people.email[from]
    case .reference: origins[to].reference = origins[from].reference
    }
  }

  /// Digits are in no name: such a text differs from all.
  private static let otherText = "0000000000000000"

  private mutating func differ(_ field: MatchField, _ from: Int, _ to: Int) {
    let other = people.arena.store(Self.otherText)
    switch field {
    case .surname:
      people.surname[to] = other
      people.partnerSurname[to] = .empty
    case .givenName: people.givenNames[to] = other
    case .initial:
      people.givenNames[to] = .empty
      people.initials[to] = people.arena.store(Self.letter(besides: letters(from).0))
    case .secondInitial:
      people.initials[to] = initials(
        firstOf: to, second: Self.letter(besides: letters(from).1))
    case .birthDate:
      people.birthDate[to] = Self.otherDate(people.birthDate[from])
      people.quality[to].remove(.datePlaceholder)
    case .address:
      people.postcode[to] = Self.otherPostcode(people.postcode[from])
      people.houseNumber[to] = people.houseNumber[from] > 5000 ? 1234 : 98765
      people.street[to] = other
    case .phone: people.phone[to] = other
    case .email: people.email[to] = other
    case .reference: origins[to].reference = people.arena[other]
    }
  }

  /// The first initial of a side as it is compared, and those after it, with a point each.
  private func letters(_ side: Int) -> (String, String) {
    let record = side == 0 ? left : right
    func text(_ letter: UInt8) -> String {
      letter == 0 ? "" : String(UnicodeScalar(letter)) + "."
    }
    let further = records[record].furtherInitials
    return (
      text(records[record].initial),
      text(UInt8(truncatingIfNeeded: further)) + text(UInt8(truncatingIfNeeded: further >> 8))
    )
  }

  private func initials(firstOf side: Int, second: String?) -> TextCell {
    people.arena.store(letters(side).0 + (second ?? ""))
  }

  /// An initial that no spelling of another one begins with.
  private static func letter(besides other: String) -> String {
    other.hasPrefix("x") ? "w." : "x."
  }

  /// A date of which year, month and day are others, more than a generation away.
  private static func otherDate(_ date: PartialDate) -> PartialDate {
    PartialDate(
      year: date.year + (date.year < 1975 ? 31 : -31), month: date.month % 12 + 1,
      day: date.day % 27 + 2) ?? .absent
  }

  private static func otherPostcode(_ postcode: Postcode) -> Postcode {
    let (one, other) = ((9786, UInt8(ascii: "Q")), (1342, UInt8(ascii: "B")))
    let found = postcode.digits / 1000 == 9 ? other : one
    return Postcode(digits: found.0, found.1, found.1) ?? .absent
  }
}
