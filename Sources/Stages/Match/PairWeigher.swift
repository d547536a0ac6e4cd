import Definitions
import Model

/// Weighs what two records have in common: how much likelier it is that they are of one person than of two
/// strangers, and than of two relatives.
///
/// People of one family share surname, address and often a phone: taken for strangers, these would make
/// them one person. So there are two other explanations, and the better of them decides: the weight is the
/// smaller of the two.
///
/// - Source: `fellegi-sunter`, `domain-matching`.
struct PairWeigher {
  let comparison: PairComparison
  /// What was found out about this municipality's data.
  let estimates: RunEstimates
  private let surname: [LinkageModel.Weight]
  private let givenName: [LinkageModel.Weight]
  private let initial: [LinkageModel.Weight]
  private let secondInitial: [LinkageModel.Weight]
  private let birthDate: [LinkageModel.Weight]
  private let address: [LinkageModel.Weight]
  private let phone: [LinkageModel.Weight]
  private let email: [LinkageModel.Weight]
  private let reference: [LinkageModel.Weight]
  private let swapped: Int32
  /// The weights of all levels of a field, field after field, each in ``levelRoom`` places.
  private let table: [LinkageModel.Weight]

  private static let levelRoom = 8

  /// At most what a pair weighs when nothing in it tells who it is.
  static let nobodyInParticular: Int32 = -100
  /// At most what a pair weighs whose birth dates are of two people and whose addresses differ.
  static let twoBirthDates: Int32 = -300

  /// What a name alone over two addresses must weigh, so that only a rare one brings people together.
  static let rareName: Int32 = 300

  /// Above this, of two records with one surname at one address hardly any are of two relatives.
  private static let hardlyAnyRelatives: Int32 = 400

  /// Creates a weigher.
  init(_ comparison: PairComparison, model: LinkageModel, estimates: RunEstimates) {
    self.comparison = comparison
    self.estimates = estimates
    surname = Self.bySurname(model.weights(of: .surname))
    givenName = model.weights(of: .givenName)
    initial = model.weights(of: .initial)
    secondInitial = model.weights(of: .secondInitial)
    birthDate = model.weights(of: .birthDate)
    address = model.weights(of: .address)
    phone = model.weights(of: .phone)
    email = model.weights(of: .email)
    reference = model.weights(of: .reference)
    swapped = BitWeight.of(model.swappedNames, over: 1)
    table = [
      surname, givenName, initial, secondInitial, birthDate, address, phone, email, reference,
    ].flatMap { weights in
      (0..<Self.levelRoom).map { $0 < weights.count ? weights[$0] : .none }
    }
  }

  /// Surnames have no level for the first letter.
  private static func bySurname(_ weights: [LinkageModel.Weight]) -> [LinkageModel.Weight] {
    guard weights.count == 5 else { return weights }
    return weights[0..<4] + [.none, weights[4]]
  }

  /// What a pair weighs, in hundredths of a bit; above 0 it is likelier one person than not.
  @inline(__always)
  func weight(_ left: Int, _ right: Int) -> Int32 {
    let (one, other) = (comparison.records[left], comparison.records[right])
    let agreement = comparison.agreement(one, other)
    return total(agreement, sums(agreement), one, other)
  }

  /// Against strangers and against relatives.
  typealias Sums = (stranger: Int32, relative: Int32)

  /// The sums of all fields and of what holds before anything is compared.
  func sums(_ found: PairAgreement) -> Sums {
    var stranger =
      estimates.prior + found.surnameRarity + found.givenNameRarity + found.birthDateRarity
      + found.addressRarity + found.phoneRarity + found.emailRarity
    var relative = estimates.personOverRelatives
    @inline(__always)
    func add(_ field: Int, _ level: UInt8) {
      let weight = table[field * Self.levelRoom + Int(level & 7)]
      stranger += weight.stranger
      relative += weight.relative
    }
    add(0, found.surname.rawValue)
    add(1, found.givenName.rawValue)
    add(2, found.initial.rawValue)
    add(3, found.secondInitial.rawValue)
    add(4, found.birthDate.rawValue)
    add(5, found.address.rawValue)
    add(6, found.phone.rawValue)
    add(7, found.email.rawValue)
    add(8, found.reference.rawValue)
    if found.isSwapped {
      stranger += swapped
      relative += swapped
    }
    return (stranger, relative)
  }

  /// What one field adds.
  typealias Part = (field: MatchField, weight: LinkageModel.Weight, rarity: Int32)

