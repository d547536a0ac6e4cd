internal import Model
internal import Pipeline

/// Where the columns of ``RowColumns`` stand while rows are decoded.
struct RowSlots {
  let texts: UnsafeMutablePointer<UnsafeMutablePointer<TextCell>>
  private let row: UnsafeMutablePointer<UInt32>
  private let digest: UnsafeMutablePointer<RowDigest>
  private let amount: UnsafeMutablePointer<Int64>
  private let kind: UnsafeMutablePointer<SignalKind>
  private let objection: UnsafeMutablePointer<Bool>
  private let warmHandover: UnsafeMutablePointer<Bool>
  private let steps: UnsafeMutablePointer<PriorSteps>
  private let receivedAt: UnsafeMutablePointer<CalendarDate>
  private let signalledOn: UnsafeMutablePointer<CalendarDate>
  private let arisenOn: UnsafeMutablePointer<CalendarDate?>
  private let threatOn: UnsafeMutablePointer<CalendarDate?>
  private let days: UnsafeMutablePointer<Int32?>
  private let terms: UnsafeMutablePointer<Int32?>
  private let birthDate: UnsafeMutablePointer<PartialDate>
  private let quality: UnsafeMutablePointer<Quality>
  private let kinds = SignalKind.allCases

  /// Takes the places of all columns.
  ///
  /// - Parameters:
  ///   - columns: The columns, which must live as long as this is used.
  ///   - texts: Room for one place per text column.
  init(_ columns: RowColumns, texts: UnsafeMutablePointer<UnsafeMutablePointer<TextCell>>) {
    for (slot, column) in columns.texts.enumerated() { texts[slot] = column.base }
    self.texts = texts
    row = columns.row.base
    digest = columns.digest.base
    amount = columns.amount.base
    kind = columns.kind.base
    objection = columns.objection.base
    warmHandover = columns.warmHandover.base
    steps = columns.steps.base
    receivedAt = columns.receivedAt.base
    signalledOn = columns.signalledOn.base
    arisenOn = columns.arisenOn.base
    threatOn = columns.threatOn.base
    days = columns.days.base
    terms = columns.terms.base
    birthDate = columns.birthDate.base
    quality = columns.quality.base
  }

  /// Writes what is no text of a row, which must have a kind and its days.
  @inline(__always)
  func store(_ values: RowValues, of delivered: KeptRow, at index: Int) {
    row[index] = UInt32(truncatingIfNeeded: delivered.number)
    digest[index] = delivered.digest
    amount[index] = values.amount
    kind[index] = kinds[values.kind]
    objection[index] = values.objection
    warmHandover[index] = values.warmHandover
    steps[index] = values.steps
    receivedAt[index] = CalendarDate(days: values.receivedAt)
    signalledOn[index] = CalendarDate(days: values.signalledOn)
    arisenOn[index] = RowSlots.day(values.arisenOn)
    threatOn[index] = RowSlots.day(values.threatOn)
    days[index] = RowSlots.number(values.days)
    terms[index] = RowSlots.number(values.terms)
    birthDate[index] = values.birthDate
    quality[index] = values.quality
  }

  @inline(__always)
  private static func day(_ days: Int32) -> CalendarDate? {
    days == RowColumns.absent ? nil : CalendarDate(days: days)
  }

  @inline(__always)
  private static func number(_ number: Int32) -> Int32? {
    number == RowColumns.absent ? nil : number
  }
}
