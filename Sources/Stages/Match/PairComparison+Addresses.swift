import Model

// How well two addresses agree.
extension PairComparison {
  /// Compares where both live: postcode and number, and the street where one of them was mistyped.
  func compareAddresses(
    _ left: MatchRecord, _ right: MatchRecord, _ found: inout PairAgreement
  ) {
    guard left.hasPlace, right.hasPlace else { return }
    let postcode = left.postcode
    let hasSamePostcode = !postcode.isAbsent && postcode == right.postcode
    let number = left.houseNumber
    let hasSameNumber = number != 0 && number == right.houseNumber
    found.hasSameNumber = hasSameNumber
    let (unit, otherUnit) = (left.unit, right.unit)
    if hasSamePostcode && hasSameNumber {
      // Keys know that `hs` and `huis` are one unit.
      if left.addressKey == right.addressKey {
        found.address = .same
        found.addressRarity = rarity.ofAddressKey(left.addressKey)
        return
      }
      if unit == 0 || otherUnit == 0 {
        found.address = .otherUnit
        return
      }
      // Two units that both exist.
      found.hasSameNumber = false
      found.address = .sameStreet
      found.addressRarity = min(Self.mostRarityOfLikeness, rarity.ofPostcode(postcode))
      return
    }
    let hasSameStreet = isSameStreet(left, right)
    let isElsewhere =
      !hasSameStreet && left.street != 0 && right.street != 0
    if hasSameStreet && hasSameNumber {
      found.address = .near
    } else if hasSamePostcode, !isElsewhere,
      Self.isTypingError(number, right.houseNumber)
    {
      found.address = .near
      found.hasSameNumber =
        Self.isTransposed(number, right.houseNumber)
        && unit == otherUnit
    } else if hasSameNumber, !isElsewhere,
      Self.isTypingError(postcode, right.postcode)
    {
      found.address = .near
    } else if hasSamePostcode || hasSameStreet {
      found.address = .sameStreet
      let ofPostcode = hasSamePostcode ? rarity.ofPostcode(postcode) : 0
      let ofStreet =
        hasSameStreet ? min(rarity.ofStreet(left.street), rarity.ofStreet(right.street)) : 0
      found.addressRarity = min(Self.mostRarityOfLikeness, max(ofPostcode, ofStreet))
    } else {
      found.address = .different
    }
  }

  private func isSameStreet(_ left: MatchRecord, _ right: MatchRecord) -> Bool {
    let (one, other) = (left.street, right.street)
    if one == 0 || other == 0 { return false }
    if one == other { return true }
    guard streets.text(one).count > 8, streets.text(other).count > 8 else { return false }
    return streets.distance(one, other, limit: 2) <= 2
  }

  /// Whether a digit of the number was mistyped or left out, or the number is not known.
  static func isTypingError(_ left: Int32, _ right: Int32) -> Bool {
    if left == 0 || right == 0 || left / 10 == right || right / 10 == left { return true }
    if isTransposed(left, right) { return true }
    return differingDigits(Int(left), Int(right)) <= 1
  }

  /// In how many digits two numbers differ, from the right; a number has noughts before it.
  static func differingDigits(_ left: Int, _ right: Int) -> Int {
    var differing = 0
    var (one, other) = (left, right)
    while one > 0 || other > 0 {
      if one % 10 != other % 10 { differing += 1 }
      one /= 10
      other /= 10
    }
    return differing
  }

  /// Whether two neighbouring digits have changed places: neighbours do not live so.
  static func isTransposed(_ left: Int32, _ right: Int32) -> Bool {
    guard left != right else { return false }
    var scale: Int32 = 1
    // 2 and 20 are no two digits that changed places.
    while scale * 10 <= min(left, right) {
      let (low, high) = (left / scale % 10, left / scale / 10 % 10)
      if left + (low - high) * scale * 9 == right { return true }
      scale *= 10
    }
    return false
  }

  /// Whether one of the six characters differs.
  static func isTypingError(_ left: Postcode, _ right: Postcode) -> Bool {
    guard !left.isAbsent, !right.isAbsent else { return false }
    var differing = left.letters.0 != right.letters.0 ? 1 : 0
    if left.letters.1 != right.letters.1 { differing += 1 }
    var (one, other) = (left.digits, right.digits)
    while one > 0 {
      if one % 10 != other % 10 { differing += 1 }
      one /= 10
      other /= 10
    }
    return differing <= 1
  }
}
