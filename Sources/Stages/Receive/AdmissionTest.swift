internal import Definitions
internal import Model

/// Whether a partner may report in one municipality, by kind and day.
///
/// - Source: `wgs/3.1b`, `wgs/10`.
struct AdmissionTest: Sendable {
  private let lines: [Admission]
  /// When each kind of signal is admitted, in the order of its cases.
  private let periods: [[ClosedRange<CalendarDate>]]
  /// Why there is no line at all.
  private let reasonWithoutLines: String

  init(_ admissions: [Admission], partner: Partner, municipality: MunicipalityCode) {
    let own = admissions.filter { $0.isFor(partner) }
    let lines = own.filter { $0.holds(in: municipality) }
    self.lines = lines
    periods = SignalKind.allCases.map { kind in
      lines.compactMap { line in
        let last = line.validTo ?? CalendarDate(days: .max)
        return line.holds(for: kind) && line.validFrom <= last ? line.validFrom...last : nil
      }
    }
    reasonWithoutLines =
      own.isEmpty ? "partner never admitted" : "partner not admitted in this municipality"
  }

  /// Why a signal is not admitted, or `nil` when it is.
  @inline(__always)
  func reason(_ kind: SignalKind, on day: CalendarDate) -> String? {
    for period in periods[kind.position] where period.contains(day) { return nil }
    return reasonAgainst(kind)
  }

  private func reasonAgainst(_ kind: SignalKind) -> String {
    if lines.isEmpty { return reasonWithoutLines }
    return lines.contains { $0.holds(for: kind) }
      ? "partner not admitted on this day" : "kind of signal not admitted"
  }
}
