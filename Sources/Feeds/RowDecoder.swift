internal import Definitions
internal import Model

/// Turns the cells of rows into columns: the innermost loop of `receive`.
///
/// Works on raw memory and numbers. A row that cannot be used leaves nothing behind.
struct RowDecoder {
  let plan: ColumnPlan
  let columns: RowColumns
  /// What was decoded, but for the rows that are still in ``columns``.
  private(set) var decoded = DecodedColumns()
  /// Where the texts of the signals are copied to.
  let arena = ByteArena()
  /// What was doubtful in cells whose signals go on.
  let flags: FieldFlags

  private let defaults: FieldDefaults
  private let receivedAt: CalendarDate?
  private let isWindows1252: Bool
  private let birthDate: (position: Int, form: DateForm)?
  private let converted = ByteArena(capacity: 1024)

  init(plan: ColumnPlan, feed: FeedDefinition, receivedAt: CalendarDate?) {
    self.plan = plan
    self.receivedAt = receivedAt
    columns = RowColumns(textColumns: ColumnPlan.textFields.count)
    flags = FieldFlags(columns: plan.actions.count)
    defaults = FieldDefaults(feed)
    isWindows1252 = feed.file.encoding == .windows1252
    birthDate =
      plan.actions.enumerated().lazy.compactMap { position, action in
        guard case .birthDate(let form) = action else { return nil }
        return (position, form)
      }.first
  }

  /// Makes room, before the first row.
  ///
  /// - Parameters:
  ///   - rows: The most rows.
  ///   - bytes: How much text they may hold; more is taken as it comes.
  mutating func reserve(rows: Int, bytes: Int) {
    arena.reserve(bytes)
    decoded.reserve(rows, texts: plan.textSlots)
  }

  /// Moves the rows of ``columns`` on, to make room.
  mutating func flush() { decoded.take(columns, texts: plan.textSlots) }

  /// Decodes one row and adds it to ``columns``.
  ///
  /// - Parameters:
  ///   - delivered: The row, with a cell for each action of the plan.
  ///   - slots: Where the columns stand.
  ///   - holdsHighBytes: Whether the row holds bytes beyond ASCII.
  /// - Returns: Why the row cannot be used, or `nil` when it was added.
  mutating func decode(
    _ delivered: KeptRow, into slots: RowSlots, holdsHighBytes: Bool
  ) -> RowFault? {
    let source = delivered.arena
    let cells = delivered.cells
    let at = columns.count
    let mark = arena.count
    var row = RowValues(defaults)
    row.tellsPlace = !plan.hasPlace
    row.mayBeLossy = holdsHighBytes || delivered.bytes.place(of: UInt8(ascii: "?")) != nil
    @inline(__always)
    func settle(goesOn: Bool) {
      guard row.isFlagged else { return }
      flags.settle(goesOn: goesOn, row: delivered.number, line: delivered.line) {
        delivered[$0].trimmed
      }
    }

    for position in 0..<plan.actions.count {
      let cell = cells[position]
      if cell.isEmpty {
        switch plan.actions[position] {
        case .text(let slot), .name(let slot), .place(let slot), .reference(let slot),
          .houseNumber(let slot):
          slots.texts[slot][at] = .empty
        case .word(let slot): row.empty(slot, plan.words[slot.rawValue])
        case .amount: row.amount = FieldDefaults.missingAmount
        default: break
        }
        continue
      }
      var text = source[cell]
      if holdsHighBytes && text.hasHighBytes {
        if isWindows1252 {
          converted.removeAll()
          Windows1252.convert(text, into: converted)
          text = converted.bytes
        }
        if plan.isProse[position] && GarbledLetters.stand(in: text) {
          flag(.lettersGarbled, .garbled, at: position, &row)
        }
      }
      text = text.trimmed
      if let fault = decode(text, at: position, row: &row, slots: slots, index: at) {
        arena.truncate(to: mark)
        settle(goesOn: false)
        return fault
      }
    }
    if let fault = finish(&row) {
      arena.truncate(to: mark)
      settle(goesOn: false)
      return fault
    }
    if let birthDate, !cells[birthDate.position].isEmpty {
      decodeBirthDate(source[cells[birthDate.position]], &row)
    }
    settle(goesOn: true)
    slots.store(row, of: delivered, at: at)
    columns.count = at + 1
    if columns.count == RowColumns.capacity { flush() }
    return nil
  }

