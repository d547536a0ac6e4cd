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
  /// Which partner types may report in which municipality, and when.
  public var admissions: [Admission]

  /// Creates tables.
  public init(
    municipalityOfArea: [UInt16], municipalityNames: [MunicipalityCode: String],
    holidays: Set<CalendarDate>, admissions: [Admission]
  ) {
    self.municipalityOfArea = municipalityOfArea
    self.municipalityNames = municipalityNames
    self.holidays = holidays
    self.admissions = admissions
  }

  /// The municipality of a postcode.
  public func municipality(of postcode: Postcode) -> MunicipalityCode? {
    let area = postcode.digits
    guard area < municipalityOfArea.count else { return nil }
    return MunicipalityCode(number: Int(municipalityOfArea[area]))
  }
}

/// A partner type that may report in a municipality for some time.
public struct Admission: Hashable, Sendable {
  public var partnerType: PartnerType
  /// `nil` means every municipality.
  public var municipality: MunicipalityCode?
  public var validFrom: CalendarDate
  public var validTo: CalendarDate?
  /// Key in docs/sources.yml.
  public var source: String

  /// Creates an admission.
  public init(
    partnerType: PartnerType, municipality: MunicipalityCode?, validFrom: CalendarDate,
    validTo: CalendarDate?, source: String
  ) {
    self.partnerType = partnerType
    self.municipality = municipality
    self.validFrom = validFrom
    self.validTo = validTo
    self.source = source
  }
}
