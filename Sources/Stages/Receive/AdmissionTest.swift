internal import Definitions
internal import Model

/// Whether a partner may report in one municipality, by kind and day.
///
/// - Source: `wgs/3.1b`, `wgs/10`.
struct AdmissionTest: Sendable {
  private let lines: [Admission]
  /// Why there is no line at all.
  private let reasonWithoutLines: String

  init(_ admissions: [Admission], partner: Partner, municipality: MunicipalityCode) {
    let own = admissions.filter { $0.isFor(partner) }
    lines = own.filter { $0.holds(in: municipality) }
    reasonWithoutLines =
      own.isEmpty ? "partner never admitted" : "partner not admitted in this municipality"
  }

  /// Why a signal is not admitted, or `nil` when it is.
  @inline(__always)
  func reason(_ kind: SignalKind, on day: CalendarDate) -> String? {
    for line in lines where line.holds(on: day) && line.holds(for: kind) { return nil }
    if lines.isEmpty { return reasonWithoutLines }
    return lines.contains { $0.holds(for: kind) }
      ? "partner not admitted on this day" : "kind of signal not admitted"
  }
}
