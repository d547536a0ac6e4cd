/// The people of one municipality's register, in the form that signals have after normalising.
///
/// Columns over one arena. It holds no citizen service number and is never written.
public struct RegisterTable: Sendable {
  /// Whether a register was asked.
  public var isAsked = false
  /// Names, address, address key and birth date; a row's pseudonym stands in place of the signal's.
  public var persons = Normalised()
  public var previousPostcode: [Postcode] = []
  /// 0 when there is none.
  public var previousHouseNumber: [Int32] = []
  public var previousAddressKey: [AddressKey] = []
  /// Where the person lives; 0 when the extract does not say.
  public var municipality: [UInt16] = []
  /// Everything but ``RegisterFlags/movedWithin``, which depends on a signal.
  public var flags: [RegisterFlags] = []
  /// Since when: the day of death or leaving, or of moving in.
  public var since: [PartialDate] = []
  /// What one row of the register must weigh to be the answer, and how far ahead it must be; in hundredths of a bit.
  public var leastWeight: Int32 = 0
  public var leastMargin: Int32 = 0

  /// Creates an empty table: no register was asked.
  public init() {}

  /// The number of people.
  public var count: Int { flags.count }

  /// The pseudonym of a row.
  public func id(ofRow row: Int) -> RegisterRowID {
    let id = persons.keys.signalID[row]
    return RegisterRowID(high: id.high, low: id.low)
  }
}
