internal import Definitions
internal import Model

/// Where each municipality of the pipeline stands, found by its number without a hash.
struct MunicipalityPlaces: Sendable {
  private var places: [Int16]

  init(_ municipalities: [MunicipalityDefinition]) {
    let most = municipalities.map { Int($0.code.number) }.max() ?? 0
    places = Array(repeating: -1, count: most + 1)
    for (place, municipality) in municipalities.enumerated() {
      places[Int(municipality.code.number)] = Int16(truncatingIfNeeded: place)
    }
  }

  /// The place of a municipality; `nil` if it is none of the pipeline.
  @inline(__always)
  subscript(number: UInt16) -> Int? {
    guard Int(number) < places.count, places[Int(number)] >= 0 else { return nil }
    return Int(places[Int(number)])
  }
}
