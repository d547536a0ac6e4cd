internal import Definitions
internal import Model
internal import Pipeline

/// How many rows of a delivery hold something in a column that is read.
enum ColumnFilling {
  /// Counts the rows that hold a field.
  ///
  /// - Returns: `nil` for a field that every readable row has, or that absence gives a meaning.
  /// - Complexity: O(*n*) in the number of decoded rows.
  static func count(of field: FeedField, in delivery: DecodedDelivery) -> Int? {
    let signals = delivery.signals
    if let text = ColumnPlan.textFields.first(where: { $0.field == field }) {
      return signals[keyPath: text.path].count { !$0.isEmpty }
    }
    switch field {
    case .arisenOn: return signals.arisenOn.count { $0 != nil }
    case .threatOn: return signals.threatOn.count { $0 != nil }
    case .daysInArrears: return signals.daysInArrears.count { $0 != nil }
    case .termsInArrears: return signals.termsInArrears.count { $0 != nil }
    case .birthDate: return signals.birthDate.count { $0 != .absent }
    default: return nil
    }
  }
}
