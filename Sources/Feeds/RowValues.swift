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
  /// Whether letters of its texts may have been lost on the way.
  var mayBeLossy = true
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
