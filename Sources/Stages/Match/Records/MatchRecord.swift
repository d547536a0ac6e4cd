import Model

/// What matching compares of one record: one line of 64 bytes, so that a comparison reads two.
///
/// Names, streets and all that is only the same or not are numbers of ``PersonValues`` and
/// ``PlaceValues``: two records have one number where they have one value. 0 stands for an absent value.
struct MatchRecord {
  /// Own surname, in ``NameTable``.
  var surname: UInt32 = 0
  var surnameSound: UInt32 = 0
  /// The other surname of somebody who uses two.
  var otherSurname: UInt32 = 0
  /// Both surnames together, or prefix and surname: `Berg Koopman`, `El Amrani` and `Vandenberg` may
  /// stand in one column.
  var wholeSurname: UInt32 = 0
  /// The first given name, where it was delivered in full.
  var givenName: UInt32 = 0
  /// Absent too where the date is one that systems fill in when they know none.
  var birthDate = PartialDate.absent
  var postcode = Postcode.absent
  var houseNumber: Int32 = 0
  /// House letter and addition together.
  var unit: UInt32 = 0
  /// In the ``NameTable`` of streets.
  var street: UInt32 = 0
  var addressKey: UInt32 = 0
  var phone: UInt32 = 0
  var email: UInt32 = 0
  var partner: UInt32 = 0
  /// Of the partner and its reference.
  var reference: UInt32 = 0
  /// The second and third initial, one in each byte; 0 when there is none, and when there are so many that
  /// they may be a name in capitals.
  var furtherInitials: UInt16 = 0
  /// The first initial as a plain letter, of which `i`, `ij` and `y` are one; 0 when there is none.
  var initial: UInt8 = 0
  /// Whether letters of the name were lost on the way.
  var isLossy = false
}

extension MatchRecord {
  var hasSurname: Bool { surname != 0 }

  /// Whether nothing but a surname tells who it is.
  var isSurnameOnly: Bool { initial == 0 && birthDate.isAbsent }

  /// Whether postcode and house number are known.
  var hasAddress: Bool { !postcode.isAbsent && houseNumber != 0 }

  /// Whether anything of an address is known.
  var hasPlace: Bool { !postcode.isAbsent || houseNumber != 0 || street != 0 }
}
