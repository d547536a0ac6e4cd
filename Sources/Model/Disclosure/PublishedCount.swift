/// A number of people, households or signals as others may see it: hidden, or rounded.
///
/// Only the suppression in this module makes one, so that a report cannot print what was counted.
///
/// - Source: `kleine-aantallen`.
public struct PublishedCount: Hashable, Sendable {
  /// The rounded number; `nil` when it is hidden.
  public let rounded: Int?

  init(hiding count: Int) {
    rounded = SmallCells.hides(count) ? nil : SmallCells.rounded(count)
  }

  private init(rounded: Int?) { self.rounded = rounded }

  /// A number that is hidden, for itself or because another could be computed from it.
  static let hidden = PublishedCount(rounded: nil)

  /// What nobody may see, or what cannot be told.
  public static let unknown = PublishedCount(rounded: nil)

  /// Nothing to count.
  public static let none = PublishedCount(rounded: 0)

  /// A number of which no part and no whole is published.
  public static func single(_ count: Int) -> PublishedCount { PublishedCount(hiding: count) }

  /// Whether it is hidden.
  public var isHidden: Bool { rounded == nil }

  /// The sum of published numbers; hidden when one of them is.
  public static func + (left: PublishedCount, right: PublishedCount) -> PublishedCount {
    guard let first = left.rounded, let second = right.rounded else { return .hidden }
    return PublishedCount(rounded: first + second)
  }
}
