public import Model

/// A way to help that fits some households better than the usual one, such as a youth worker.
///
/// A route is a suggestion on the list, with its reason; a person follows it or does not. It never changes
/// class, rank or deadline.
///
/// - Source: `domain-routes`.
public struct Route: Sendable {
  /// Such as `ROUTE-JONGEREN`.
  public var code: String
  /// What the list says, such as `Jongerenwerker`.
  public var name: String
  public var condition: RuleCondition
  /// The classes it is for; all when empty.
  public var classes: [PriorityClass]
  /// One Dutch sentence at B1 level, with the facts of a rule's reason.
  public var reason: String
  /// Key in docs/sources.yml.
  public var source: String
  /// First day of receipt it holds for.
  public var validFrom: CalendarDate?
  /// Last day of receipt it holds for.
  public var validTo: CalendarDate?
  /// Whether its households also stand on a list of their own.
  public var list: RouteList

  /// Creates a route.
  public init(
    code: String, name: String, condition: RuleCondition, classes: [PriorityClass] = [],
    reason: String, source: String, validFrom: CalendarDate? = nil, validTo: CalendarDate? = nil,
    list: RouteList = .none
  ) {
    self.code = code
    self.name = name
    self.condition = condition
    self.classes = classes
    self.reason = reason
    self.source = source
    self.validFrom = validFrom
    self.validTo = validTo
    self.list = list
  }

  /// What a file of its households is called, such as `jongeren`.
  public var fileName: String { code.dropFirst(Route.codePrefix.count).lowercased() }

  /// Whether a signal of a kind and type can be the one that the route is about.
  public func concerns(_ kind: SignalKind, of type: PartnerType) -> Bool {
    (condition.kinds?.contains(kind) ?? true) && (condition.partnerTypes?.contains(type) ?? true)
  }

  static let codePrefix = "ROUTE-"
}

/// Whether the households of a route stand on a list of their own, besides the whole list.
public enum RouteList: String, CaseIterable, Sendable {
  case none = "none"
  /// One list.
  case one = "one"
  /// One list for each partner whose signal the route holds for.
  case perPartner = "per-partner"
}
