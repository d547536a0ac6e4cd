import Model
import Pipeline
import Testing

@Suite struct TodayTests {
  /// Around midnight in Amsterdam, on both sides of both changes of the clock.
  @Test(arguments: [
    // 2026-03-29 01:00 UTC is 03:00 in Amsterdam: the clock has gone forward.
    (1_774_738_799, "2026-03-28"), (1_774_738_800, "2026-03-29"),
    // 22:00 UTC is midnight in summer, 23:00 UTC in winter.
    (1_792_879_199, "2026-10-24"), (1_792_879_200, "2026-10-25"),
    (1_792_969_199, "2026-10-25"), (1_792_969_200, "2026-10-26"),
    (1_798_757_999, "2026-12-31"), (1_798_758_000, "2027-01-01"),
  ])
  func dayInAmsterdam(seconds: Int, expected: String) {
    #expect(Today.inAmsterdam(secondsSinceEpoch: seconds).description == expected)
  }
}
