/// Who supplies a municipality's data to Statistics Netherlands.
///
/// - Source: `ddas-vroegsignalering`.
public struct ExchangeSupplier: Hashable, Sendable {
  /// The code that Statistics Netherlands gave the supplier.
  public var code: String
  /// The name of the organisation.
  public var organisation: String
  /// Its chamber-of-commerce number: eight digits.
  public var kvk: String
  /// Whom Statistics Netherlands can ask; at least one.
  public var contacts: [ExchangeContact]

  /// Creates a supplier.
  public init(code: String, organisation: String, kvk: String, contacts: [ExchangeContact]) {
    self.code = code
    self.organisation = organisation
    self.kvk = kvk
    self.contacts = contacts
  }
}

/// Somebody of the supplier whom Statistics Netherlands can ask.
///
/// - Source: `ddas-vroegsignalering`.
public struct ExchangeContact: Hashable, Sendable {
  public var name: String
  public var phone: String
  public var email: String
  /// What the person does there.
  public var function: String

  /// Creates a contact.
  public init(name: String, phone: String, email: String, function: String) {
    self.name = name
    self.phone = phone
    self.email = email
    self.function = function
  }
}
