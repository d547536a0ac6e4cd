/// Some rows of an extract from the register, decoded but not yet in one form.
///
/// Filled and used block by block, so that an extract of any size takes no more memory than a block.
public struct RegisterRows: Sendable {
  /// Names, address and birth date as delivered; what only a signal has is empty.
  ///
  /// The row's pseudonym stands in place of the signal's.
  public var persons = Received()
  public var previousPostcode: [TextCell] = []
  public var previousHouseNumber: [TextCell] = []
  public var previousHouseLetter: [TextCell] = []
  public var previousHouseAddition: [TextCell] = []
  /// 0 when the extract does not say.
  public var municipality: [UInt16] = []
  public var suspension: [SuspensionReason?] = []
  public var suspendedOn: [PartialDate] = []
  public var movedInOn: [PartialDate] = []
  /// What the row itself says: secret, under investigation, for letters only.
  public var flags: [RegisterFlags] = []
  /// For the register's own store alone.
  public var number: [CitizenServiceNumber?] = []

  public init() {}

  /// The number of rows.
  public var count: Int { flags.count }

  /// The pseudonym of a row.
  public func id(ofRow row: Int) -> RegisterRowID {
    let id = persons.keys.signalID[row]
    return RegisterRowID(high: id.high, low: id.low)
  }
}
