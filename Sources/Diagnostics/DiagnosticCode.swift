/// One kind of problem: its number, what follows from it, and how it is worded.
///
/// The wording names facts in braces, which a ``Diagnostic`` fills in. All wordings stand in the
/// tables beside this file and nowhere else. A number is never used again for something else.
public struct DiagnosticCode: Hashable, Sendable {
  /// Letters of the module and a number, such as `FEED-014`.
  public let id: String

  /// What follows for the data.
  public let effect: Effect

  /// The sentence, with `{fact}` where a fact belongs.
  public let sentence: String

  /// What the reader can do, with `{fact}` where a fact belongs.
  public let help: String

  /// What the partner should correct, in plain Dutch, with `{fact}` where a fact belongs.
  ///
  /// Every code of a delivery has one; the others are not for partners and have none.
  public let partnerHint: String

  /// Creates a code.
  ///
  /// Only the tables beside this file do.
  init(
    _ id: String, _ effect: Effect, _ sentence: String, help: String, partnerHint: String = ""
  ) {
    self.id = id
    self.effect = effect
    self.sentence = sentence
    self.help = help
    self.partnerHint = partnerHint
  }

  /// Every code, in the order of the reference page.
  public static let all: [DiagnosticCode] =
    feedCodes + definitionCodes + stageCodes + runCodes + outputCodes + registerCodes
    + reviewCodes + outcomeCodes + exchangeCodes + auditCodes + rightsCodes + keyCodes
    + operationsCodes

  public static func == (left: DiagnosticCode, right: DiagnosticCode) -> Bool {
    left.id == right.id
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// What a problem means for the data it was found in.
public enum Effect: Hashable, Sendable {
  /// Nothing was set aside.
  case information
  /// The field is empty and the signal carries a quality flag.
  case fieldFlagged
  /// One row was set aside.
  case rowQuarantined
  /// One delivery was set aside; the others go on.
  case deliveryRefused
  /// The lists are published, and marked: what they rest on is not as it should be.
  case listsMarked
  /// A quality gate stops publication.
  case publicationRefused
  /// The command ends.
  case stopped(ExitStatus)

  /// The exit status that a run with such a problem ends with, unless another is worse.
  public var exitStatus: ExitStatus {
    switch self {
    case .information, .fieldFlagged: .complete
    case .rowQuarantined, .deliveryRefused, .listsMarked: .incomplete
    case .publicationRefused: .refused
    case .stopped(let status): status
    }
  }

  /// The word that a message begins with.
  public var word: String {
    switch self {
    case .information: "note"
    case .fieldFlagged, .rowQuarantined, .listsMarked: "warning"
    case .deliveryRefused, .publicationRefused, .stopped: "error"
    }
  }
}
