public import Model

/// A month of deliveries: one of each feed.
public struct SamplePeriod: Sendable {
  /// The month, `yyyy-MM`.
  public var name: String
  /// The day each feed's delivery is received, in the order of ``SampleFeed``.
  public var received: [CalendarDate]

  /// Creates a period.
  ///
  /// - Parameters:
  ///   - name: The month, `yyyy-MM`.
  ///   - firstReceived: The day the first deliveries come in; the rest follow on the next two days.
  public init(name: String, firstReceived: CalendarDate) {
    self.name = name
    received = SampleFeed.allCases.map { firstReceived.adding(days: $0.rawValue % 3) }
  }

  /// September and October 2026, received 5–7 October and 4–6 November.
  public static let autumn = [
    SamplePeriod(name: "2026-09", firstReceived: CalendarDate(days: 20_731)),
    SamplePeriod(name: "2026-10", firstReceived: CalendarDate(days: 20_761)),
  ]
}

/// The five invented feeds, in the order of the truth file.
public enum SampleFeed: Int, CaseIterable, Sendable {
  case havenstadWonen
  case maasoeverWonen
  case noorderlichtEnergie
  case waterdruppel
  case zorgvast

  /// The feed's id, with which its files' names begin.
  public var id: String {
    switch self {
    case .havenstadWonen: "havenstad-wonen"
    case .maasoeverWonen: "maasoever-wonen"
    case .noorderlichtEnergie: "noorderlicht-energie"
    case .waterdruppel: "waterdruppel"
    case .zorgvast: "zorgvast"
    }
  }

  /// What kind of organisation sends it.
  public var partnerType: PartnerType {
    switch self {
    case .havenstadWonen, .maasoeverWonen: .rent
    case .noorderlichtEnergie: .energy
    case .waterdruppel: .water
    case .zorgvast: .health
    }
  }

  /// How its texts are written.
  var form: TextForm { self == .havenstadWonen || self == .waterdruppel ? .western : .unicode }

  /// The kind of its threats.
  var threat: SignalKind {
    switch self {
    case .havenstadWonen, .maasoeverWonen: .eviction
    case .noorderlichtEnergie, .waterdruppel: .endOfSupply
    case .zorgvast: .endOfCover
    }
  }
}
