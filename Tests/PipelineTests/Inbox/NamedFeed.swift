import Definitions
import Model

/// A feed whose files are named `<id>_{period}_{received}.csv.gz`, for tests that read no rows.
func namedFeed(_ id: String, pattern: String? = nil) -> FeedDefinition {
  FeedDefinition(
    id: FeedID(id), title: id, partner: Partner(id: id, name: id, type: .rent),
    source: "besluit-gs/2", municipalities: nil,
    delivery: DeliveryDefinition(
      name: NamePattern(pattern ?? "\(id)_{period}_{received}.csv.gz"), dueDay: 10),
    file: FileFormat(encoding: .utf8, delimiter: UInt8(ascii: ";")), columns: [], lookups: [:],
    constants: [:], expectations: FeedExpectations())
}
