/// Two signals of which somebody should say whether they are of one person.
public struct WorklistReviewPair: Hashable, Sendable {
  /// From 1, the most doubtful first.
  public var number: Int
  public var first: WorklistReviewSignal
  public var second: WorklistReviewSignal
  /// What is the same, in words.
  public var agrees: String
  /// What is not, in words.
  public var differs: String
  /// Why it is asked, in words.
  public var reason: String
  /// Whether the two are taken for one person now.
  public var isJoined: Bool

  /// Creates a pair.
  public init(
    number: Int, first: WorklistReviewSignal, second: WorklistReviewSignal, agrees: String,
    differs: String, reason: String, isJoined: Bool
  ) {
    self.number = number
    self.first = first
    self.second = second
    self.agrees = agrees
    self.differs = differs
    self.reason = reason
    self.isJoined = isJoined
  }
}

/// One of the two signals of a pair.
public struct WorklistReviewSignal: Hashable, Sendable {
  public var id: SignalID
  public var partnerType: PartnerType
  /// Such as `J. de Vries`.
  public var name: String
  public var birthDate: PartialDate
  /// Street, number and addition, or why it is not shown.
  public var address: String
  public var postcode = ""
  public var city = ""
  /// As a Dutch reader writes them, such as `06 12345678`.
  public var phones: [String]

  /// Creates a signal.
  public init(
    id: SignalID, partnerType: PartnerType, name: String, birthDate: PartialDate, address: String,
    phones: [String]
  ) {
    self.id = id
    self.partnerType = partnerType
    self.name = name
    self.birthDate = birthDate
    self.address = address
    self.phones = phones
  }
}

// Whoever prints it by mistake prints no resident.
extension WorklistReviewPair: CustomStringConvertible, CustomReflectable {
  public var description: String { Sensitive<Self>.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension WorklistReviewSignal: CustomStringConvertible, CustomReflectable {
  public var description: String { Sensitive<Self>.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
