internal import Diagnostics
internal import Model
internal import Pipeline

/// What the tables of an intake say of a reason for rejecting rows: its words are there once for all
/// its rows.
struct RejectionWords {
  var fate: Fate
  let withholdsContent: Bool
  /// Stands in the ledger's arena.
  var ledger: TextCell
  /// Stands in the arena of the feed's receipts.
  var receipt: TextCell
  /// Stand in the arena of the feed's quarantine.
  let quarantine: (code: TextCell, column: TextCell, problem: TextCell)

  init(_ reason: Diagnostic, ledger: Ledger, receipts: Receipts, quarantine: Quarantine) {
    fate = reason.fateOfRow
    withholdsContent = reason.withholdsContent
    let isRefused = fate == .refused
    self.ledger = ledger.arena.store(isRefused ? "objection" : reason.code.id)
    receipt = receipts.arena.store(
      isRefused ? fate.rawValue : "\(reason.code.id) \(reason.location.column ?? "")")
    self.quarantine = (
      quarantine.arena.store(reason.code.id),
      quarantine.arena.store(reason.location.column ?? ""),
      quarantine.arena.store(DiagnosticText.sentence(reason))
    )
  }
}
