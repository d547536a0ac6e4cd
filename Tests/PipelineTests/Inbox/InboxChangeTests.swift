import Definitions
import Diagnostics
import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

/// What a run does when files of the inbox change under its hands.
@Suite struct InboxChangeTests {
  private static let first = "havenstad_2026-09_20261005.csv.gz"
  private static let second = "havenstad_2026-10_20261104.csv.gz"

  /// Takes in two deliveries, and does something when one of them is being decoded.
  private func receive(
    whileReading name: String, _ change: @escaping @Sendable (TemporaryFolder) throws -> Void
  ) async throws -> ReadDeliveries {
    let folder = try TemporaryFolder()
    try folder.write("one", to: "inbox/" + Self.first)
    try folder.write("two", to: "inbox/" + Self.second)
    let pipeline = PipelineDefinition(
      title: "", dataAreReal: false, feeds: [namedFeed("havenstad")], municipalities: [],
      ruleSets: [:], models: [:], stages: [],
      reference: ReferenceTables(
        municipalityOfArea: [], municipalityNames: [:], holidays: [], admissions: []),
      keyFile: "", inbox: folder.path("inbox"), output: folder.path("output"), state: "", files: [])
    let parts = RunParts(
      version: "test", receive: NoIntake.self, stages: [],
      readDelivery: { file, feed in
        if file.name.file == name { try change(folder) }
        return DecodedDelivery(
          name: file.name, feed: feed, period: "", receivedAt: nil, sha256: file.sha256,
          bytes: file.bytes)
      }, publish: NoLists(), memory: nil)
    let runner = Runner(
      pipeline: pipeline, parts: parts,
      options: RunOptions(
        inbox: folder.path("inbox"), output: folder.path("output"),
        referenceDate: try #require(CalendarDate(iso: "2026-11-09")), lastStage: nil,
        stageOrder: [], updatesState: false, jobs: 1))
    try FileSystem.makeFolder(folder.path("output"))
    let copies = try PrivateFolder(below: folder.path("output"))
    let (deliveries, _) = try await runner.receive(keys: [:], copies: copies)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("output/private")).isEmpty)
    return deliveries
  }

  @Test func aDeliveryThatIsReplacedWhileItIsDecodedIsRefused() async throws {
    let deliveries = try await receive(whileReading: Self.first) { folder in
      try folder.write("other", to: "inbox/.new")
      #expect(rename(folder.path("inbox/.new"), folder.path("inbox/" + Self.first)) == 0)
    }
    #expect(deliveries.accepted.map(\.name.file) == [Self.second])
    #expect(deliveries.inputs.map(\.reason) == ["FEED-030", nil])
    // The digest is that of the bytes which were read.
    #expect(deliveries.inputs.first?.bytes == 3)
  }

  @Test func aDeliveryThatIsReplacedAfterItWasAdmittedStopsTheRun() async throws {
    let problem = await #expect(throws: Diagnostic.self) {
      try await receive(whileReading: Self.second) { folder in
        try FileManager.default.removeItem(atPath: folder.path("inbox/" + Self.first))
      }
    }
    #expect(problem?.code == .inboxChanged)
    #expect(problem?.code.effect == .stopped(.temporary))
    #expect(problem?.facts == ["delivery": Self.first])
  }

  private struct NoIntake: IntakeStage {
    static let name = "receive"
    static let summary = "Takes in nothing."
    static let version = 1
    static let reads: [Dataset] = []
    static let writes: [Dataset] = []
    static let settings: [Setting] = []

    init(
      settings: [String: Int], pipeline: PipelineDefinition,
      keys: [MunicipalityCode: MunicipalityKeys]
    ) {}

    func judge(_ delivery: DecodedDelivery) -> JudgedDelivery {
      JudgedDelivery(delivery, verdicts: [], signalIDs: [], order: [])
    }
    mutating func admit(_ judged: JudgedDelivery) {}
    mutating func note(
      feed: FeedDefinition, file: String, period: String, diagnostic: Diagnostic
    ) {}
    mutating func finish() -> Intake { Intake() }
  }

  private struct NoLists: ListPublisher {
    var stage: any Stage.Type { NoIntake.self }
    func publish(
      _ tables: MunicipalityTables, _ context: StageContext, to folder: String, jobs: Int
    ) async throws -> RunFigures? { nil }
  }
}
