internal import Definitions
internal import Model

/// Turns the cells of rows into columns: the innermost loop of `receive`.
///
/// Works on raw memory and numbers. A row that cannot be used leaves nothing behind.
struct RowDecoder {
  let plan: ColumnPlan
  let columns: RowColumns
  /// Where the texts of the signals are copied to.
  let arena: ByteArena
  /// What was wrong with birth dates; such a signal goes on without one.
  private(set) var birthDateFaults = FlaggedField()

  private let defaults: FieldDefaults
  private let receivedAt: CalendarDate?
  private let isWindows1252: Bool
  private let birthDate: (position: Int, form: DateForm)?
  private let converted = ByteArena(capacity: 1024)

  init(plan: ColumnPlan, feed: FeedDefinition, receivedAt: CalendarDate?) {
    self.plan = plan
    self.receivedAt = receivedAt
    columns = RowColumns(
      textColumns: ColumnPlan.textFields.count, filled: plan.textSlots)
    arena = ByteArena(capacity: 1 << 16)
    defaults = FieldDefaults(feed)
    isWindows1252 = feed.file.encoding == .windows1252
    birthDate =
      plan.actions.enumerated().lazy.compactMap { position, action in
        guard case .birthDate(let form) = action else { return nil }
        return (position, form)
      }.first
  }

  /// Decodes one row and adds it to ``columns``, which must have room for it.
  ///
  /// - Parameters:
  ///   - cells: The row's cells, one for each action of the plan.
  ///   - source: Where the cells' texts stand.
  ///   - number: The data row from 1.
  ///   - line: The line on which it begins.
  ///   - slots: Where the columns stand.
  ///   - mayHoldHighBytes: Whether bytes beyond ASCII were seen in the delivery.
  /// - Returns: Why the row cannot be used, or `nil` when it was added.
  mutating func decode(
    _ cells: UnsafePointer<TextCell>, in source: ByteArena, number: Int, line: Int,
    into slots: RowSlots, mayHoldHighBytes: Bool
  ) -> RowFault? {
    let at = columns.count
    let mark = arena.count
    let converts = isWindows1252 && mayHoldHighBytes
    var row = RowValues(defaults)
    row.tellsPlace = !plan.hasPlace

    for position in 0..<plan.actions.count {
      let cell = cells[position]
      if cell.isEmpty {
        switch plan.actions[position] {
        case .text(let slot), .name(let slot), .place(let slot): slots.texts[slot][at] = .empty
        case .word(let slot): row.empty(slot, plan.words[slot.rawValue])
        case .amount: row.amount = FieldDefaults.missingAmount
        default: break
        }
        continue
      }
      var text = source[cell]
      if converts && text.hasHighBytes {
        converted.removeAll()
        Windows1252.convert(text, into: converted)
        text = converted.bytes
      }
      text = text.trimmed
      if let fault = decode(text, at: position, row: &row, slots: slots, index: at) {
        arena.truncate(to: mark)
        return fault
      }
    }
    if let fault = finish(&row) {
      arena.truncate(to: mark)
      return fault
    }
    if let birthDate, !cells[birthDate.position].isEmpty {
      decodeBirthDate(source[cells[birthDate.position]], &row, number: number, line: line)
    }
    slots.store(row, at: at)
    slots.row[at] = UInt32(truncatingIfNeeded: number)
    columns.count = at + 1
    return nil
  }

  /// Decodes one cell that is not empty.
  @inline(__always)
  private func decode(
    _ text: ByteView, at position: Int, row: inout RowValues, slots: RowSlots, index: Int
  ) -> RowFault? {
    switch plan.actions[position] {
    case .pass, .birthDate: break
    case .mustBeEmpty: return text.isEmpty ? nil : .uneven(found: plan.actions.count + 1)
    case .text(let slot): slots.texts[slot][index] = arena.store(text)
    case .name(let slot):
      slots.texts[slot][index] = arena.store(text)
      if !text.isEmpty { row.namesSomebody = true }
      if RowDecoder.isLossy(text) { row.quality.insert(.lossyName) }
    case .place(let slot):
      slots.texts[slot][index] = arena.store(text)
      if !text.isEmpty { row.tellsPlace = true }
    case .amount(let form):
      guard !text.isEmpty else {
        row.amount = FieldDefaults.missingAmount
        return nil
      }
      guard let cents = AmountDecoder.decode(text, as: form) else {
        return .amount(position: position, form)
      }
      row.amount = cents
    case .date(let slot, let form):
      guard !text.isEmpty else { return nil }
      guard let written = DateDecoder.decode(text, as: form) else {
        return .date(position: position, form)
      }
      if written.isZero || (slot != .signalledOn && written.isPlaceholder) { return nil }
      guard
        let date = CalendarDate(year: written.year, month: written.month, day: written.day)
      else { return .date(position: position, form) }
      row.set(slot, date.days)
    case .number(let slot):
      guard !text.isEmpty else { return nil }
      guard let number = text.unsignedDecimal, number < Int(Int32.max) else {
        return .number(position: position)
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

  private mutating func decodeBirthDate(
    _ delivered: ByteView, _ row: inout RowValues, number: Int, line: Int
  ) {
    guard let birthDate, let latest = row.receivedOn else { return }
    let text = delivered.trimmed
    if text.isEmpty { return }
    switch BirthDateDecoder.decode(text, as: birthDate.form, latest: latest) {
    case .absent: break
    case .date(let date): row.birthDate = date
    case .placeholder: row.quality.insert(.datePlaceholder)
    case .impossible, .unreadable:
      row.quality.insert(.birthDateImpossible)
      birthDateFaults.add(text, row: number, line: line)
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
