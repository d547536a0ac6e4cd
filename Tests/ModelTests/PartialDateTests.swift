import Model
import Testing

@Suite struct PartialDateTests {
  @Test(arguments: ["1980", "1980-05", "1980-05-31", "2000-02-29"])
  func readsWhatItWrites(text: String) throws {
    let arena = ByteArena()
    let cell = arena.store(text)
    let date = try #require(PartialDate(iso: arena[cell]))
    let out = ByteArena()
    out.append(date)
    #expect(out.bytes.string == text)
    #expect(date.isComplete == (text.count == 10))
  }

  @Test(arguments: [
    "", "80", "1980-", "1980-5", "1980-00", "1980-13", "1980-05-00", "1980-02-30", "1980-05-3",
    "1980/05/31", "0000",
  ])
  func refusesWhatIsNoDate(text: String) {
    let arena = ByteArena()
    let cell = arena.store(text)
    #expect(PartialDate(iso: arena[cell]) == nil)
  }

  @Test func needsAMonthForADay() {
    #expect(PartialDate(year: 1980, month: 0, day: 3) == nil)
    #expect(PartialDate(year: 1980) != nil)
    #expect(PartialDate.absent.isAbsent)
  }

  @Test(arguments: [
    ("1980", "1980-05-31", true), ("1980-05", "1980-05-31", true), ("1980-05", "1980-06", false),
    ("1980-05-30", "1980-05-31", false), ("1980", "1981", false),
    ("1980-05-31", "1980-05-31", true),
  ])
  func agreesInAllThatBothKnow(left: String, right: String, expected: Bool) throws {
    let arena = ByteArena()
    let cells = [arena.store(left), arena.store(right)]
    let first = try #require(PartialDate(iso: arena[cells[0]]))
    let second = try #require(PartialDate(iso: arena[cells[1]]))
    #expect(first.agrees(with: second) == expected)
    #expect(second.agrees(with: first) == expected)
    #expect(!first.agrees(with: .absent))
    #expect(!PartialDate.absent.agrees(with: .absent))
  }
}
