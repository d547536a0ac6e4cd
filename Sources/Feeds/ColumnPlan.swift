internal import Definitions
internal import Model

/// What the row loop does with one cell.
///
/// Numbers only, so that a switch over it costs nothing.
enum ColumnAction {
  case pass
  case text(slot: Int)
  case name(slot: Int)
  /// The partner's reference.
  case reference(slot: Int)
  case houseNumber(slot: Int)
  /// Tells the municipality.
  case place(slot: Int)
  case amount(AmountForm)
  case date(DateSlot, DateForm)
  case birthDate(DateForm)
  case number(NumberSlot)
  case word(WordSlot)
}

/// The columns of ``Received`` that hold a day.
enum DateSlot { case signalledOn, arisenOn, threatOn }

/// The columns of ``Received`` that hold a whole number.
enum NumberSlot { case days, terms, reminders }

/// The fields that are looked up.
enum WordSlot: Int, CaseIterable {
  case kind, objection, warmHandover, contactEffort, pointedToHelp, offerMade, noRefusal
}

/// What to do with each column of one delivery, prepared once.
struct ColumnPlan {
  /// The text columns of ``Received``, in the order of their slots.
  static let textFields: [(field: FeedField, path: ColumnPath<Received, TextCell>)] = Array(
    zip(
      [
        .partnerReference, .kvk, .name, .initials, .givenNames, .prefix, .surname, .partnerPrefix,
        .partnerSurname, .addressLine, .street, .houseNumber, .houseLetter, .houseAddition,
        .postcode, .city, .phone, .email,
      ], Received.deliveredTexts))

  /// The fields of which one must name somebody.
  private static let names: Set<FeedField> = [
    .name, .initials, .givenNames, .surname, .partnerSurname,
  ]

  /// The fields whose letters are looked at.
  private static let prose: Set<FeedField> = names.union([
    .prefix, .partnerPrefix, .addressLine, .street, .city,
  ])

  /// One action for each column of the file.
  let actions: [ColumnAction]
  /// The tables of the looked-up fields, by ``WordSlot``.
  let words: [WordTable?]
  /// The names of the lookups, by ``WordSlot``, for messages.
  let wordNames: [String]
  /// The slots of text columns that the file fills.
  let textSlots: [Int]
  /// Whether a column holds names of persons, streets or places.
  let isProse: [Bool]
  /// The positions of the fields of which one must name somebody.
  let namePositions: [Int]
  /// Where each column's header stands, for messages.
  let headers: [String]
  /// The position of the partner's reference.
  let referencePosition: Int?
  let hasSignalledOn: Bool
  /// Whether a column tells of the steps before a report.
  let tellsSteps: Bool
  /// Whether a column can tell the municipality.
  let hasPlace: Bool
  /// The field of each column; `nil` for one that is not read.
  let fields: [FeedField?]
  /// The positions that are looked at for citizen service numbers.
  let identityPositions: [(position: Int, isReference: Bool)]

