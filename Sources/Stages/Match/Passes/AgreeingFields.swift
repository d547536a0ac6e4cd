import Model

/// Finds what two records have in common.
struct AgreeingFields {
  /// Of every name.
  let names: ReadRows<NameOutline>

  /// What two records have in common, as far as the passes ask for it.
  @inline(__always)
  func common(
    _ left: UnsafePointer<MatchRecord>, _ right: UnsafePointer<MatchRecord>
  ) -> BlockingField {
    var common: BlockingField = []
    @inline(__always)
    func note(_ field: BlockingField, _ isShared: Bool) {
      if isShared { common.insert(field) }
    }
    @inline(__always)
    func isOne(_ left: UInt32, _ right: UInt32) -> Bool { left == right && left != 0 }
    note(.sound, sharesSound(left, right))
    note(.givenName, isOne(left.pointee.givenName, right.pointee.givenName))
    note(
      .initial, left.pointee.initial == right.pointee.initial && left.pointee.initial != 0)
    let (date, otherDate) = (left.pointee.birthDate, right.pointee.birthDate)
    note(.birthDate, date == otherDate && date.isComplete)
    // Months and areas bring nobody together but with a given name and a birth date.
    if common.contains(.givenName) {
      let month = left.pointee.birthMonth
      note(.birthMonth, month != 0 && month == right.pointee.birthMonth)
    }
    let (postcode, otherPostcode) = (left.pointee.postcode, right.pointee.postcode)
    note(.postcode, postcode == otherPostcode && !postcode.isAbsent)
    if common.contains(.birthDate) {
      note(.postcodeArea, !postcode.isAbsent && postcode.digits == otherPostcode.digits)
    }
    note(
      .houseNumber,
      left.pointee.houseNumber == right.pointee.houseNumber && left.pointee.houseNumber != 0)
    note(.street, isOne(left.pointee.street, right.pointee.street))
    if left.pointee.givenName != 0 && right.pointee.givenName != 0 {
      let both = bothNames(left)
      note(.names, both != 0 && both == bothNames(right))
    }
    note(.phone, isOne(left.pointee.phone, right.pointee.phone))
    note(.email, isOne(left.pointee.email, right.pointee.email))
    note(.reference, isOne(left.pointee.reference, right.pointee.reference))
    return common
  }

  /// How given name and surname sound, in any order; 0 where one of them is not known.
  @inline(__always)
  private func bothNames(_ record: UnsafePointer<MatchRecord>) -> UInt64 {
    guard record.pointee.givenName != 0, record.pointee.surname != 0 else { return 0 }
    let given = names[Int(record.pointee.givenName)].sound
    let own = record.pointee.surnameSound
    return UInt64(min(given, own)) << 32 | UInt64(max(given, own))
  }

  @inline(__always)
  private func sharesSound(
    _ left: UnsafePointer<MatchRecord>, _ right: UnsafePointer<MatchRecord>
  ) -> Bool {
    let (own, theirs) = (left.pointee.surnameSound, right.pointee.surnameSound)
    if own != 0 && own == theirs { return true }
    let (second, theirSecond) = (left.pointee.otherSurname, right.pointee.otherSurname)
    if second == 0 && theirSecond == 0 { return false }
    let (other, theirOther) = (names[Int(second)].sound, names[Int(theirSecond)].sound)
    return own != 0 && own == theirOther || other != 0 && (other == theirs || other == theirOther)
  }
}

extension MatchRecords {
  /// What two records have in common.
  func common(_ left: Int, _ right: Int) -> BlockingField {
    var common: BlockingField = []
    withUnsafePointer(to: self[left]) { left in
      withUnsafePointer(to: self[right]) { right in
        names.withAgreeingFields { common = $0.common(left, right) }
      }
    }
    return common
  }
}

extension MatchRecord {
  /// Year and month of birth as one number; 0 where the month is not known.
  var birthMonth: UInt32 {
    let month = birthDate.packed / 100
    return month % 100 == 0 ? 0 : month
  }
}