  /// What each field adds, in the order of ``MatchField``.
  @inline(__always)
  func parts(_ found: PairAgreement) -> InlineArray<9, Part> {
    [
      (.surname, surname[Int(found.surname.rawValue)], found.surnameRarity),
      (.givenName, givenName[Int(found.givenName.rawValue)], found.givenNameRarity),
      (.initial, initial[Int(found.initial.rawValue)], 0),
      (.secondInitial, secondInitial[Int(found.secondInitial.rawValue)], 0),
      (.birthDate, birthDate[Int(found.birthDate.rawValue)], found.birthDateRarity),
      (.address, address[Int(found.address.rawValue)], found.addressRarity),
      (.phone, phone[Int(found.phone.rawValue)], found.phoneRarity),
      (.email, email[Int(found.email.rawValue)], found.emailRarity),
      (.reference, reference[Int(found.reference.rawValue)], 0),
    ]
  }

  /// The smaller of both sums, and no more than what the red lines leave.
  func total(
    _ found: PairAgreement, _ sums: Sums, _ left: MatchRecord, _ right: MatchRecord
  ) -> Int32 {
    min(sums.stranger, limit(found, sums, left, right))
  }

  /// What a pair weighs, as far as it is known before the chance that any two are of one person is.
  ///
  /// That chance is the same for all pairs, and counts against strangers only.
  @inline(__always)
  func limited(_ left: MatchRecord, _ right: MatchRecord) -> LimitedWeight {
    let agreement = comparison.agreement(left, right)
    let sums = sums(agreement)
    return LimitedWeight(
      stranger: sums.stranger, limit: limit(agreement, sums, left, right))
  }

  /// What a pair weighs at most, however few strangers agree so well: the sum against relatives, and what
  /// the red lines leave.
  ///
  /// A name alone never makes one person, and over two addresses neither does an initial.
  private func limit(
    _ found: PairAgreement, _ sums: Sums, _ left: MatchRecord, _ right: MatchRecord
  ) -> Int32 {
    let limit = sums.relative
    guard limit > Self.twoBirthDates else { return limit }
    if found.birthDate == .different, found.address == .different || found.address == .absent,
      comparison.datesContradict(left, right)
    {
      return Self.twoBirthDates
    }
    guard limit > Self.nobodyInParticular else { return limit }
    let tells =
      found.isOneHouse && found.tellsWho || found.tellsWhoMoved
      || isOnlyBearer(found, left, right)
    return tells && found.agreesInName ? limit : Self.nobodyInParticular
  }

  /// Whether two records of one surname in one house are of one person although nothing more agrees: both
  /// know nothing else, or the municipality's data show that relatives hardly occur in them.
  private func isOnlyBearer(
    _ found: PairAgreement, _ left: MatchRecord, _ right: MatchRecord
  ) -> Bool {
    if found.isOneHouse && left.isSurnameOnly && right.isSurnameOnly { return true }
    return (found.isOneHouse || found.address == .near) && found.surname == .same
      && estimates.personOverRelatives >= Self.hardlyAnyRelatives
  }

  /// Whether a pair that weighs so much may bring two records together that nobody else is with yet.
  func joins(_ weight: Int32, _ left: Int, _ right: Int) -> Bool {
    guard weight > PersonClusters.least else { return false }
    return weight >= Self.rareName || !comparison.agreement(left, right).isNameAlone
  }

  /// Whether two records cannot be of one person.
  ///
  /// Birth dates that contradict do so always where dates can be trusted; where the municipality's data
  /// are full of mistyped dates, they weigh instead. Initials contradict where they are all that both know
  /// of the given names.
  func contradicts(_ left: Int, _ right: Int) -> Bool {
    contradicts(comparison.records[left], comparison.records[right])
  }

  private func contradicts(_ left: MatchRecord, _ right: MatchRecord) -> Bool {
    if estimates.trustsBirthDates, comparison.datesContradict(left, right) { return true }
    if left.givenName != 0 || right.givenName != 0 { return false }
    let (one, other) = (left.birthDate, right.birthDate)
    if one.isComplete && one == other { return false }
    let (first, second) = (left.initial, right.initial)
    let (next, theirs) = (left.furtherInitials, right.furtherInitials)
    guard first != 0, second != 0 else { return false }
    if first == second {
      return next & 0xFF != 0 && theirs & 0xFF != 0 && next & 0xFF != theirs & 0xFF
    }
    return PairComparison.soundsAlike(first) != PairComparison.soundsAlike(second)
      && (next == 0 || next != theirs)
  }
}

/// What a pair weighs against strangers, and what it weighs at most.
struct LimitedWeight {
  private var stranger: Int16
  private var limit: Int16

  /// - Parameters:
  ///   - stranger: In hundredths of a bit; beyond 327 bits nothing changes any more.
  ///   - limit: The same.
  init(stranger: Int32, limit: Int32) {
    self.stranger = Int16(clamping: stranger)
    self.limit = Int16(clamping: limit)
  }

  /// The smaller of the two.
  var total: Int32 { Int32(min(stranger, limit)) }

  /// The same if every pair were likelier of one person by so much.
  func total(shiftedBy shift: Int32) -> Int32 { min(Int32(stranger) + shift, Int32(limit)) }
}
