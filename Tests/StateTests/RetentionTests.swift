import Definitions
import Foundation
import Model
import Pipeline
import State
import TestSupport
import Testing

/// What stays in the state on a day, decided a second time in another way.
@Suite struct RetentionTests {
  private let folder: TemporaryFolder
  private let store: StateStore
  private let municipality: MunicipalityDefinition

  init() throws {
    folder = try TemporaryFolder()
    store = StateStore(folder: folder.url.path)
    municipality = MunicipalityDefinition(
      code: try #require(MunicipalityCode("0606")), name: "Schiedam", rules: "standaard",
      thresholds: [:], windows: [:],
      retention: Retention(notPickedUpMonths: 6, pickedUpMonths: 12, afterClosingMonths: 18),
      capacity: [:], firstAttemptWorkingDays: [:])
    // Makes the file with its tables.
    _ = try store.erase([], persons: [], of: municipality, on: CalendarDate(days: 0))
  }

  /// A day so many months earlier, by looking at every day: no later than the same day of the month.
  private static func earlier(_ day: CalendarDate, _ months: Int) -> CalendarDate {
    let (year, month, dayOfMonth) = day.civil
    let wanted = year * 12 + month - 1 - months
    var found = day
    while true {
      let (year, month, day) = found.civil
      if year * 12 + month - 1 == wanted && day <= dayOfMonth { return found }
      found = found.adding(days: -1)
    }
  }

  @Test(arguments: 0..<20)
  func aPlainerProgramKeepsTheSame(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let date = try #require(
      CalendarDate(iso: ["2026-02-28", "2024-02-29", "2026-11-30", "2026-08-31"][Int(seed % 4)]))
    let state = try StateFile(in: folder)
    let oldest = Self.earlier(date, 6)
    let oldestPickedUp = Self.earlier(date, 12)
    let oldestClosed = Self.earlier(date, 18)
    func draw(_ around: [CalendarDate]) throws -> CalendarDate {
      let near = try #require(around.randomElement(using: &random))
      return near.adding(days: Int.random(in: -3...3, using: &random))
    }
    try state.run("INSERT INTO run VALUES ('r', '2026-01-01')")
    var kept: Set<String> = []
    for number in 0..<60 {
      let received = try draw([oldest, oldestPickedUp, date.adding(days: 40)])
      let accepted = try draw([oldest, oldestPickedUp, received])
      let isKnown = Bool.random(using: &random)
      let isPickedUp = Bool.random(using: &random)
      let id = SignalID(high: 1, low: UInt64(number)).description
      try state.run(
        "INSERT INTO delivery VALUES (?, 'f', ?, 'r')", ["sha-\(number)", "n-\(number)"])
      if isKnown {
        try state.run(
          """
          INSERT INTO accepted_delivery VALUES ('f', ?, ?, '', NULL, 1, '', 0, '', ?, 'r')
          """, ["n-\(number)", "sha-\(number)", accepted.description])
      }
      try state.run(
        """
        INSERT INTO signal (delivery_sha256, signal_id, partner, partner_type, partner_ref, kind,
          received_at, signalled_on, amount_cents, address_key, person_id, household_id, picked_up)
        VALUES (?, ?, 'p', 'Huur', '', 'vroegsignaal', ?, ?, 1, '', ?, '', CAST(? AS INTEGER))
        """,
        [
          "sha-\(number)", id, received.description, received.description,
          PersonID(high: 2, low: UInt64(number)).description, isPickedUp ? "1" : "0",
        ])
      let start = isKnown ? min(received, accepted) : received
      if start >= (isPickedUp ? oldestPickedUp : oldest) { kept.insert(id) }
    }
    var cases: Set<String> = []
    var open = 0
    for number in 0..<30 {
      let id = CaseID(high: 3, low: UInt64(number)).description
      let closed = try Bool.random(using: &random) ? draw([oldestClosed]) : nil
      try state.run("INSERT INTO signal_case VALUES (?, ?, '2020-01-01')", [id, id])
      try state.run("INSERT INTO case_signal VALUES (?, ?, '2020-01-01')", [id, id])
      // An older entry, which was closed long ago and opened again, decides nothing.
      for (day, closed) in [("2020-01-02", "2020-01-02"), ("2020-02-02", closed?.description)] {
        try state.run(
          """
          INSERT INTO case_entry VALUES (?, ?, NULL, NULL, iif(? = '', NULL, 'x'),
            nullif(?, ''), 0)
          """, [id, day, closed ?? "", closed ?? ""])
      }
      if closed == nil { open += 1 }
      if closed.map({ $0 >= oldestClosed }) ?? true { cases.insert(id) }
    }

