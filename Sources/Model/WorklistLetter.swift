/// A letter to one debtor of a household: what a program that merges letters fills in.
///
/// It tells no amount, no partner and nothing of anybody else at the address.
///
/// - Source: `domain-letters`.
public struct WorklistLetter: Hashable, Sendable {
  /// As on the envelope, such as `J. de Vries`.
  public var name: String
  /// Such as `Geachte heer of mevrouw De Vries,`.
  public var salutation: String

  /// Creates a letter.
  public init(name: String, salutation: String) {
    self.name = name
    self.salutation = salutation
  }
}

// Whoever prints it by mistake prints no resident.
extension WorklistLetter: CustomStringConvertible, CustomReflectable {
  public var description: String { Sensitive<Self>.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
