public import Model

/// A municipality that invented signals are made for.
public struct SampleMunicipality: Sendable {
  public var code: MunicipalityCode
  /// The place name in addresses.
  public var place: String
  /// Its postcodes of four digits.
  public var postcodes: [Int]

  /// Creates a municipality.
  public init(code: MunicipalityCode, place: String, postcodes: [Int]) {
    self.code = code
    self.place = place
    self.postcodes = postcodes
  }
}

/// The municipalities that a sample serves, and places near by that it does not serve.
///
/// - Source: `cbs-gemeentelijke-indeling`.
public struct SampleMunicipalities: Sendable {
  public var served: [SampleMunicipality]
  /// Where people who moved out of the region live.
  ///
  /// Without any, nobody lives outside.
  public var outside: [SampleMunicipality]

  /// Creates a region.
  public init(served: [SampleMunicipality], outside: [SampleMunicipality]) {
    self.served = served
    self.outside = outside
  }

  /// Schiedam, Vlaardingen and Maassluis, with Delft, Rotterdam and Westland near by.
  public static let waterweg = SampleMunicipalities(
    served: [
      municipality(606, "Schiedam", [3111...3119, 3121...3125]),
      municipality(622, "Vlaardingen", [3131...3138]),
      municipality(556, "Maassluis", [3141...3147]),
    ].compactMap { $0 },
    outside: [
      municipality(599, "Rotterdam", [3011...3016]),
      municipality(503, "Delft", [2611...2614]),
      municipality(1783, "Naaldwijk", [2671...2672]),
    ].compactMap { $0 })

  /// The same region with one of its municipalities alone.
  ///
  /// - Parameter code: The municipality that all signals are for.
  /// - Returns: The region; `nil` if it does not have that municipality.
  public func only(_ code: MunicipalityCode) -> SampleMunicipalities? {
    let chosen = served.filter { $0.code == code }
    return chosen.isEmpty ? nil : SampleMunicipalities(served: chosen, outside: outside)
  }

  /// All municipalities of the country, as the caller knows them; nobody lives outside.
  public static func country(_ municipalities: [SampleMunicipality]) -> SampleMunicipalities {
    SampleMunicipalities(served: municipalities, outside: [])
  }

  private static func municipality(
    _ number: Int, _ place: String, _ postcodes: [ClosedRange<Int>]
  ) -> SampleMunicipality? {
    guard let code = MunicipalityCode(number: number) else { return nil }
    return SampleMunicipality(
      code: code, place: place, postcodes: postcodes.flatMap { Array($0) })
  }
}
