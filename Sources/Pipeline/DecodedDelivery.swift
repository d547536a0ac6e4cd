public import Definitions
public import Diagnostics
public import Model

/// One delivery after reading: its rows decoded, and those that could not be.
///
/// Every data row of the file stands in ``signals`` or in ``rejected``, exactly once.
public struct DecodedDelivery: Sendable {
  public var name: DeliveryName
  public var feed: FeedDefinition
  /// What the file's name says.
  public var period: String
  /// The day it was received; `nil` when neither name nor sidecar says.
  public var receivedAt: CalendarDate?
  /// SHA-256 of the file as delivered, hexadecimal.
  public var sha256: String
  /// Bytes of the file as delivered.
  public var bytes: Int
  /// Data rows.
  public var rows: Int
  /// The header row as delivered, in UTF-8.
  public var header: String
  /// The rows that could be decoded, in the order that the reader was asked for.
  ///
  /// ``SignalKeys/deliveries`` holds this delivery alone, signal ids are absent, `receivedAt` is
  /// filled for every row.
  public var signals: Received
  /// The places of those ``Received/deliveredTexts`` that differ from row to row.
  ///
  /// The others hold the same cell in every row. The texts of a row stand together in the arena, apart from those of others.
  public var variableTexts: [Int]
  /// Whether the debtor objected, for each of ``signals``.
  public var objection: [Bool]
  /// What each of ``signals`` tells of the steps before a report; empty when no column tells any.
  public var steps: [PriorSteps]
  /// A digest of each row's bytes as delivered, for each of ``signals``: the canonical order.
  public var contentDigest: [RowDigest]
  /// The rows that could not be decoded, in the same order.
  public var rejected: [RejectedRow]
  /// Why rows were rejected, each reason once; without row and line.
  public var reasons: [Diagnostic]
  /// Where the texts of ``rejected`` stand.
  public var rejectedArena: ByteArena
  /// Whether it came with a file that holds its checksum.
  public var hadChecksum = false
  /// Whether a correction stands in its place: its rows are accounted for and go no further.
  public var isReplaced = false
  /// What was found, besides the rejected rows: flagged fields as counts, and notes.
  public var diagnostics: [Diagnostic]

  /// Creates a delivery without rows.
  public init(
    name: DeliveryName, feed: FeedDefinition, period: String, receivedAt: CalendarDate?,
    sha256: String, bytes: Int
  ) {
    self.name = name
    self.feed = feed
    self.period = period
    self.receivedAt = receivedAt
    self.sha256 = sha256
    self.bytes = bytes
    rows = 0
    header = ""
    signals = Received()
    variableTexts = Array(Received.deliveredTexts.indices)
    objection = []
    steps = []
    contentDigest = []
    rejected = []
    reasons = []
    rejectedArena = ByteArena()
    diagnostics = []
  }
}

extension DecodedDelivery {
  /// The names of the columns as delivered, parted by `|`, to be held against those of other deliveries.
  ///
  /// All of them are words of the feed's definition, or nearly so: no personal data.
  var columns: String {
    let delimiter = Character(Unicode.Scalar(feed.file.delimiter))
    return header.split(separator: delimiter, omittingEmptySubsequences: false).map { name in
      var name = name
      while let last = name.last, last.isWhitespace || last == "\"" { name.removeLast() }
      while let first = name.first, first.isWhitespace || first == "\"" { name.removeFirst() }
      return String(name)
    }.joined(separator: "|")
  }
}

/// A row that could not be decoded: numbers only, as there can be as many as rows.
public struct RejectedRow: Sendable {
  /// Data row from 1.
  public var row: UInt32
  /// Line of the file from 1 on which the row begins.
  public var line: UInt32
  public var digest: RowDigest
  /// Why: an index into ``DecodedDelivery/reasons``.
  public var reason: UInt32
  /// The row as delivered, in UTF-8: a line that reads back into the same fields.
  ///
  /// For the quarantine only.
  public var content: TextCell
  /// The partner's reference, if the row has one that could be read.
  ///
  /// For the receipt.
  public var partnerReference: TextCell

  /// Creates a rejected row.
  public init(
    row: UInt32, line: UInt32, digest: RowDigest, reason: UInt32, content: TextCell,
    partnerReference: TextCell
  ) {
    self.row = row
    self.line = line
    self.digest = digest
    self.reason = reason
    self.content = content
    self.partnerReference = partnerReference
  }
}

extension DecodedDelivery {
  /// What is to be said of a rejected row, with its place.
  public func diagnostic(of rejected: RejectedRow) -> Diagnostic {
    var diagnostic = reasons[Int(rejected.reason)]
    diagnostic.location.row = Int(rejected.row)
    diagnostic.location.line = Int(rejected.line)
    return diagnostic
  }
}

extension Diagnostic {
  /// The fate of a row that was rejected for this reason: `refused` when it tells that its debtor objected,
  /// whatever else is wrong with it.
  ///
  /// - Source: `besluit-gs/2`.
  public var fateOfRow: Fate { code == .objectionOnUnusableRow ? .refused : .malformed }

  /// Whether nothing of the row may be kept: its debtor objected, or may have.
  public var withholdsContent: Bool { fateOfRow == .refused || code == .objectionUnreadable }
}
