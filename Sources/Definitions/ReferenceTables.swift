public import Model

/// Facts that change with the years, not with the code.
public struct ReferenceTables: Sendable {
  /// The municipality of each four-digit postcode area, by digits 1000...9999; 0 for none.
  public var municipalityOfArea: [UInt16]
  /// Names of municipalities by code.
  public var municipalityNames: [MunicipalityCode: String]
  /// Holidays of the Algemene termijnenwet, computed and equated days together, for all years that
  /// the tables cover.
  public var holidays: Set<CalendarDate>
  /// Who may report in which municipality, and when.
  public var admissions: [Admission]
  /// How old arrears must and may be by agreement, by partner type: no municipality may go beyond.
  public var windows: [PartnerType: AgreedWindow]

  /// Creates tables.
  public init(
    municipalityOfArea: [UInt16], municipalityNames: [MunicipalityCode: String],
    holidays: Set<CalendarDate>, admissions: [Admission],
    windows: [PartnerType: AgreedWindow] = [:]
  ) {
    self.municipalityOfArea = municipalityOfArea
    self.municipalityNames = municipalityNames
    self.holidays = holidays
    self.admissions = admissions
    self.windows = windows
  }

  /// The municipality of a postcode.
  public func municipality(of postcode: Postcode) -> MunicipalityCode? {
    let area = postcode.digits
    guard area < municipalityOfArea.count else { return nil }
    return MunicipalityCode(number: Int(municipalityOfArea[area]))
  }
}
