internal import Model

#if canImport(Glibc)
  internal import Glibc
#endif

/// The wall clock, for records that say when; no output of a run asks it.
enum Now {
  /// The time in UTC, to the second: `2026-11-30T01:00:02Z`.
  static var text: String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let day = 86_400
    let seconds = Int(now.tv_sec)
    let date = CalendarDate(days: Int32(seconds / day))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let time = seconds % day
    return "\(date)T\(two(time / 3600)):\(two(time / 60 % 60)):\(two(time % 60))Z"
  }
}