  init(_ header: Header, _ feed: FeedDefinition) {
    var actions: [ColumnAction] = []
    var words = [WordTable?](repeating: nil, count: WordSlot.allCases.count)
    var wordNames = [String](repeating: "", count: WordSlot.allCases.count)
    var textSlots: [Int] = []
    var reference: Int?
    var hasSignalledOn = false
    var hasPlace = false
    var identity: [(position: Int, isReference: Bool)] = []
    for (position, definition) in header.definitions.enumerated() {
      guard case .field(let field, let format) = feed.columns[definition].use else {
        actions.append(.pass)
        identity.append((position, false))
        continue
      }
      if let slot = ColumnPlan.textFields.firstIndex(where: { $0.field == field }) {
        switch field {
        case _ where ColumnPlan.names.contains(field): actions.append(.name(slot: slot))
        case .partnerReference: actions.append(.reference(slot: slot))
        case .houseNumber: actions.append(.houseNumber(slot: slot))
        case .postcode, .city, .addressLine:
          actions.append(.place(slot: slot))
          hasPlace = true
        default: actions.append(.text(slot: slot))
        }
        textSlots.append(slot)
        if field == .partnerReference { reference = position }
        if field != .kvk && field != .phone {
          identity.append((position, field == .partnerReference))
        }
        continue
      }
      if let slot = ColumnPlan.wordSlot(field) {
        var table: [String: String] = [:]
        if case .lookup(let name) = format {
          table = feed.lookups[name] ?? [:]
          wordNames[slot.rawValue] = name
        } else {
          let plain = slot == .kind ? SignalKind.allCases.map(\.rawValue) : ["ja", "nee"]
          table = Dictionary(uniqueKeysWithValues: plain.map { ($0, $0) })
          wordNames[slot.rawValue] = field.rawValue
        }
        words[slot.rawValue] = WordTable(table) { ColumnPlan.meaning($0, slot) }
        actions.append(.word(slot))
        continue
      }
      if field == .signalledOn { hasSignalledOn = true }
      actions.append(ColumnPlan.action(field, format))
    }
    self.actions = actions
    self.words = words
    self.wordNames = wordNames
    self.textSlots = textSlots
    headers = header.definitions.map { feed.columns[$0].header }
    let fields: [FeedField?] = header.definitions.map { definition in
      guard case .field(let field, _) = feed.columns[definition].use else { return nil }
      return field
    }
    self.fields = fields
    isProse = fields.map { $0.map(ColumnPlan.prose.contains) ?? false }
    namePositions = fields.indices.filter { position in
      fields[position].map(ColumnPlan.names.contains) ?? false
    }
    referencePosition = reference
    self.hasSignalledOn = hasSignalledOn
    tellsSteps = actions.contains { action in
      switch action {
      case .number(.reminders), .word(.contactEffort), .word(.pointedToHelp), .word(.offerMade),
        .word(.noRefusal):
        true
      default: false
      }
    }
    self.hasPlace = hasPlace
    identityPositions = identity
  }

  /// Where a field stands in the file; `nil` if it does not.
  func position(of field: FeedField?) -> Int? {
    guard let field else { return nil }
    return fields.firstIndex { $0 == field }
  }

  /// The number that stands for a lookup's meaning.
  static func meaning(_ word: String, _ slot: WordSlot) -> Int? {
    switch slot {
    case .kind: SignalKind.allCases.firstIndex { $0.rawValue == word }
    case .objection, .warmHandover, .contactEffort, .pointedToHelp, .offerMade, .noRefusal:
      word == "ja" ? 1 : word == "nee" ? 0 : nil
    }
  }

  private static func wordSlot(_ field: FeedField) -> WordSlot? {
    switch field {
    case .kind: .kind
    case .objection: .objection
    case .warmHandover: .warmHandover
    case .stepContactEffort: .contactEffort
    case .stepPointedToHelp: .pointedToHelp
    case .stepOfferMade: .offerMade
    case .stepNoRefusal: .noRefusal
    default: nil
    }
  }

  private static func action(_ field: FeedField, _ format: FieldFormat) -> ColumnAction {
    switch field {
    case .amount: .amount(amountForm(format))
    case .signalledOn: .date(.signalledOn, dateForm(format))
    case .arisenOn: .date(.arisenOn, dateForm(format))
    case .threatOn: .date(.threatOn, dateForm(format))
    case .birthDate: .birthDate(dateForm(format))
    case .daysInArrears: .number(.days)
    case .termsInArrears: .number(.terms)
    case .stepReminders: .number(.reminders)
    default: .pass
    }
  }

  private static func amountForm(_ format: FieldFormat) -> AmountForm {
    switch format {
    case .amountDecimalPoint: .decimalPoint
    case .amountCents, .wholeNumber: .cents
    default: .decimalComma
    }
  }

  private static func dateForm(_ format: FieldFormat) -> DateForm {
    switch format {
    case .dateDayMonthYear: .dayMonthYear
    case .dateCompact: .compact
    case .dateDayMonthShortYear: .dayMonthShortYear
    case .dateMonthName: .monthName
    case .dateExcelSerial: .serial
    default: .iso
    }
  }
}
