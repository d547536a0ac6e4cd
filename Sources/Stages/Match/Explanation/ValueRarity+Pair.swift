import Model

extension ValueRarity {
  /// The rarity of two records' values.
  ///
  /// - Parameters:
  ///   - all: Of all records.
  ///   - records: Which two.
  ///   - shared: A field of which both have the value of one, and the place of that one among the two.
  init(_ all: ValueRarity, of records: [Int], sharing shared: (field: MatchField, from: Int)?) {
    func pick(_ column: [Int16], _ field: MatchField) -> [Int16] {
      guard let shared, shared.field == field else { return records.map { column[$0] } }
      return records.map { _ in column[records[shared.from]] }
    }
    surname = pick(all.surname, .surname)
    otherSurname = pick(all.otherSurname, .surname)
    surnameSound = pick(all.surnameSound, .surname)
    otherSurnameSound = pick(all.otherSurnameSound, .surname)
    givenName = pick(all.givenName, .givenName)
    givenNameSound = pick(all.givenNameSound, .givenName)
    birthDate = pick(all.birthDate, .birthDate)
    address = pick(all.address, .address)
    postcode = pick(all.postcode, .address)
    street = pick(all.street, .address)
    phone = pick(all.phone, .phone)
    email = pick(all.email, .email)
  }
}
