import Model

/// How rare each value is in the municipality, in hundredths of a bit: two people who share a rare surname
/// are likelier one than two who share a common one.
///
/// A value's share is counted over all records and drawn towards what is usual in the country, so that a
/// small municipality does not take every name for common.
///
/// - Source: `fellegi-sunter`.
struct ValueRarity {
  /// By the numbers of ``NameTable``.
  private let surname: [Int16]
  /// How rare it is that a surname sounds as this one does.
  private let surnameSound: [Int16]
  private let givenName: [Int16]
  private let givenNameSound: [Int16]
  private let street: [Int16]
  private let addressKey: [Int16]
  private let phone: [Int16]
  private let email: [Int16]
  private let birthDate: DenseRarity
  private let postcode: DenseRarity

  /// Counts.
  ///
  /// - Complexity: O(*n*).
  init(_ records: MatchRecords) {
    let names = records.names
    var surnames = ValueCounts()
    var givenNames = ValueCounts()
    var streets = ValueCounts()
    var addressKeys = ValueCounts()
    var phones = ValueCounts()
    var emails = ValueCounts()
    var birthDates = DenseCounts()
    var postcodes = DenseCounts()
    for index in 0..<records.count {
      let record = records[index]
      // A surname may stand in either column.
      surnames.add(record.surname)
      surnames.addAgain(record.otherSurname)
      givenNames.add(record.givenName)
      streets.add(record.street)
      if record.hasAddress { addressKeys.add(record.addressKey) }
      phones.add(record.phone)
      emails.add(record.email)
      if record.birthDate.isComplete { birthDates.add(Self.place(record.birthDate)) }
      if !record.postcode.isAbsent { postcodes.add(Int(record.postcode.packed)) }
    }
    surname = surnames.rarity()
    surnameSound = surnames.rarity(ofSoundsIn: names)
    givenName = givenNames.rarity()
    givenNameSound = givenNames.rarity(ofSoundsIn: names)
    street = streets.rarity()
    addressKey = addressKeys.rarity()
    phone = phones.rarity()
    email = emails.rarity()
    birthDate = birthDates.rarity()
    postcode = postcodes.rarity()
  }

  /// Days of months that all have 31, so that dates near each other stand near each other.
  private static func place(_ date: PartialDate) -> Int {
    (date.year * 12 + date.month) * 31 + date.day
  }

  func ofSurname(_ name: UInt32) -> Int32 { Self.find(name, surname) }
  func ofSurnameSound(_ name: UInt32) -> Int32 { Self.find(name, surnameSound, Self.unheard) }
  func ofGivenName(_ name: UInt32) -> Int32 { Self.find(name, givenName) }
  func ofGivenNameSound(_ name: UInt32) -> Int32 { Self.find(name, givenNameSound, Self.unheard) }
  func ofStreet(_ street: UInt32) -> Int32 { Self.find(street, self.street) }
  func ofAddressKey(_ key: UInt32) -> Int32 { Self.find(key, addressKey) }
  func ofPhone(_ phone: UInt32) -> Int32 { Self.find(phone, self.phone) }
  func ofEmail(_ email: UInt32) -> Int32 { Self.find(email, self.email) }
  func ofBirthDate(_ date: PartialDate) -> Int32 { birthDate.find(Self.place(date)) }
  func ofPostcode(_ postcode: Postcode) -> Int32 { self.postcode.find(Int(postcode.packed)) }

  /// Of a name that came after the counting: of two that sound alike the other one tells.
  private static let unheard = Int32(Int16.max)

  /// A value that came after the counting has none.
  @inline(__always)
  private static func find(
    _ number: UInt32, _ rarity: [Int16], _ unknown: Int32 = 0
  ) -> Int32 {
    Int(number) < rarity.count ? Int32(rarity[Int(number)]) : unknown
  }
}
