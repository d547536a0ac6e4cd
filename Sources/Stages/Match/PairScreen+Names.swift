import Definitions
import Model

// The most that two names can weigh.
extension PairScreen {
  /// The most that surnames and given names, or initials, can weigh together.
  ///
  /// - Parameters:
  ///   - left: A record.
  ///   - right: Another one.
  ///   - others: What all other fields weigh, of which 0 is enough for the pair.
  /// - Returns: A bound in hundredths of a bit.
  @inline(__always)
  func ofNames(
    _ left: UnsafePointer<MatchRecord>, _ right: UnsafePointer<MatchRecord>, _ others: Int32
  ) -> Int32 {
    let (one, other) = (left.pointee.givenName, right.pointee.givenName)
    if one == 0 || other == 0 {
      let initials = ofInitials(left, right)
      // Often nothing that two other surnames could weigh would be enough.
      if others + initials + surname.mostOfOthers < 0,
        left.pointee.otherSurname | right.pointee.otherSurname | left.pointee.wholeSurname
          | right.pointee.wholeSurname == 0,
        left.pointee.surname != right.pointee.surname
      {
        return initials + surname.mostOfOthers
      }
      return initials + ofSurnames(left, right)
    }
    let own = ofSurnames(left, right)
    if one == other { return own + givenName.same + rarity.ofGivenName(one) }
    let (outline, otherOutline) = (names.outline(one), names.outline(other))
    // Given name and surname may have changed places; how rare both are is not asked here.
    if canBeClose(outline, right.pointee.surname) || canBeClose(otherOutline, left.pointee.surname)
    {
      return -others
    }
    let like = likeness(min(rarity.ofGivenNameSound(one), rarity.ofGivenNameSound(other)))
    return own + givenName.most(outline, otherOutline, rarity: like, isLossy: false)
  }

  /// Own and partner's surnames, in any order: the most that any two of them weigh.
  @inline(__always)
  private func ofSurnames(
    _ left: UnsafePointer<MatchRecord>, _ right: UnsafePointer<MatchRecord>
  ) -> Int32 {
    let (one, other) = (left.pointee.surname, right.pointee.surname)
    if one != 0 && one == other { return surname.same + rarity.ofSurname(one) }
    let (whole, otherWhole) = (left.pointee.wholeSurname, right.pointee.wholeSurname)
    if whole != 0 && whole == other || otherWhole != 0 && otherWhole == one {
      return surname.same + max(rarity.ofSurname(one), rarity.ofSurname(other))
    }
    let isLossy = left.pointee.isLossy || right.pointee.isLossy
    var most = ofSurnames(one, other, isLossy: isLossy)
    let (second, otherSecond) = (left.pointee.otherSurname, right.pointee.otherSurname)
    if otherSecond != 0 { most = larger(most, ofSurnames(one, otherSecond)) }
    if second != 0 { most = larger(most, ofSurnames(second, other)) }
    if second != 0 && otherSecond != 0 { most = larger(most, ofSurnames(second, otherSecond)) }
    return most ?? 0
  }

  /// The most that two surnames can weigh; nothing where one is absent.
  @inline(__always)
  private func ofSurnames(_ one: UInt32, _ other: UInt32, isLossy: Bool = false) -> Int32? {
    if one == 0 || other == 0 { return nil }
    if one == other { return surname.same + rarity.ofSurname(one) }
    let like = likeness(min(rarity.ofSurnameSound(one), rarity.ofSurnameSound(other)))
    return surname.most(names.outline(one), names.outline(other), rarity: like, isLossy: isLossy)
  }

  @inline(__always)
  private func larger(_ one: Int32?, _ other: Int32?) -> Int32? {
    guard let one, let other else { return one ?? other }
    return max(one, other)
  }

  @inline(__always)
  private func likeness(_ rarity: Int32) -> Int32 {
    min(PairComparison.mostRarityOfLikeness, rarity)
  }

  /// Whether a name can be a given one but for a letter, or sound like it.
  @inline(__always)
  private func canBeClose(_ outline: NameOutline, _ name: UInt32) -> Bool {
    name != 0 && NameWeights.canBeClose(outline, names.outline(name))
  }

  /// Initials, as ``PairComparison`` compares them.
  @inline(__always)
  private func ofInitials(
    _ left: UnsafePointer<MatchRecord>, _ right: UnsafePointer<MatchRecord>
  ) -> Int32 {
    let (first, second) = (left.pointee.initial, right.pointee.initial)
    guard first != 0, second != 0 else { return 0 }
    let isSame = first == second
    let isAlike = PairComparison.soundsAlike(first) == PairComparison.soundsAlike(second)
    let weight = isSame ? initial.same : isAlike ? 0 : initial.different
    let (next, other) = (left.pointee.furtherInitials, right.pointee.furtherInitials)
    guard next != 0, other != 0 else { return weight }
    if next == other || next == other & 0xFF || next & 0xFF == other {
      return weight + secondInitial.same
    }
    return isSame ? weight + secondInitial.different : initial.different
  }
}

/// What the levels of a name weigh against strangers, without how rare the name is.
struct NameWeights {
  let same: Int32
  private let close: Int32
  private let similar: Int32
  private let sameInitial: Int32
  private let different: Int32
  private let knowsInitial: Bool
  /// The most that two names can weigh that are not the same.
  let mostOfOthers: Int32

  /// Surnames have no level for the first letter.
  init(surnames weights: [LinkageModel.Weight]) {
    self.init(weights, different: 4)
  }

  init(givenNames weights: [LinkageModel.Weight]) {
    self.init(weights, different: 5)
  }

  private init(_ weights: [LinkageModel.Weight], different place: Int) {
    func of(_ place: Int) -> Int32 { place < weights.count ? weights[place].stranger : 0 }
    (same, close, similar) = (of(1), of(2), of(3))
    knowsInitial = place == 5
    sameInitial = knowsInitial ? of(4) : 0
    different = of(place)
    mostOfOthers = max(
      0, close + PairComparison.mostRarityOfLikeness, max(similar, sameInitial, different))
  }

  /// The most that two other names can weigh.
  ///
  /// - Parameters:
  ///   - one: A name.
  ///   - other: Another one.
  ///   - rarity: How rare it is that names sound so.
  ///   - isLossy: Whether letters were lost on the way.
  /// - Returns: A bound in hundredths of a bit.
  @inline(__always)
  func most(
    _ one: NameOutline, _ other: NameOutline, rarity: Int32, isLossy: Bool
  ) -> Int32 {
    let distance = one.leastDistance(to: other)
    let shorter = min(one.count, other.count)
    var most = different
    if Self.canBeClose(one, other) { most = max(most, close + rarity) }
    let isNear = distance <= 2 && shorter >= 6 || distance <= 3 && (shorter >= 8 || isLossy)
    if isNear || shorter >= 5 && one.canBePart(other) || knowsInitial && one.begins(like: other) {
      most = max(most, similar)
    }
    return knowsInitial && one.hasInitial(of: other) ? max(most, sameInitial) : most
  }

  /// Whether two names can differ by a letter, or sound alike.
  @inline(__always)
  static func canBeClose(_ one: NameOutline, _ other: NameOutline) -> Bool {
    let distance = one.leastDistance(to: other)
    return distance <= 1
      || one.sound == other.sound
        && (distance <= 3 || RomanisedSurname.isOne(one.sound, other.sound))
  }
}
