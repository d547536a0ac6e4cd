// What the register says of people of the sample, in thousandths.
extension Rate {
  /// Has died since.
  static let registeredDeath = 8
  /// The address is secret.
  static let secretAddress = 15
  /// The municipality looks into whether somebody lives there.
  static let underInvestigation = 10
  /// Who lives in a shelter has it for letters only.
  static let postalInShelter = 500
}
