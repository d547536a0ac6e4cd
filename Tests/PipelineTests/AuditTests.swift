import Diagnostics
import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

/// The audit log, and the state that is held against it.
@Suite struct AuditTests {
  private let schiedam: MunicipalityCode
  private let folder: TemporaryFolder

  init() throws {
    schiedam = try #require(MunicipalityCode("0606"))
    folder = try TemporaryFolder()
  }

  /// Finds every file whole, or none.
  private struct Inspection: StateInspection {
    var found: [String] = []
    func problems(ofInterrupted path: String) -> [String] { found }
  }

  private func hold(_ found: [String] = []) throws -> HeldState {
    try HeldState(
      folder: folder.path("state"), municipality: schiedam, inspection: Inspection(found: found))
  }

  /// The code of what a piece of work throws.
  private func code(_ work: () throws -> Void) -> String? {
    do { try work() } catch { return (error as? Diagnostic)?.code.id }
    return nil
  }

  private func state(_ text: String) throws { try folder.write(text, to: "state/0606.sqlite") }
  private var log: URL { folder.url.appendingPathComponent("state/0606.audit.jsonl") }
  private var head: URL { folder.url.appendingPathComponent("state/0606.audit.head") }
  private var verified: VerifiedAudit {
    get throws { try AuditVerifier(folder: folder.path("state")).verify(schiedam) }
  }

  /// Three acts, of which the last changed the state.
  private func threeActs() throws {
    try hold().change(AuditedAct(.run)) { act in
      try state("one")
      act.run = "2026-10-01-aa"
      act.counts["signals"] = 12
    }
    try hold().note(AuditedAct(.subject, reason: "zaak 2026-17"))
    try hold().change(AuditedAct(.run)) { _ in try state("two") }
  }

  @Test func everyActStandsInTheLogWithTheStateThatItLeft() throws {
    try threeActs()
    let records = try AuditVerifier(folder: folder.path("state")).records(of: schiedam)
    #expect(records.map(\.number) == Array(1...5))
    #expect(records.map(\.phase) == [.begin, .end, .once, .begin, .end])
    #expect(records[1].run == "2026-10-01-aa")
    #expect(records[1].counts == ["signals": 12])
    #expect(records[2].reason == "zaak 2026-17")
    #expect(records[1].files == records[2].files)
    #expect(records[1].files["0606.sqlite"] != records[4].files["0606.sqlite"])
    #expect(records.allSatisfy { !$0.by.isEmpty && $0.at.count == 20 && $0.at.hasSuffix("Z") })
    let found = try verified
    #expect(found.problems.isEmpty)
    #expect(found.records == 5)
    #expect(found.digests.last == found.head)
  }

  @Test func everyFlippedBitOfLogHeadAndStateIsFound() throws {
    try threeActs()
    let files = [log, head, folder.url.appendingPathComponent("state/0606.sqlite")]
    var random = SeededGenerator(seed: 6)
    for trial in 0..<240 {
      let url = files[trial % 3]
      let whole = try Data(contentsOf: url)
      var damaged = whole
      damaged[Int.random(in: 0..<whole.count, using: &random)] ^=
        1 << Int.random(in: 0...7, using: &random)
      try damaged.write(to: url)
      #expect(try !verified.problems.isEmpty, "trial \(trial)")
      try whole.write(to: url)
    }
    #expect(try verified.problems.isEmpty)
    #expect(code { _ = try hold() } == nil)
  }

  @Test func linesThatAreRemovedChangedOrMovedAreFound() throws {
    try threeActs()
    let whole = try String(contentsOf: log, encoding: .utf8)
    let lines = whole.split(separator: "\n").map(String.init)
    let kept = try verified.digests[1]
    var others = (0..<lines.count).map { index in
      lines.indices.filter { $0 != index }.map { lines[$0] }
    }
    others.append([lines[0], lines[2], lines[1], lines[3], lines[4]])
    others.append(lines.reversed())
    others.append(lines + [lines[4]])
    others.append(lines.map { $0.replacing("zaak 2026-17", with: "zaak 2026-18") })
    others.append(Array(lines.prefix(2)))
    others.append([])
    for other in others {
      try Data(other.map { $0 + "\n" }.joined().utf8).write(to: log)
      #expect(try !verified.problems.isEmpty)
    }
    // Somebody who writes the head as well is found by a head that was kept elsewhere.
    try FileManager.default.removeItem(at: log)
    try FileManager.default.removeItem(at: head)
    try hold().note(AuditedAct(.run))
    #expect(try verified.problems.isEmpty)
    #expect(try !verified.digests.contains(kept))
  }

