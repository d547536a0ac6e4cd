internal import Model

/// The values of one row that are not text, until the row is known to be usable.
struct RowValues {
  var kind: Int
  var amount: Int64
  var objection: Bool
  var warmHandover: Bool
  var steps = PriorSteps()
  var receivedAt = RowColumns.absent
  var signalledOn: Int32
  var arisenOn: Int32
  var threatOn: Int32
  var days: Int32
  var terms: Int32
  var birthDate = PartialDate.absent
  var quality: Quality = []
  var namesSomebody = false
  var tellsPlace = false
  /// Whether something was noted in the delivery's ``FieldFlags``.
  var isFlagged = false

  @inline(__always)
  init(_ defaults: FieldDefaults) {
    kind = defaults.kind
    amount = defaults.amount
    objection = defaults.objection
    warmHandover = defaults.warmHandover
    signalledOn = defaults.signalledOn
    arisenOn = defaults.arisenOn
    threatOn = defaults.threatOn
    days = defaults.days
    terms = defaults.terms
  }

  /// The day of receipt, once known.
  var receivedOn: CalendarDate? {
    receivedAt == RowColumns.absent ? nil : CalendarDate(days: receivedAt)
  }

  @inline(__always)
  mutating func set(_ slot: DateSlot, _ days: Int32) {
    switch slot {
    case .signalledOn: signalledOn = days
    case .arisenOn: arisenOn = days
    case .threatOn: threatOn = days
    }
  }

  @inline(__always)
  mutating func set(_ slot: NumberSlot, _ number: Int32) {
    switch slot {
    case .days: days = number
    case .terms: terms = number
    case .reminders: steps.note(.reminder, isTaken: number > 0)
    }
  }

  @inline(__always)
  mutating func set(_ slot: WordSlot, _ meaning: Int) {
    switch slot {
    case .kind: kind = meaning
    // Either column can tell of an objection; neither takes back what the other told.
    case .objection: objection = objection || meaning == 1
    case .warmHandover: warmHandover = meaning == 1
    case .contactEffort: steps.note(.contactEffort, isTaken: meaning == 1)
    case .pointedToHelp: steps.note(.pointedToHelp, isTaken: meaning == 1)
    case .offerMade: steps.note(.offer, isTaken: meaning == 1)
    case .noRefusal:
      objection = objection || meaning == 0
      steps.note(.noRefusal, isTaken: meaning == 1)
    }
  }

  /// An empty cell of a looked-up column: what the lookup says, or missing, or no; of a step nothing.
  @inline(__always)
  mutating func empty(_ slot: WordSlot, _ table: WordTable?) {
    if let meaning = table?.meaningOfEmpty { return set(slot, meaning) }
    switch slot {
    case .kind: kind = -1
    case .warmHandover: warmHandover = false
    case .objection, .contactEffort, .pointedToHelp, .offerMade, .noRefusal: break
    }
  }
}

/// Where the columns of ``RowColumns`` stand while a block is decoded.
struct RowSlots {
  let texts: UnsafeMutablePointer<UnsafeMutablePointer<TextCell>>
  let row: UnsafeMutablePointer<UInt32>
  private let columns: RowPointers

  /// Takes the places of all columns, which must not grow as long as this is used.
  ///
  /// - Parameters:
  ///   - columns: The columns.
  ///   - texts: Room for one place per text column.
  init(_ columns: RowColumns, texts: UnsafeMutablePointer<UnsafeMutablePointer<TextCell>>) {
    for (slot, column) in columns.texts.enumerated() { texts[slot] = column.base }
    self.texts = texts
    row = columns.row.base
    self.columns = RowPointers(columns)
  }

  @inline(__always)
  func store(_ values: RowValues, at index: Int) {
    columns.amount[index] = values.amount
    columns.kind[index] = UInt8(truncatingIfNeeded: values.kind)
    columns.objection[index] = values.objection
    columns.warmHandover[index] = values.warmHandover
    columns.steps[index] = values.steps
    columns.receivedAt[index] = values.receivedAt
    columns.signalledOn[index] = values.signalledOn
    columns.arisenOn[index] = values.arisenOn
    columns.threatOn[index] = values.threatOn
    columns.days[index] = values.days
    columns.terms[index] = values.terms
    columns.birthDate[index] = values.birthDate
    columns.quality[index] = values.quality
  }

  @inline(__always)
  func store(_ digest: (UInt64, UInt64), at index: Int) { columns.digest[index] = digest }
}

private struct RowPointers {
  let amount: UnsafeMutablePointer<Int64>
  let kind: UnsafeMutablePointer<UInt8>
  let objection: UnsafeMutablePointer<Bool>
  let warmHandover: UnsafeMutablePointer<Bool>
  let steps: UnsafeMutablePointer<PriorSteps>
  let receivedAt: UnsafeMutablePointer<Int32>
  let signalledOn: UnsafeMutablePointer<Int32>
  let arisenOn: UnsafeMutablePointer<Int32>
  let threatOn: UnsafeMutablePointer<Int32>
  let days: UnsafeMutablePointer<Int32>
  let terms: UnsafeMutablePointer<Int32>
  let birthDate: UnsafeMutablePointer<PartialDate>
  let quality: UnsafeMutablePointer<Quality>
  let digest: UnsafeMutablePointer<(UInt64, UInt64)>

  init(_ columns: RowColumns) {
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
    digest = columns.digest.base
  }
}