    let history = try store.history(of: municipality, without: [], before: date.adding(days: 99))
      .table
    let terms = RetentionTerms(municipality.retention, on: date)
    let trial = try store.forget(past: terms, of: municipality, isTrial: true)
    #expect(try state.rows("SELECT count(*) FROM signal") == ["60"])
    let gone = try store.forget(past: terms, of: municipality, isTrial: false)
    #expect(gone == trial)
    #expect(gone.signals == 60 - kept.count)
    #expect(gone.cases == 30 - cases.count)
    #expect(gone.openCases == open)
    let after = try StateFile(in: folder)
    #expect(Set(try after.rows("SELECT signal_id FROM signal")) == kept)
    #expect(Set(try after.rows("SELECT case_id FROM signal_case")) == cases)
    #expect(Set(try after.rows("SELECT DISTINCT case_id FROM case_entry")) == cases)
    #expect(try after.rows("SELECT count(*) FROM delivery") == ["\(kept.count)"])
    // What a run reads is what is kept, on the same day.
    let read = try store.history(of: municipality, without: [], before: date).table
    let received = Set(
      try after.rows("SELECT signal_id FROM signal WHERE received_at <= '\(date)'"))
    #expect(Set(read.signalID.map(\.description)) == received)
    #expect(history.count <= 60)
    #expect(try store.forget(past: terms, of: municipality, isTrial: false).signals == 0)
  }

  @Test func whatTellsOfNoSignalGoesAndForeignKeysHold() throws {
    let state = try StateFile(in: folder)
    try state.run("INSERT INTO run VALUES ('old', '2020-01-01'), ('kept', '2020-01-02')")
    try state.run("INSERT INTO run VALUES ('new', '2026-11-01')")
    try state.run(
      """
      INSERT INTO accepted_delivery VALUES
        ('f', 'a', 's-a', '', NULL, 1, '', 0, '', '2020-01-01', 'old'),
        ('f', 'b', 's-b', '', '2031-01-01', 1, '', 0, '', '2020-01-01', 'kept'),
        ('f', 'c', 's-c', '', NULL, 1, '', 0, '', '2026-10-31', 'new')
      """)
    let one = PersonID(high: 1, low: 1).description
    let two = PersonID(high: 1, low: 2).description
    try state.run("INSERT INTO person_change VALUES ('new', ?, 'merged', ?)", [one, two])
    try state.run("INSERT INTO review VALUES (?, ?, 'zelfde', 1, 'new', NULL)", [one, two])
    try state.run(
      "INSERT INTO listed VALUES (?, ?, '2026-10-01', '2026-10-01', '2026-10-01')", [one, two])
    try state.run("INSERT INTO erased VALUES (?, '2020-01-01'), (?, '2026-10-01')", [one, two])
    let date = try #require(CalendarDate(iso: "2026-11-30"))
    _ = try store.forget(
      past: RetentionTerms(municipality.retention, on: date), of: municipality, isTrial: false)
    let after = try StateFile(in: folder)
    // A delivery that says it is of 2031 is not known anew once it is forgotten.
    #expect(try after.rows("SELECT name FROM accepted_delivery ORDER BY name") == ["b", "c"])
    #expect(try after.rows("SELECT run_id FROM run ORDER BY run_id") == ["kept", "new"])
    for table in ["person_change", "review", "listed"] {
      #expect(try after.rows("SELECT count(*) FROM \(table)") == ["0"], "\(table)")
    }
    #expect(try after.rows("SELECT signal_id FROM erased") == [two])
    #expect(try after.rows("PRAGMA foreign_key_check").isEmpty)
  }

  @Test func aPersonIsKnownByEveryIdThatWasMergedAndNotParted() throws {
    let state = try StateFile(in: folder)
    func id(_ number: UInt64) -> PersonID { PersonID(high: 9, low: number) }
    for (run, day) in [("a", "2026-01-01"), ("b", "2026-01-02")] {
      try state.run("INSERT INTO run VALUES (?, ?)", [run, day])
    }
    for (run, first, change, second) in [
      ("a", 1, "merged", 2), ("b", 2, "merged", 3), ("a", 4, "merged", 3), ("b", 3, "split", 4),
      ("a", 5, "split", 3), ("b", 6, "merged", 7),
    ] as [(String, UInt64, String, UInt64)] {
      try state.run(
        "INSERT INTO person_change VALUES (?, ?, ?, ?)",
        [run, id(first).description, change, id(second).description])
    }
    for number in [1, 2, 3] as [UInt64] {
      #expect(
        try store.persons(joinedWith: id(number), of: municipality) == [id(1), id(2), id(3)])
    }
    #expect(try store.persons(joinedWith: id(4), of: municipality) == [id(4)])
    #expect(try store.persons(joinedWith: id(8), of: municipality) == [id(8)])
  }

  @Test func nothingOfAnErasedSignalIsLeftInTheFile() throws {
    let state = try StateFile(in: folder)
    let date = try #require(CalendarDate(iso: "2026-11-30"))
    try state.run("INSERT INTO run VALUES ('r', '2026-01-01')")
    try state.run("INSERT INTO delivery VALUES ('s', 'f', 'n', 'r')")
    for number in 0..<400 as Range<UInt64> {
      try state.run(
        """
        INSERT INTO signal (delivery_sha256, signal_id, partner, partner_type, partner_ref, kind,
          received_at, signalled_on, amount_cents, address_key, person_id, household_id, surname)
        VALUES ('s', ?, 'p', 'Huur', ?, 'vroegsignaal', '2026-10-01', '2026-10-01', 1, '', ?, '', ?)
        """,
        [
          SignalID(high: 1, low: number).description, number < 5 ? "ref-wqxzt" : "r",
          PersonID(high: 2, low: number < 5 ? 1 : number).description,
          number < 5 ? "Wqxztmann" : "Smit",
        ])
    }
    let person = PersonID(high: 2, low: 1)
    let signals = try store.signals(of: [person], in: municipality)
    #expect(signals.count == 5)
    let gone = try store.erase(signals, persons: [person], of: municipality, on: date)
    #expect(gone.signals == 5)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) {
      let bytes = try Data(contentsOf: folder.url.appendingPathComponent(name))
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      #expect(!text.contains("wqxzt"), "\(name)")
    }
    #expect(try store.retained(of: municipality).erased == signals)
    #expect(try StateFile(in: folder).rows("SELECT count(*) FROM signal") == ["395"])
  }
}
