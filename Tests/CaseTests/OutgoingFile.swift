import Foundation

/// What kind of file of a run's folder a path is, and which values of people may stand in it.
struct OutgoingFile {
  /// A value of a person may stand only where this table says so.
  enum Kind: String, CaseIterable {
    case manifest, issues, ledger, deliveryHistory, quarantine, quarantineHeaders, receipts
    case deliveryReceipts, rejections, subject, stageFile, worklist, workbook, review, handOver
    case deceased, exchange, feedback, letters, figures, result, overview

    var mayHold: Set<LeakNight.Field> {
      switch self {
      case .manifest, .issues, .ledger, .deliveryHistory, .quarantineHeaders, .deliveryReceipts,
        .rejections, .subject, .figures, .result, .overview:
        []
      case .receipts, .feedback: [.reference]
      // What was delivered and cannot be read stays in the house, for the owner alone.
      case .quarantine: Set(LeakNight.Field.allCases).subtracting([.citizenServiceNumber])
      // Stage files stay in the house too.
      case .stageFile:
        Set(LeakNight.Field.allCases).subtracting([.citizenServiceNumber, .remark])
      case .worklist, .workbook:
        [.reference, .surname, .partnerSurname, .birthDate, .street, .phone, .email]
      case .review: [.surname, .partnerSurname, .birthDate, .street, .phone]
      case .handOver, .deceased: [.reference, .surname, .partnerSurname, .birthDate, .street]
      case .exchange: [.surname, .birthDate, .street]
      case .letters: [.surname, .partnerSurname, .street]
      }
    }
  }

  let kind: Kind
  /// The municipality in whose folder it stands; `nil` beside them.
  let municipality: String?
  /// The feed or partner that it is for; `nil` if for none alone.
  let partner: String?

  /// Names the kind of a path in a run's folder; `nil` for one that this table does not know.
  init?(path: String) {
    var parts = path.split(separator: "/").map(String.init)
    let isMunicipality = parts[0].count == 4 && parts[0].allSatisfy(\.isNumber)
    municipality = isMunicipality ? parts.removeFirst() : nil
    let name = parts.removeLast()
    let stem = String(name.prefix { $0 != "." })
    switch (isMunicipality, parts.first) {
    case (true, "terugkoppeling"): (kind, partner) = (.feedback, stem)
    // For the municipality alone, also where it is about one partner.
    case (true, "deellijsten"):
      (kind, partner) = (name.hasSuffix(".xlsx") ? .workbook : .worklist, nil)
    case (false, "receipts"):
      (kind, partner) = (name.hasSuffix(".deliveries.csv") ? .deliveryReceipts : .receipts, stem)
    case (false, "rejections"): (kind, partner) = (.rejections, stem)
    case (false, "quarantine"):
      (kind, partner) = (name.hasSuffix(".headers.csv.gz") ? .quarantineHeaders : .quarantine, stem)
    case (true, nil):
      partner = nil
      switch name {
      case "run.json": kind = .subject
      case "result.json": kind = .result
      case "werklijst.csv": kind = .worklist
      case "werklijst.xlsx": kind = .workbook
      case "beoordeling.csv": kind = .review
      case "brieven.csv": kind = .letters
      case "indicatoren.csv", "rapport.html": kind = .figures
      case "overdracht.csv": kind = .handOver
      case "overleden.csv": kind = .deceased
      case let name where name.hasPrefix("ddas") && name.hasSuffix(".json"): kind = .exchange
      case let name where name.hasSuffix(".csv.gz"): kind = .stageFile
      default: return nil
      }
    case (false, nil):
      partner = nil
      switch name {
      case "manifest.json": kind = .manifest
      case "overzicht.html": kind = .overview
      case "issues.jsonl": kind = .issues
      case "ledger.csv.gz": kind = .ledger
      case "delivery-history.csv.gz", "accepted-deliveries.csv.gz": kind = .deliveryHistory
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether a value of a person may stand in the file.
  func mayHold(_ field: LeakNight.Field, of subject: LeakNight.Subject) -> Bool {
    guard kind.mayHold.contains(field), (partner ?? subject.feed) == subject.feed,
      (municipality ?? subject.municipality) == subject.municipality
    else { return false }
    switch subject.name {
    // Of somebody who objected the partner's own reference is left, in its receipt.
    case "objected": return kind == .receipts
    case "broken": return kind == .receipts || kind == .quarantine
    case "small":
      return field == .reference && [.receipts, .feedback, .stageFile].contains(kind)
    // Nobody writes to an address that must be released first, nor to somebody who has died.
    case "secret" where kind == .letters: return false
    case "secret": return field != .street || kind == .stageFile
    case "dead": return ![.worklist, .workbook, .review, .letters].contains(kind)
    default: return kind != .deceased && kind != .quarantine
    }
  }
}
