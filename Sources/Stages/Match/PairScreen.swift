import Definitions
import Model

/// Tells at a glance of most pairs that they are of strangers.
///
/// A bound on what a pair weighs against strangers: what is only the same or not is weighed as
/// ``PairWeigher`` does, and of texts that differ no more is looked at than which letters are in them. Most
/// pairs that the passes bring together share one thing and nothing else; comparing them in full would be
/// most of the work of matching.
///
/// - Invariant: a pair that is left out weighs less than the least.
struct PairScreen {
  let names: NameTable
  private let streets: NameTable
  let rarity: ValueRarity
  /// What holds before anything is compared, less what a pair must weigh.
  private let start: Int32
  let surname: NameWeights
  let givenName: NameWeights
  let initial: ValueWeights
  let secondInitial: ValueWeights
  private let phone: ValueWeights
  private let email: ValueWeights
  private let reference: ValueWeights
  private let birthDate: InlineArray<8, Int32>
  private let address: AddressWeights

  /// - Parameters:
  ///   - comparison: Compares two records in full.
  ///   - model: What agreement weighs.
  ///   - prior: What holds for any two records before they are compared.
  ///   - least: What a pair must weigh against strangers, in hundredths of a bit.
  init(_ comparison: PairComparison, model: LinkageModel, prior: Int32, least: Int32) {
    names = comparison.names
    streets = comparison.streets
    rarity = comparison.rarity
    start = prior - least
    surname = NameWeights(surnames: model.weights(of: .surname))
    givenName = NameWeights(givenNames: model.weights(of: .givenName))
    initial = ValueWeights(model.weights(of: .initial))
    secondInitial = ValueWeights(model.weights(of: .secondInitial))
    phone = ValueWeights(model.weights(of: .phone))
    email = ValueWeights(model.weights(of: .email))
    reference = ValueWeights(model.weights(of: .reference))
    address = AddressWeights(model.weights(of: .address))
    let dates = model.weights(of: .birthDate)
    var birthDate = InlineArray<8, Int32>(repeating: 0)
    for (level, weight) in dates.enumerated() { birthDate[level] = weight.stranger }
    self.birthDate = birthDate
  }

  /// Whether a pair may weigh as much as it must.
  @inline(__always)
  func lets(_ left: UnsafePointer<MatchRecord>, _ right: UnsafePointer<MatchRecord>) -> Bool {
    var most = start + ofBirthDates(left.pointee.birthDate, right.pointee.birthDate)
    most += phone.weight(left.pointee.phone, right.pointee.phone)
    if phone.isSame(left.pointee.phone, right.pointee.phone) {
      most += rarity.ofPhone(left.pointee.phone)
    }
    most += email.weight(left.pointee.email, right.pointee.email)
    if email.isSame(left.pointee.email, right.pointee.email) {
      most += rarity.ofEmail(left.pointee.email)
    }
    if left.pointee.partner == right.pointee.partner {
      most += reference.weight(left.pointee.reference, right.pointee.reference)
    }
    most += ofAddresses(left, right)
    return most + ofNames(left, right, most) >= 0
  }

  @inline(__always)
  private func ofBirthDates(_ left: PartialDate, _ right: PartialDate) -> Int32 {
    if left.isAbsent || right.isAbsent { return 0 }
    let level = PairComparison.agreement(left, right)
    let weight = birthDate[Int(level.rawValue) & 7]
    return level == .same ? weight + rarity.ofBirthDate(left) : weight
  }

  /// The most that two addresses can weigh; as ``PairComparison`` compares them.
  @inline(__always)
  private func ofAddresses(
    _ left: UnsafePointer<MatchRecord>, _ right: UnsafePointer<MatchRecord>
  ) -> Int32 {
    guard left.pointee.hasPlace, right.pointee.hasPlace else { return 0 }
    let postcode = left.pointee.postcode
    let isOnePostcode = !postcode.isAbsent && postcode == right.pointee.postcode
    let number = left.pointee.houseNumber
    let isOneNumber = number != 0 && number == right.pointee.houseNumber
    if isOnePostcode && isOneNumber {
      if left.pointee.addressKey == right.pointee.addressKey {
        return address.same + rarity.ofAddressKey(left.pointee.addressKey)
      }
      if left.pointee.unit == 0 || right.pointee.unit == 0 { return address.otherUnit }
      return address.sameStreet + likeness(rarity.ofPostcode(postcode))
    }
    let (one, other) = (left.pointee.street, right.pointee.street)
    let isOneStreet = one != 0 && one == other
    let canBeElsewhere = one != 0 && other != 0 && !isOneStreet
    let isElsewhere = canBeElsewhere && !canBeOneStreet(one, other)
    var most = isOnePostcode || isOneStreet ? Int32.min : address.different
    if isOnePostcode || isOneStreet || canBeElsewhere && !isElsewhere {
      let ofPostcode = isOnePostcode ? rarity.ofPostcode(postcode) : 0
      let ofStreet = isElsewhere ? 0 : min(rarity.ofStreet(one), rarity.ofStreet(other))
      most = max(most, address.sameStreet + likeness(max(ofPostcode, ofStreet)))
    }
    if !isElsewhere, isOnePostcode || isOneNumber { most = max(most, address.near) }
    return most
  }

  @inline(__always)
  private func likeness(_ rarity: Int32) -> Int32 {
    min(PairComparison.mostRarityOfLikeness, rarity)
  }

  /// Whether the names of two streets can be one with a typing error.
  @inline(__always)
  private func canBeOneStreet(_ left: UInt32, _ right: UInt32) -> Bool {
    let (one, other) = (streets.outline(left), streets.outline(right))
    return min(one.count, other.count) > 8 && one.leastDistance(to: other) <= 2
  }
}

/// What the levels of an address weigh against strangers.
private struct AddressWeights {
  let same: Int32
  let otherUnit: Int32
  let near: Int32
  let sameStreet: Int32
  let different: Int32

  init(_ weights: [LinkageModel.Weight]) {
    func of(_ level: AddressAgreement) -> Int32 {
      let place = Int(level.rawValue)
      return place < weights.count ? weights[place].stranger : 0
    }
    (same, otherUnit, near) = (of(.same), of(.otherUnit), of(.near))
    (sameStreet, different) = (of(.sameStreet), of(.different))
  }
}

/// What it weighs against strangers that two values are the same, or are not.
struct ValueWeights {
  let same: Int32
  let different: Int32

  init(_ weights: [LinkageModel.Weight]) {
    same = weights.count > 1 ? weights[1].stranger : 0
    different = weights.count > 2 ? weights[2].stranger : 0
  }

  @inline(__always)
  func isSame(_ left: UInt32, _ right: UInt32) -> Bool { left != 0 && left == right }

  @inline(__always)
  func weight(_ left: UInt32, _ right: UInt32) -> Int32 {
    left == 0 || right == 0 ? 0 : left == right ? same : different
  }
}