  /// Decodes one cell that is not empty.
  @inline(__always)
  private func decode(
    _ text: ByteView, at position: Int, row: inout RowValues, slots: RowSlots, index: Int
  ) -> RowFault? {
    switch plan.actions[position] {
    case .pass, .birthDate: break
    case .text(let slot): slots.texts[slot][index] = arena.store(text)
    case .name(let slot):
      slots.texts[slot][index] = arena.store(text)
      if !text.isEmpty { row.namesSomebody = true }
      if row.mayBeLossy, RowDecoder.isLossy(text) {
        flag(.lettersLost, .lossyName, at: position, &row)
      }
    case .reference(let slot):
      if RoundedNumber.stands(in: text) {
        slots.texts[slot][index] = .empty
        flag(.rounded, .referenceRounded, at: position, &row)
      } else {
        slots.texts[slot][index] = arena.store(text)
      }
    case .houseNumber(let slot):
      slots.texts[slot][index] = arena.store(text)
      if text.count > 3, SpreadsheetDate.isDate(text) {
        flag(.spreadsheetDate, .addressSpreadsheetDate, at: position, &row)
      }
    case .place(let slot):
      slots.texts[slot][index] = arena.store(text)
      if !text.isEmpty { row.tellsPlace = true }
    case .amount(let form):
      guard !text.isEmpty else {
        row.amount = FieldDefaults.missingAmount
        return nil
      }
      guard let cents = AmountDecoder.decode(text, as: form) else {
        return switch AmountDecoder.doubt(text, as: form) {
        case .scientific: .scientific(position: position, form)
        case .threeDecimals: .threeDecimals(position: position, form)
        case nil: .amount(position: position, form)
        }
      }
      row.amount = cents
    case .date(let slot, let form):
      return text.isEmpty ? nil : decodeDate(text, slot, form, at: position, &row)
    case .number(let slot):
      guard !text.isEmpty else { return nil }
      guard let number = text.unsignedDecimal, number < Int(Int32.max) else {
        if slot == .reminders { return .number(position: position) }
        flag(.unreadable, .arrearsUnreadable, at: position, &row)
        return nil
      }
      row.set(slot, Int32(number))
    case .word(let slot):
      guard !text.isEmpty else {
        row.empty(slot, plan.words[slot.rawValue])
        return nil
      }
      guard let meaning = plan.words[slot.rawValue]?.meaning(of: text) else {
        return .word(position: position, slot)
      }
      row.set(slot, meaning)
    }
    return nil
  }

  /// Decodes a date of the signal.
  ///
  /// Without the day it was sent a row is no signal; without the others it goes on.
  @inline(__always)
  private func decodeDate(
    _ text: ByteView, _ slot: DateSlot, _ form: DateForm, at position: Int, _ row: inout RowValues
  ) -> RowFault? {
    guard let written = DateDecoder.decode(text, as: form)?.inThisCentury else {
      let isShort = slot == .signalledOn && form == .dayMonthYear && DateDecoder.hasShortYear(text)
      return isShort
        ? .shortYear(position: position, form) : unreadable(slot, form, at: position, &row)
    }
    if written.isZero { return nil }
    if written.isPlaceholder {
      return slot == .signalledOn ? .placeholder(position: position) : nil
    }
    guard let date = CalendarDate(year: written.year, month: written.month, day: written.day)
    else {
      if form == .dayMonthYear && written.seemsSwapped {
        flags.note(.swapped, at: position)
        row.isFlagged = true
      }
      return unreadable(slot, form, at: position, &row)
    }
    row.set(slot, date.days)
    return nil
  }

  private func unreadable(
    _ slot: DateSlot, _ form: DateForm, at position: Int, _ row: inout RowValues
  ) -> RowFault? {
    switch slot {
    case .signalledOn: return .date(position: position, form)
    case .arisenOn: flag(.unreadable, .arisenOnUnreadable, at: position, &row)
    case .threatOn: flag(.unreadable, .threatOnUnreadable, at: position, &row)
    }
    return nil
  }

  private func flag(
    _ kind: FieldFlags.Kind, _ quality: Quality, at position: Int, _ row: inout RowValues
  ) {
    row.quality.insert(quality)
    row.isFlagged = true
    flags.note(kind, at: position)
  }

  /// What holds for the row as a whole, in a fixed order.
  @inline(__always)
  private func finish(_ row: inout RowValues) -> RowFault? {
    if row.kind < 0 { return .missing(.kind) }
    if row.amount == FieldDefaults.missingAmount { return .missing(.amount) }
    if row.signalledOn == RowColumns.absent {
      guard !plan.hasSignalledOn, let receivedAt else { return .missing(.signalledOn) }
      row.signalledOn = receivedAt.days
    }
    if let receivedAt {
      if row.signalledOn > receivedAt.days { return .sentAfterReceipt }
      row.receivedAt = receivedAt.days
    } else {
      // Nothing can be received before it was sent, so this is the strictest reading of the terms.
      row.receivedAt = row.signalledOn
      row.quality.insert(.receiptAssumed)
    }
    guard row.tellsPlace else { return .tellsNoPlace }
    return row.namesSomebody ? nil : .namesNobody
  }

  private func decodeBirthDate(_ delivered: ByteView, _ row: inout RowValues) {
    guard let birthDate, let latest = row.receivedOn else { return }
    let text = delivered.trimmed
    if text.isEmpty { return }
    switch BirthDateDecoder.decode(text, as: birthDate.form, latest: latest) {
    case .absent: break
    case .date(let date):
      row.birthDate = date
      if date.day > 12 { flags.noteDayFirst() }
    case .part(let date):
      row.birthDate = date
      flag(.unreadable, .birthDateImpossible, at: birthDate.position, &row)
    case .placeholder: row.quality.insert(.datePlaceholder)
    case .impossible, .unreadable:
      flag(.unreadable, .birthDateImpossible, at: birthDate.position, &row)
    case .swapped(let year):
      row.birthDate = year
      flag(.swapped, .birthDateImpossible, at: birthDate.position, &row)
    }
  }

  /// Whether letters were lost on the way: `?` or the replacement character.
  @inline(__always)
  private static func isLossy(_ text: ByteView) -> Bool {
    for index in 0..<text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "?") { return true }
      if byte == 0xEF, index + 2 < text.count, text[index + 1] == 0xBF, text[index + 2] == 0xBD {
        return true
      }
    }
    return false
  }
}