  @Test func aStateThatAnotherChangedIsDamagedAndCanBeAdopted() throws {
    try threeActs()
    try state("from a backup")
    #expect(code { _ = try hold() } == "RUN-012")
    #expect(code { try adopt(Inspection(found: ["no database"])) } == "AUDIT-003")
    try adopt(Inspection())
    #expect(code { _ = try hold() } == nil)
    try FileManager.default.removeItem(atPath: folder.path("state/0606.sqlite"))
    #expect(code { _ = try hold() } == "RUN-012")
  }

  private func adopt(_ inspection: Inspection) throws {
    try HeldState.adopt(
      folder: folder.path("state"), municipality: schiedam, inspection: inspection,
      reason: "backup of yesterday")
  }

  @Test func aStateWithoutALogIsTakenAsItIs() throws {
    try state("of an earlier version")
    _ = try hold()
    let records = try AuditVerifier(folder: folder.path("state")).records(of: schiedam)
    #expect(records.map(\.action) == [.adopt])
    #expect(try verified.problems.isEmpty)
  }

  @Test func anInterruptedActIsCompletedByTheNext() throws {
    try threeActs()
    try hold().begin(AuditedAct(.run))
    #expect(try verified.isInterrupted)
    _ = try hold()
    try hold().begin(AuditedAct(.forget))
    try state("three")
    #expect(code { _ = try hold(["a page is wrong"]) } == "RUN-012")
    _ = try hold()
    let phases = try AuditVerifier(folder: folder.path("state")).records(of: schiedam).map(\.phase)
    #expect(phases.suffix(4) == [.begin, .stopped, .begin, .recovered])
    #expect(try verified.problems.isEmpty)
  }

  /// A program can be stopped after any byte of a line, and before the head is written.
  @Test func aLogThatStopsInTheMiddleOfALineGoesOn() throws {
    try threeActs()
    let before = (log: try Data(contentsOf: log), head: try Data(contentsOf: head))
    try hold().note(AuditedAct(.explain))
    let after = try Data(contentsOf: log)
    for length in before.log.count...after.count {
      try after.prefix(length).write(to: log)
      try before.head.write(to: head)
      try hold().note(AuditedAct(.export))
      #expect(try verified.problems.isEmpty, "stopped after \(length) bytes")
      let records = try verified.records
      #expect(records == (length == after.count ? 7 : 6))
    }
  }

  @Test func whatFailsIsRecordedAndGoesOn() throws {
    struct Refused: Error {}
    #expect(throws: Refused.self) {
      try hold().change(AuditedAct(.erase)) { _ in throw Refused() }
    }
    #expect(
      try AuditVerifier(folder: folder.path("state")).records(of: schiedam).last?.phase == .failed)
    #expect(code { _ = try hold() } == nil)
  }

  /// SQLite leaves a change beside its file when the disk refuses while it closes it.
  private struct Completion: StateInspection {
    var succeeds: Bool
    func problems(ofInterrupted path: String) -> [String] {
      if succeeds { try? FileManager.default.removeItem(atPath: path + "-wal") }
      return []
    }
  }

  @Test func aChangeThatSQLiteLeftBesideTheFileIsBroughtIntoIt() throws {
    try threeActs()
    func held(_ succeeds: Bool) throws -> HeldState {
      try HeldState(
        folder: folder.path("state"), municipality: schiedam,
        inspection: Completion(succeeds: succeeds))
    }
    func change(_ state: HeldState) throws {
      _ = try state.change(AuditedAct(.run)) { _ in
        try folder.write("more", to: "state/0606.sqlite-wal")
      }
    }
    try change(held(true))
    #expect(try verified.problems.isEmpty)
    // The disk still refuses: the act counts as interrupted, and the next one completes it.
    #expect(code { try change(held(false)) } == "RUN-009")
    #expect(code { _ = try held(false) } == "RUN-009")
    try held(true).note(AuditedAct(.explain))
    #expect(try verified.problems.isEmpty)
    let phases = try AuditVerifier(folder: folder.path("state")).records(of: schiedam).map(\.phase)
    #expect(phases.suffix(3) == [.begin, .recovered, .once])
  }

  @Test func nobodyElseHoldsAStateThatIsHeld() throws {
    let held = try hold()
    #expect(code { _ = try hold() } == "RUN-011")
    let other = try #require(MunicipalityCode("0622"))
    _ = try HeldState(
      folder: folder.path("state"), municipality: other, inspection: Inspection())
    withExtendedLifetime(held) {}
  }

  @Test func aChangeThatNoActMadeIsFoundBesideTheFile() throws {
    try threeActs()
    try folder.write("a page", to: "state/0606.sqlite-wal")
    #expect(code { _ = try hold() } == "RUN-012")
  }
}
