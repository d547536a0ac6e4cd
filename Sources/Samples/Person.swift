import Model

/// An invented person, computed from the household and the place in it.
struct Person {
  /// Index of the surname.
  var surname = 0
  /// Index of the second of two surnames of their own, or -1.
  var second = -1
  /// Index of the surname of the spouse, or -1.
  var spouse = -1
  var given = 0
  /// Further initials as letters, 0 for none.
  var initials: (UInt8, UInt8) = (0, 0)
  var birth = PartialDate.absent
  /// The last eight digits of the phone number after `06`, or -1.
  var phone = -1
  /// The number that they had before, or -1.
  var oldPhone = -1
  /// The number in the e-mail address, or -1 for none.
  var email = -1
  /// Whose name stands in the e-mail address: mostly their own.
  var emailSurname = 0
  /// The number of who handles their affairs, and is written to in their place; or -1.
  var intermediary = -1
  /// Index of the trade name, or -1.
  var trade = -1
  /// Index of the name, for an organisation, or -1.
  var organisation = -1
}
