internal import Definitions
internal import Diagnostics

/// Why a row cannot be used; numbers only, worded once for all rows that share it.
enum RowFault: Hashable {
  /// So many fields, at most ``mostFields``.
  case uneven(found: Int)
  case missing(FeedField)
  case amount(position: Int, AmountForm)
  case date(position: Int, DateForm)
  case word(position: Int, WordSlot)
  /// A number without which nobody can tell whether the row may be processed.
  case number(position: Int)
  /// An amount that a spreadsheet rounded.
  case scientific(position: Int, AmountForm)
  /// An amount with three digits behind the sign of decimals.
  case threeDecimals(position: Int, AmountForm)
  case shortYear(position: Int, DateForm)
  /// A date that systems fill in when they know none.
  case placeholder(position: Int)
  /// A total of other rows.
  case total
  case headerAgain
  case sentAfterReceipt
  case namesNobody
  case tellsNoPlace
  /// The row cannot be used for another reason too.
  case objection
  case objectionUnreadable(position: Int)

  /// More fields than these are said to be more.
  static let mostFields = 1000

  /// A row with so many fields.
  static func fields(_ count: Int) -> RowFault { .uneven(found: min(count, mostFields)) }

  /// The position of the cell at fault.
  var position: Int? {
    switch self {
    case .amount(let position, _), .date(let position, _), .word(let position, _),
      .scientific(let position, _), .threeDecimals(let position, _), .shortYear(let position, _),
      .placeholder(let position), .number(let position), .objectionUnreadable(let position):
      position
    case .uneven, .missing, .sentAfterReceipt, .namesNobody, .tellsNoPlace, .total, .headerAgain,
      .objection:
      nil
    }
  }

  /// The field at fault, where no cell was at fault as it was read.
  var field: FeedField? {
    switch self {
    case .missing(let field): field
    case .sentAfterReceipt: .signalledOn
    default: nil
    }
  }

  /// Whether the row has as many cells as the header, so that each is where it belongs.
  var isEven: Bool {
    if case .uneven = self { false } else { true }
  }

  /// Whether nothing of the row may be kept.
  var withholdsContent: Bool {
    switch self {
    case .objection, .objectionUnreadable: true
    default: false
    }
  }

  /// Whether the row was never meant to be a signal, so that it says nothing about the delivery.
  var isFurniture: Bool {
    switch self {
    case .total, .headerAgain: true
    default: false
    }
  }

  /// The fault, or what the row tells of an objection, which matters more.
  func orObjection(_ glance: ObjectionGlance) -> RowFault {
    switch glance {
    case .none: self
    case .made: .objection
    case .unreadable(let position): .objectionUnreadable(position: position)
    }
  }

  /// The code and the facts.
  ///
  /// - Parameters:
  ///   - plan: The columns of the delivery.
  ///   - found: What kind of text the cell at fault holds; never the text.
  /// - Returns: What a diagnostic says besides the place.
  func diagnostic(_ plan: ColumnPlan, found: String) -> (DiagnosticCode, [String: String]) {
    switch self {
    case .uneven(let count):
      (
        .unevenRow,
        [
          "expected": "\(plan.actions.count)",
          "found": count == RowFault.mostFields ? "\(count) or more" : "\(count)",
        ]
      )
    case .missing(let field): (.fieldMissing, ["expected": field.rawValue])
    case .amount(_, let form): (.amountUnreadable, ["expected": form.example, "found": found])
    case .date(_, let form): (.dateUnreadable, ["expected": form.example, "found": found])
    case .word(_, let slot):
      (.wordUnknown, ["expected": plan.wordNames[slot.rawValue], "found": found])
    case .number: (.numberUnreadable, ["found": found])
    case .scientific(_, let form): (.amountScientific, ["expected": form.example])
    case .threeDecimals(_, let form): (.amountAmbiguous, ["expected": form.example])
    case .shortYear(_, let form): (.yearTooShort, ["expected": form.example])
    case .placeholder: (.signalDatePlaceholder, [:])
    case .total: (.totalRow, [:])
    case .headerAgain: (.repeatedHeader, [:])
    case .sentAfterReceipt: (.dateInFuture, [:])
    case .namesNobody: (.personUnusable, [:])
    case .tellsNoPlace: (.addressUnusable, [:])
    case .objection: (.objectionOnUnusableRow, [:])
    case .objectionUnreadable: (.objectionUnreadable, ["found": found])
    }
  }
}
