internal import Model

/// The partner types behind a household, in the order of the DDAS list.
struct PartnerTypeSet: OptionSet, Hashable {
  let rawValue: UInt16

  /// The set of one partner type.
  init(_ type: PartnerType) {
    let position =
      switch type {
      case .energy: 0
      case .rent: 1
      case .mortgage: 2
      case .cakHealth: 3
      case .health: 4
      case .water: 5
      case .studentFinance: 6
      case .taxOffice: 7
      case .cakContribution: 8
      case .other: 9
      case .benefitsOffice: 10
      }
    rawValue = 1 << UInt16(position)
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// How many types.
  var count: Int { rawValue.nonzeroBitCount }

  /// The types in the order of the DDAS list.
  var types: [PartnerType] { PartnerType.allCases.filter { contains(PartnerTypeSet($0)) } }
}
