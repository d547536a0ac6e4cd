internal import Definitions
internal import Model

/// The reasons that tell about the term: its last day, and whether that has passed.
///
/// - Source: `wgs/4.1`, `wgs/4.2`.
struct TermReason {
  /// The day the run is about.
  let referenceDate: CalendarDate

  /// Appends the reasons of a deadline, parted by `|`.
  ///
  /// - Parameters:
  ///   - deadline: The last day.
  ///   - term: The term that ends on it.
  ///   - receivedAt: The day the term began.
  ///   - out: Where to.
  func write(
    deadline: CalendarDate, term: LegalDeadline, receivedAt: CalendarDate, to out: ByteArena
  ) {
    writeCode(deadline, out)
    out.append("Het eerste gesprek moet uiterlijk op ")
    out.append(string: deadline.dutch)
    out.append(" zijn, ")
    out.append(string: DutchText.term(term))
    out.append(" na de ontvangst op ")
    out.append(string: receivedAt.dutch)
    out.append(".")
    if deadline < referenceDate {
      out.append("|R-TERMIJN-VOORBIJ: De laatste dag voor het eerste gesprek is al voorbij. ")
      out.append("Neem zo snel mogelijk contact op.")
    }
  }

  /// Appends the reason for an older signal whose term ends before that of the threat.
  func write(olderDeadline deadline: CalendarDate, to out: ByteArena) {
    writeCode(deadline, out)
    out.append("Er is ook een oudere melding. Daarvoor ")
    out.append(deadline < referenceDate ? "moest" : "moet")
    out.append(" het eerste gesprek uiterlijk op ")
    out.append(string: deadline.dutch)
    out.append(" zijn.")
  }

  private func writeCode(_ deadline: CalendarDate, _ out: ByteArena) {
    out.append("R-TERMIJN-")
    out.append(deadline)
    out.append(": ")
  }
}

extension DutchText {
  /// A legal term in words: `vier weken`.
  static func term(_ term: LegalDeadline) -> String {
    switch term {
    case .workingDays(1): "een werkdag"
    case .workingDays(let count): number(count) + " werkdagen"
    case .weeks(1): "een week"
    case .weeks(let count): number(count) + " weken"
    }
  }
}
